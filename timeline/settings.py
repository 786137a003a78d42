"""What a person has set: `timeline.toml` here or in a folder above, and their own for all folders.

A key of the nearer file comes first. Nothing is read, and no reader loaded, where neither file
is there; whatever is wrong in one is told with its line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from timeline.errors import TimelineError, UsageError
from timeline.files import toml
from timeline.files.content import contents, shown, text_of
from timeline.files.nearest import nearest
from timeline.likeness import did_you_mean
from timeline.text import enumerated, quoted

NAME = "timeline.toml"
QUERIES = "queries"
QUERY_NAME = re.compile(r"[^\W_][\w-]*")
"""How a saved query may be called; in a query it has an @ before it."""

NARROWEST, WIDEST = 20, 1_000  # cells of a line


class InvalidSettings(TimelineError):
    """A file of settings has faults: each with its line."""


class Key(NamedTuple):
    """A key of the file: what its value must be, in words, whether one is it, and one that is.

    *choices* are the words of which it is one.
    """

    means: str
    wants: str
    fits: Callable[[Any], bool]
    example: str
    choices: tuple[str, ...] = ()


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _either(means: str, example: str) -> Key:
    """Return a key whose value is a yes or a no."""
    words = ("true", "false")
    return Key(means, enumerated(words, "or"), lambda it: isinstance(it, bool), example, words)


def _is_width(value: object) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


COLOURS = ("auto", "always", "never")
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
KEYS: Mapping[str, Key] = {
    "default_file": Key(
        "the file that is read where none is near", "a path", _is_text, '"chronicles/war.yaml"'
    ),
    "width": Key(
        "cells of a line of a page", f"a number from {NARROWEST} to {WIDEST:,}", _is_width, "90"
    ),
    "color": Key(
        "when pages have colours",
        enumerated(COLOURS, "or"),
        COLOURS.__contains__,
        '"never"',
        COLOURS,
    ),
    "ascii": _either("no signs but those of ASCII", "true"),
    "brief": _either("a line for each event on a page", "true"),
    "deduce": _either("questions count what is known of order", "true"),
    "pager": Key(
        "what shows long pages",
        "a command, or an empty text",
        lambda value: isinstance(value, str),
        '"less -S"',
    ),
    "cache": _either("false for no copies of the files that are read", "false"),
}
OWN = ("pager",)
"""Keys that name a program: they are heeded in a person's own file alone, for a folder may come
from anybody."""


class Setting(NamedTuple):
    """A value, the file that has it, and the line there."""

    value: Any
    file: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands: "../timeline.toml:3"."""
        return f"{shown(self.file)}:{self.line}"


class Settings(NamedTuple):
    """What is set: by key, and the saved queries by name."""

    values: Mapping[str, Setting]
    queries: Mapping[str, Setting]

    def value(self, key: str) -> Any:  # noqa: ANN401  each key its own
        """Return what is set for *key*; None where nothing is."""
        found = self.values.get(key)
        return found.value if found else None

    def default_file(self) -> str:
        """Return the path of the file that is read where none is near; "" where none is set.

        It counts from the folder of the file of settings.
        """
        found = self.values.get("default_file")
        if not found:
            return ""
        path = os.path.expanduser(found.value)  # noqa: PTH111  of any text
        return os.path.join(os.path.dirname(found.file), path)  # noqa: PTH118, PTH120  likewise


def own_file() -> str:
    """Return where a person's settings for all folders are, or would be."""
    base = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117  as the specification has it: others are ignored
        base = os.path.expanduser("~/.config")  # noqa: PTH111  stays as it is without a home
    return os.path.join(base, "timeline", NAME)  # noqa: PTH118  of any text


def files() -> tuple[str, ...]:
    """Return the files of settings that there are, the nearest first."""
    own = own_file()
    near = nearest((NAME,))
    found = [near] if near and not _same(near, own) else []
    return (*found, *filter(os.path.isfile, [own]))


def settings() -> Settings:
    """Return what is set in all files of settings; raises `InvalidSettings`, `Unreadable`."""
    values: dict[str, Setting] = {}
    queries: dict[str, Setting] = {}
    for file in reversed(files()):
        found = _read(file)
        values |= found.values
        queries |= found.queries
    return Settings(values, queries)


