"""The lines of a markwhen file, sorted: its header, its sections, and the events in them.

What belongs to what is decided as @markwhen/parser 1.2.0 does. The words `group` and
`section` with their `endGroup`, which it no longer knows, are read as older ones did.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field

from timeline.exchange.addresses import is_url
from timeline.exchange.markwhen import grammar, notation
from timeline.exchange.markwhen.notation import JOINER
from timeline.text import together

_HEADING: Final = re.compile(r"\s*(?P<level>#{1,6})\s+(?P<title>.*)$")
_GROUP: Final = re.compile(r"\s*(?:group|section)\s+(?P<title>\S.*)$")
_GROUP_END: Final = re.compile(r"\s*end\s*(?:group|section)s?\s*$", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\s*//")
_FENCE: Final = "---"
_LONGEST_HEAD: Final = 300  # characters in which a date must end

TAG: Final = re.compile(r"(?:^|\s)#(?!\d+(?:\s|$))(\w+)", re.ASCII)
"""A tag; a number alone is none."""
_LINK: Final = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\s*\)")
_SOURCE: Final = "Source: "


class Line(Struct, frozen=True):
    """A line and its number, counted from 1."""

    number: int
    text: str


class Section(Struct):
    """A group of events: its heading, and what stands below it before the first event.

    Its *level* is the number of `#`, or 0 for one that lasts until its `endGroup`.
    """

    line: Line
    title: str
    level: int
    within: "Section | None" = None
    properties: dict[str, Line] = field(default_factory=dict)
    text: list[Line] = field(default_factory=list)


class Entry(Struct):
    """An event: its line, the sides of its date, its title, and the lines that follow.

    Without a *start* its date is one that cannot be read.
    """

    line: Line
    head: str
    start: str
    end: str
    every: str
    title: str
    within: Section | None
    properties: dict[str, Line] = field(default_factory=dict)
    text: list[Line] = field(default_factory=list)


class Outline(Struct):
    """A whole file; *loose* lines belong to nothing, *comments* are left out everywhere."""

    header: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)
    comments: list[Line] = field(default_factory=list)
    is_closed: bool = True  # whether the header has its second ---


def outline(text: str) -> Outline:
    """Return the parts of a markwhen file."""
    lines = [Line(at, each.rstrip("\r")) for at, each in enumerate(_split(text), 1)]
    found = Outline()
    after = _header(lines, found)
    _Body(found).take(lines[after:])
    return found


def _split(text: str) -> Sequence[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _header(lines: Sequence[Line], found: Outline) -> int:
    """Collect the lines before the first event or section; return how many they are."""
    fenced = False
    for at, line in enumerate(lines):
        if line.text.startswith(_FENCE):
            if fenced:
                found.is_closed = True
                return at + 1
            fenced, found.is_closed = True, False
        elif not fenced and _begins(line.text):
            return at
        elif _COMMENT.match(line.text):
            found.comments.append(line)
        elif line.text.strip():
            found.header.append(line)
    return len(lines)


def _begins(text: str) -> bool:
    """Return whether the events begin with this line."""
    return bool(_HEADING.match(text) or _GROUP.match(text) or _entry_match(text))


def _entry_match(text: str) -> re.Match[str] | None:
    """Return what stands before the colon of an event's line; None for other lines."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] in {JOINER, ""} or ":" not in text:
        return None
    head = text[: start + _LONGEST_HEAD]
    return grammar.HEAD.match(head, start) or grammar.MEANT.match(head, start)


class _Body:
    """Goes through the lines after the header and gives each to what it belongs to."""

    def __init__(self, found: Outline) -> None:
        self._found = found
        self._section: Section | None = None
        self._open: Section | Entry | None = None
        self._properties = False  # whether properties may still come
        self._text_before = False  # whether the line before is text of a paragraph

    def take(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if _COMMENT.match(line.text):
                self._found.comments.append(line)
                self._properties = False
            elif not self._structure(line):
                self._text(line)

    def _structure(self, line: Line) -> bool:
        """Take a line that begins or ends something; return whether it is one."""
        if heading := _HEADING.match(line.text):
            self._heading(line, heading["title"], len(heading["level"]))
        elif not self._text_before and (group := _GROUP.match(line.text)):
            self._heading(line, group["title"], 0)
        elif self._section and _GROUP_END.match(line.text):
            self._section, self._open = self._section.within, None
        elif match := _entry_match(line.text):
            self._entry(line, match)
        else:
            return False
        self._text_before = False
        return True

    def _heading(self, line: Line, title: str, level: int) -> None:
        around = self._section
        while around and level and around.level >= level:
            around = around.within
        self._section = self._open = Section(line, title.strip(), level, around)
        self._properties = True
        self._found.sections.append(self._section)

    def _entry(self, line: Line, match: re.Match[str]) -> None:
        said = {side: text.strip() for side, text in match.groupdict("").items()}
        self._open = Entry(
            line,
            match[0].strip(),
            said.get("start", ""),
            said.get("end", ""),
            said.get("every", ""),
            line.text[match.end() + 1 :].strip(),
            self._section,
        )
        self._properties = True
        self._found.entries.append(self._open)

    def _text(self, line: Line) -> None:
        self._text_before = bool(line.text.strip())
        match = notation.LINE.match(line.text) if self._properties else None
        self._properties = bool(match)
        key = match["key"].lower() if match else ""
        if self._open is None:
            if line.text.strip():
                self._found.loose.append(line)
        elif match and key not in self._open.properties:
            self._open.properties[key] = Line(line.number, match["value"] or "")
            self._text_before = False
        else:
            self._open.text.append(line)


class Body:
    """The title and the text of an entry, without the tags, places and links in them."""

    def __init__(self, title: str, lines: list[Line]) -> None:
        """Take apart a title and the lines below it; `named` are sources without a link."""
        self.tags: list[str] = []
        self.places: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.named: list[str] = []
        self.title = self._without(title).strip()
        said = [self._line(line.text.strip()) for line in lines]
        self.summary = together(" ", *said)

    def _line(self, text: str) -> str:
        if text.startswith(_SOURCE):
            self.named.append(text.removeprefix(_SOURCE))
            return ""
        return self._without(text).strip()

    def _without(self, text: str) -> str:
        text = _LINK.sub(self._linked, text)
        self.tags += TAG.findall(text)
        return TAG.sub("", text)

    def _linked(self, found: re.Match[str]) -> str:
        """Take a link or a place out of a line; leave the words of one within a sentence."""
        image, words, target = found.groups()
        if target in {"location", "map"}:
            self.places.append(words)
            return ""
        url = target if "://" in target else f"https://{target}"
        if not is_url(url) or "." not in url:
            return found[0]
        self.links.append((words, url))
        alone = found[0] == found.string.strip()
        return "" if alone or image else words
