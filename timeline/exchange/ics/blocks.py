"""The text of a calendar → its entries, each with its lines and its place.

Entries are told apart before any is understood, so that a broken one harms no other. A
line that begins with a blank continues the one before it (RFC 5545, 3.1).
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from timeline.errors import TimelineError
from timeline.model.records import Place

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NAME: Final = re.compile(r"[A-Za-z0-9-]+(?=[:;])")
_ESCAPE: Final = re.compile(r"\\([\\;,nN])")
# The beginning of a character in UTF-8, a fold, and the rest of the character.
_CUT: Final = re.compile(
    rb"([\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})"
    rb"((?:\r\n|\r|\n)[ \t])([\x80-\xbf]{1,3})"
)
_BEGIN: Final = "BEGIN:"
_END: Final = "END:"
_CALENDAR: Final = "VCALENDAR"
_ENTRIES: Final = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"))


class Line(msgspec.Struct, frozen=True):
    """A line without its folds, and the number of the first of them in the file."""

    text: str
    number: int

    @property
    def name(self) -> str:
        """The property it gives, such as DTSTART; "" where it gives none."""
        found = _NAME.match(self.text)
        return found[0].upper() if found and ":" in self.text else ""


class Block(msgspec.Struct):
    """An entry, or the calendar itself: its own lines, and those of what is inside it."""

    kind: str
    place: Place
    lines: list[Line] = []
    inner: list[Line] = []  # with their BEGIN and END: alarms, or the hours of a zone
    fault: str = ""
    calendar: "Block | None" = None  # in which it stands


def blocks(text: str, file: str) -> Iterator[Block]:
    """Yield the entries of all calendars in *text*, and each calendar when it ends.

    Raises `TimelineError` for what does not begin as a calendar.
    """
    lines = _lines(text)
    first = next((line for line in lines if line.text.strip()), Line("", 1))
    if first.text.strip().upper() != _BEGIN + _CALENDAR:
        hint = "a calendar begins with BEGIN:VCALENDAR"
        raise TimelineError(f"{file}:{first.number}:1: this is not iCalendar", hint)
    yield from _Splitter(file).split(first, lines)


class _Splitter:
    """Goes through the lines once, and knows what is open."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._calendar: Block | None = None
        self._entry: Block | None = None
        self._inside: list[str] = []  # what is open inside the entry

    def split(self, first: Line, lines: Iterator[Line]) -> Iterator[Block]:
        self._calendar = self._block(_CALENDAR, first)
        for line in lines:
            text = line.text.strip().upper()
            if text.startswith(_BEGIN):
                yield from self._begin(text.removeprefix(_BEGIN), line)
            elif text.startswith(_END):
                yield from self._end(text.removeprefix(_END), line)
            elif text:
                self._keep(line)
        yield from self._close()
        if self._calendar:
            self._calendar.fault = "the file ends without END:VCALENDAR: it may be cut short"
            yield self._calendar

    def _begin(self, name: str, line: Line) -> Iterator[Block]:
        if name == _CALENDAR or (self._entry and name in _ENTRIES):
            yield from self._close()
        if name == _CALENDAR:
            yield from self._leave()
            self._calendar = self._block(name, line)
        elif self._entry is None:
            self._entry = self._block(name, line)
        else:
            self._inside.append(name)
            self._entry.inner.append(line)

    def _end(self, name: str, line: Line) -> Iterator[Block]:
        if self._entry and self._inside and self._inside[-1] == name:
            self._inside.pop()
            self._entry.inner.append(line)
        elif self._entry and self._entry.kind == name and not self._inside:
            yield self._entry
            self._entry = None
        elif name == _CALENDAR:
            yield from self._close()
            yield from self._leave()
        elif self._entry:
            is_its_own = self._entry.kind == name
            yield from self._close("" if is_its_own else f"END:{name} ends what has not begun")

    def _keep(self, line: Line) -> None:
        if self._inside and self._entry:
            self._entry.inner.append(line)
        elif block := self._entry or self._calendar:
            block.lines.append(line)

    def _close(self, fault: str = "") -> Iterator[Block]:
        """Yield the entry that is still open, as a broken one."""
        if self._entry:
            *_, missing = (self._entry.kind, *self._inside)
            self._entry.fault = fault or f"END:{missing} is missing"
            yield self._entry
        self._entry = None
        self._inside.clear()

    def _leave(self) -> Iterator[Block]:
        if self._calendar:
            yield self._calendar
        self._calendar = None

    def _block(self, kind: str, line: Line) -> Block:
        return Block(kind, Place(self._file, line.number), calendar=self._calendar)


def said_of(calendar: Block | None, name: str) -> str:
    """Return the text of a property of a calendar, the first of its *name*; "" for none."""
    if calendar is None:
        return ""
    said = (line.text.partition(":")[2] for line in calendar.lines if line.name == name)
    return _ESCAPE.sub(_escaped, next(said, "")).strip()


def unfolded(data: bytes) -> bytes:
    """Return *data* with whole characters in each line, where folds had cut through them.

    A line may be folded after 75 bytes, whatever they are (RFC 5545, 3.1). All lines stay.
    """
    return _CUT.sub(rb"\1\3\2", data)


def _escaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines, put together again where they were folded."""
    parts: list[str] = []
    begun = 1
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = found[0].rstrip("\r\n")
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield Line("".join(parts), begun)
        parts, begun = [line], number
    yield Line("".join(parts), begun)
