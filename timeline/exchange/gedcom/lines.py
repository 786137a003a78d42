"""The lines of a GEDCOM file → records with what is subordinate to them.

A line is `level [@xref@] tag [value]`; CONT and CONC go on with the value above them.
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from timeline.errors import TimelineError
from timeline.exchange.losses import Losses
from timeline.files.content import contents, shown, text_of
from timeline.model.records import Place

_LINE: Final = re.compile(
    r"\s*(?P<level>\d{1,2})\s+(?:@(?P<xref>[^@#][^@]*)@\s+)?(?P<tag>\w{1,80})(?: (?P<value>.*))?$",
    re.ASCII,
)
_CHARSET: Final = re.compile(rb"[\r\n]\s*1\s+CHAR\s+([^\r\n]{1,40})")
_POINTER: Final = re.compile(r"@([^@#][^@]*)@")
_UTF8: Final = frozenset(("UTF-8", "UTF8", "ASCII", "UNICODE", ""))
_HEADER: Final = 65_536  # bytes in which a header says its encoding
_HINT: Final = "it begins with a line `0 HEAD`"


class NotGedcom(TimelineError):
    """A file that is no GEDCOM, or in an encoding that cannot be read."""


class Record(Struct):
    """A line with its place, and the lines subordinate to it."""

    tag: str
    value: str
    place: Place
    xref: str = ""
    parts: "list[Record]" = field(default_factory=list)

    @property
    def pointer(self) -> str:
        """The xref that the value points to; "" where it is no pointer."""
        match = _POINTER.fullmatch(self.value.strip())
        return match[1] if match else ""

    def all(self, *tags: str) -> "Iterator[Record]":
        """Yield the parts with these *tags*, in the order of the file."""
        return (part for part in self.parts if part.tag in tags)

    def first(self, tag: str) -> "Record | None":
        """Return the first part with this *tag*."""
        return next(self.all(tag), None)

    def text(self, tag: str) -> str:
        """Return the value of the first part with this *tag*, "" for none."""
        part = self.first(tag)
        return part.value.strip() if part else ""


def records(path: str, losses: Losses) -> list[Record]:
    """Return the records of level 0; lines that are none of GEDCOM's are noted as dropped."""
    name, data = shown(path), contents(path)
    _refuse_encoding(name, data)
    text = text_of(path, data, _HINT).lstrip("\ufeff")
    for end in ("\r\n", "\n\r", "\r"):
        text = text.replace(end, "\n")
    found = _tree(name, text.split("\n"), losses)
    if not found or found[0].tag != "HEAD":
        raise NotGedcom(f"{name} is no GEDCOM file", _HINT)
    if found[-1].tag != "TRLR":
        losses.drop("the end of the file: it has no `0 TRLR`, and may be cut off", found[-1].place)
    return found


def _refuse_encoding(name: str, data: bytes) -> None:
    declared = _CHARSET.search(data[:_HEADER])
    if declared is None or data.isascii():
        return
    said = declared[1].decode("ascii", "replace").strip().upper()
    if said not in _UTF8:
        raise NotGedcom(f"{name} says that it is {said} text", "export it as UTF-8 and try again")


def _tree(name: str, lines: list[str], losses: Losses) -> list[Record]:
    """Return the records of level 0; no nesting is too deep, as there is no recursion."""
    root = Record("", "", Place(name, 1))
    above = [root]  # the record at each level from -1 on, below which a line may stand
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = Place(name, number, len(line) - len(line.lstrip()) + 1)
        match = _LINE.match(line)
        if not match:
            losses.drop("a line that is not GEDCOM", place, line.strip())
        elif int(match["level"]) >= len(above):
            losses.drop("a line below no other", place, line.strip())
        else:
            _take(match, place, above)
    return root.parts


def _take(match: re.Match[str], place: Place, above: list[Record]) -> None:
    """Put a line below the one that it belongs to, or its text behind it."""
    level, tag = int(match["level"]), match["tag"].upper()
    value = (match["value"] or "").replace("@@", "@")
    parent = above[level]
    if level and tag == "CONT":
        parent.value += "\n" + value
    elif level and tag == "CONC":
        parent.value += value
    else:
        record = Record(tag, value, place, match["xref"] or "")
        parent.parts.append(record)
        above[level + 1 :] = [record]