def cache_is_off() -> bool:
    """Return whether TIMELINE_CACHE says so; raises `UsageError` for what it cannot mean."""
    said = os.environ.get("TIMELINE_CACHE", "")
    if said in ("", "on", "off"):
        return said == "off"
    raise UsageError(f"TIMELINE_CACHE cannot be {quoted(said)}", "write TIMELINE_CACHE=off")


def keeps_copies(paths: Sequence[str]) -> bool:
    """Return whether a copy of the event files at *paths* may be kept, to be read the next time.

    `cache = false` says no: in the settings that count here, or in those that would count
    where one of the files lies, even where something else is wrong with them. Raises
    `InvalidSettings` for the former.
    """
    if settings().value("cache") is False:
        return False
    folders = {os.path.dirname(os.path.realpath(path)) for path in paths}  # noqa: PTH120
    beside = filter(None, (nearest((NAME,), folder) for folder in folders))
    try:
        return all(_read(file).value("cache") is not False for file in beside)
    except TimelineError:
        return False


def value_of(key: str, said: str) -> Any:  # noqa: ANN401  as above
    """Return the value that is *said* in words for *key*; raises `UsageError` if it is none."""
    if key not in KEYS:
        message, _, hint = _unknown(key).partition("\n")
        raise UsageError(message, hint)
    number = int(said) if re.fullmatch(r"[0-9]{1,9}", said) else None
    fitting = (each for each in (_WORDS.get(said.lower()), number, said) if KEYS[key].fits(each))
    value = next(fitting, None)
    if value is None:
        raise UsageError(f"{key} cannot be {quoted(said)}", f"it must be {KEYS[key].wants}")
    return value


def check(file: str, text: str) -> Settings:
    """Return what the *text* of a *file* sets; raises `InvalidSettings` with all that is wrong."""
    page = toml.page(file, text)
    if faults := list(_faults(page, file)):
        raise InvalidSettings("\n".join(faults))
    queries = page.data.pop(QUERIES, {})
    return Settings(
        {key: Setting(value, file, page.line(key)) for key, value in page.data.items()},
        {name: Setting(text, file, page.line(QUERIES, name)) for name, text in queries.items()},
    )


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _read(file: str) -> Settings:
    """Return what the *file* sets; raises `InvalidSettings` with all that is wrong in it."""
    data = contents(file)
    if not data.strip():
        return Settings({}, {})
    return check(file, text_of(file, data))


def _faults(page: toml.Page, file: str) -> Iterator[str]:
    """Yield what is wrong in the *page* of a file, and what to write instead."""
    for key, value in page.data.items():
        if key == QUERIES:
            yield from _faults_of_queries(value, file, page)
        elif fault := _fault(key, value, file):
            yield f"{shown(file)}:{page.line(key)}: {fault}"


def _fault(key: str, value: object, file: str) -> str:
    if key not in KEYS:
        return _unknown(key)
    if not KEYS[key].fits(value):
        return f"{key} must be {KEYS[key].wants}, not {_written(value)}"
    if key in OWN and not _same(file, own_file()):
        return f"{key} names a program, which a folder may not\nset it in {own_file()}"
    return ""


def _unknown(key: str) -> str:
    near = did_you_mean(key, [*KEYS, QUERIES])
    return f"no key is called {quoted(key)}\n{near or f'there are {enumerated([*KEYS])}'}"


def _faults_of_queries(value: object, file: str, page: toml.Page) -> Iterator[str]:
    if not isinstance(value, Mapping):
        place = f"{shown(file)}:{page.line(QUERIES)}"
        yield f"{place}: {QUERIES} must be a section: [{QUERIES}], and below it NAME = QUERY"
        return
    for name, text in value.items():
        place = f"{shown(file)}:{page.line(QUERIES, name)}"
        if not QUERY_NAME.fullmatch(name):
            yield f"{place}: {quoted(name)} cannot be the name of a query: letters, digits, - and _"
        elif not _is_text(text):
            yield f"{place}: the query {quoted(name)} must be a text, not {_written(text)}"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else quoted(repr(value))
