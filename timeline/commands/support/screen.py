"""Where answers go: pages on a terminal, whole lines in a pipe, data when asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from timeline import settings
from timeline.commands.support import console, descriptors, programs, streams
from timeline.commands.support.options import Colour, Display, Format
from timeline.commands.support.outputs import STANDARD_OUTPUT, Output, Outputs
from timeline.errors import UsageError
from timeline.pages import saved
from timeline.text import enumerated, escaped, quoted, visible
from timeline.views.parts.look import Look

_ENCODER = msgspec.json.Encoder()


class Screen:
    """Standard output, with the form that was chosen for it or that fits it."""

    def __init__(self, display: Display, reads: Sequence[str] = (), file: str = "") -> None:
        """Look at *display* and at what standard output is; *reads* are the files of the run.

        *file* is what a page says in its heading of where it is from. Raises `UsageError`
        and `CannotSave` where a page cannot go where it is to be saved.
        """
        self._display = display
        self._file = file
        self._set = settings.settings()
        always = display.color == Colour.always
        on_page = display.format is None and (sys.stdout.isatty() or always)
        self.format = display.format
        self._shows_page = on_page or display.format is Format.table
        outputs = Outputs(reads, force=display.force)
        outputs.take(STANDARD_OUTPUT)
        self._saved = _saving(display, outputs) if display.save else None
        self._shows_page |= display.save == STANDARD_OUTPUT
        self.is_page = self._shows_page or bool(self._saved)

    def look(self, *, brief: bool | None = False) -> Look:
        """Return the width and the signs of a page, which may be *brief*; None is as it is set."""
        if brief is None:
            brief = self.is_set("brief")
        return Look(self._width, self.ascii, self._file, brief)

    @property
    def ascii(self) -> bool:
        """Whether only ASCII signs are wanted, or possible; a file may hold any."""
        only_saved = self.is_page and not self._shows_page
        wanted = self._display.ascii
        if wanted is None:
            wanted = self.is_set("ascii")
        return wanted or (streams.only_ascii() and not only_saved)

    def page(self, *parts: console.Part) -> None:
        """Show a page, save it, or both.

        With `--save` a page goes to its file, and to standard output only if that
        is a terminal or a page was asked for. Raises `CannotSave`.
        """
        streams.forget_kept()
        if not self._saved:
            self._show(parts)
            return
        suffix = _suffix(self._saved.name)
        self._saved.write(console.kept(parts, self.look().room, suffix, self.colour))
        if self._shows_page:
            self._show(parts)
        streams.remark(f"saved {visible(self._saved.name)}")

    def _show(self, parts: Iterable[console.Part]) -> None:
        """Write a page; on a terminal, one that is longer goes through the pager."""
        pieces = console.drawn(parts, self.look().room, self.colour)
        if sys.stdout.isatty():
            programs.show(pieces, self._set.value("pager"))
        else:
            streams.write_page(pieces)

    def lines(self, lines: Iterable[str]) -> None:
        """Write *lines* whole."""
        streams.write_lines(lines)

    def json(self, data: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Write *data* as one JSON document, indented."""
        streams.write(_safe(msgspec.json.format(_encoded(data), indent=2).decode()))
        streams.write("\n")

    def jsonl(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write each of *rows* as a line of JSON."""
        streams.write_lines(_safe(_encoded(row).decode()) for row in rows)

    def is_set(self, key: str) -> bool:
        """Whether a file of settings says yes to *key*."""
        return bool(self._set.value(key))

    @property
    def _width(self) -> int | None:
        """The cells of a line; None where lines are not to be broken, in a pipe."""
        if self._display.width or not self.is_page:
            return self._display.width
        if not os.environ.get("COLUMNS") and (width := self._set.value("width")):
            return int(width)
        return descriptors.columns()

    @property
    def colour(self) -> Colour | None:
        """When a page has colours: as typed, else as the environment says, else as it is set."""
        said = any(os.environ.get(name) for name in ("NO_COLOR", "FORCE_COLOR"))
        if self._display.color or said or not self._set.value("color"):
            return self._display.color
        return Colour(self._set.value("color"))


def _saving(display: Display, outputs: Outputs) -> Output | None:
    """Return where a page is saved, None where it is only shown; refuse what cannot be."""
    name = display.save or ""
    if name != STANDARD_OUTPUT and _suffix(name) not in saved.FORMS:
        raise UsageError(
            f"{quoted(name)} is no picture, web page or text",
            f"write a name that ends in {enumerated(list(saved.FORMS), 'or')}",
        )
    if display.format not in (None, Format.table):
        hint = f"leave out one of them, or write `--format {display.format} > FILE`"
        raise UsageError(f"--save is for pages, and {display.format} is none", hint)
    if name == STANDARD_OUTPUT:
        return None
    return outputs.take(name)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _encoded(data: Any) -> bytes:  # noqa: ANN401  whatever JSON may be
    """Return JSON; what was typed and is no text, as a name of a file may be, is marked in it."""
    try:
        return _ENCODER.encode(data)
    except UnicodeEncodeError:
        return _ENCODER.encode(_readable(data))


def _readable(data: Any) -> Any:  # noqa: ANN401  likewise
    if isinstance(data, str):
        return data.encode(errors="surrogateescape").decode(errors="replace")
    if isinstance(data, Mapping):
        return {key: _readable(value) for key, value in data.items()}
    if isinstance(data, Sequence):
        return [_readable(value) for value in data]
    return data


def _safe(text: str) -> str:
    """Return JSON in which what could do harm, or could not be shown, is escaped."""
    return escaped(text, ascii=streams.only_ascii())
