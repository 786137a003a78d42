"""An answer in all its forms → the screen, in the one that was chosen or that fits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from timeline.commands.support import streams
from timeline.commands.support.options import Format
from timeline.commands.support.screen import Screen
from timeline.errors import UsageError
from timeline.text import enumerated


@dataclass(frozen=True, kw_only=True)
class Forms:
    """What makes each form of an answer; only the one that is shown is made.

    A form that an answer does not have is None, and refused when asked for. `page`
    shows itself, for it alone needs Rich; the others return lines and data.
    """

    page: Callable[[], None]
    lines: Callable[[], Iterable[str]] | None = None  # without it, a pipe gets the page
    json: Callable[[], Mapping[str, Any]] | None = None
    jsonl: Callable[[], Iterable[Mapping[str, Any]]] | None = None
    csv: Callable[[], Iterable[str]] | None = None
    md: Callable[[], Iterable[str]] | None = None


class Later:
    """A module that is imported when something of it is first used: for forms that are rare."""

    def __init__(self, name: str) -> None:
        """Stand for the module *name*."""
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a module has
        """Return what the module calls *name*."""
        return getattr(import_module(self._name), name)


def is_data(screen: Screen) -> bool:
    """Whether a form for other programs was asked for: it is whole even if it is empty."""
    return screen.format not in (None, Format.table)


def remark(screen: Screen, text: str) -> None:
    """Say beside lines what a page says itself, and data has: how many there are."""
    if text and not screen.is_page and not is_data(screen):
        streams.remark(text)


def show(screen: Screen, forms: Forms) -> None:
    """Show the form of an answer that *screen* is for.

    Raises `UsageError` for a form that the answer does not have.
    """
    if not is_data(screen):
        _show_text(screen, forms)
    elif screen.format is Format.json and forms.json:
        screen.json(forms.json())
    elif screen.format is Format.jsonl and forms.jsonl:
        screen.jsonl(forms.jsonl())
    elif screen.format is Format.csv and forms.csv:
        screen.lines(forms.csv())
    elif screen.format is Format.md and forms.md:
        screen.lines(forms.md())
    else:
        raise _refused(screen, forms)


def _show_text(screen: Screen, forms: Forms) -> None:
    if screen.is_page or not forms.lines:
        forms.page()
    else:
        screen.lines(forms.lines())


def _refused(screen: Screen, forms: Forms) -> UsageError:
    given = [each.value for each in Format if each is Format.table or getattr(forms, each.value)]
    return UsageError(f"this has no form '{screen.format}'", f"there are {enumerated(given)}")
