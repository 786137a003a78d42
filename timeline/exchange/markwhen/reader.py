"""A markwhen file → a timeline."""

import re
from collections.abc import Iterator
from typing import Final

from timeline import edtf
from timeline.errors import TimelineError
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.dates import NotADate
from timeline.exchange.losses import Losses
from timeline.exchange.markwhen import heads, notation
from timeline.exchange.markwhen.dates import Dated, Dates
from timeline.exchange.markwhen.moments import moved, recurrence
from timeline.exchange.markwhen.notation import Words, bare, parted, signed
from timeline.exchange.markwhen.outline import TAG, Body, Entry, Line, Outline, Section, outline
from timeline.exchange.markwhen.points import Calendar, instant
from timeline.exchange.values import link_of
from timeline.files.content import read as text_of
from timeline.files.content import shown
from timeline.model.records import Arc, Citation, Link, Place
from timeline.model.scales import STATUSES
from timeline.model.timeline import Timeline
from timeline.text import together

_ID: Final = re.compile(r"(?:^|\W)!(\w+)(?:\.(?:start|end))?", re.ASCII)
_CHECKBOX: Final = re.compile(r"\[[xX ]?\]\s*")
_HINT: Final = "write events as 2019-05-01: What happened"
_OURS: Final = frozenset(
    ("id", "status", "kind", "actors", "location", "locations", "tags", "links", "note", "edtf")
)
_NEXT: Final = " › "  # between the titles of groups within groups


class NotMarkwhen(TimelineError):
    """A file in which markwhen would find nothing at all."""


def read(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in the markwhen file at *path*."""
    text = text_of(path, _HINT)
    found = outline(text)
    if not found.is_closed:
        raise NotMarkwhen(f"{shown(path)}: the header has no end", "close it with a line of ---")
    if not (found.entries or found.sections):
        raise NotMarkwhen(f"{shown(path)}: no line in it is an event of markwhen", _HINT)
    return _Reader(shown(path), choices, losses).timeline(found)


class _Reader:
    """Makes events of entries, in the order of the file: later dates count from earlier ones."""

    def __init__(self, file: str, choices: Choices, losses: Losses) -> None:
        self._file = file
        self._choices = choices
        self._losses = losses
        self._builder = Builder(losses, choices.today, choices.spool)
        self._day_first: bool | None = {"dmy": True, "mdy": False}.get(choices.order)

    def timeline(self, found: Outline) -> Timeline:
        """Return the timeline of a whole file."""
        self._header(found.header)
        self._dates = Dates(Calendar(self._choices.today, self._day_first))
        self._arcs = {id(section): self._arc(section) for section in found.sections}
        for line in found.loose:
            self._losses.drop("text that belongs to no event", self._place(line), line.text.strip())
        for line in found.comments:
            self._losses.drop("a comment", self._place(line), line.text.strip())
        for entry in found.entries:
            self._entry(entry)
        return self._builder.timeline()

    def _place(self, line: Line) -> Place:
        blanks = len(line.text) - len(line.text.lstrip())
        return Place(self._file, line.number, blanks + 1)

    def _header(self, lines: list[Line]) -> None:
        for line in lines:
            name, value = _setting(line.text)
            if not self._is_taken(name, value):
                what = "a tag's colour" if name.startswith("#") else "a line of the header"
                self._losses.drop(what, self._place(line), line.text.strip())

    def _is_taken(self, name: str, value: str) -> bool:
        """Take what a line of the header says, and return whether it is of use."""
        if name == "title":
            self._builder.title = bare(notation.value(value))
        elif name == "description":
            self._builder.summary = bare(notation.value(value))
        elif name == "dateFormat" and re.fullmatch(r"\s*d{1,2}/M{1,2}/y+\s*", value):
            self._day_first = True
        else:
            return name in {"timezone", "tz"} and value.strip() == "UTC"
        return True

    def _arc(self, section: Section) -> str:
        """Return the id of the arc that a section becomes; its tags have no place there."""
        arc = self._registered(section)
        if not arc:
            return ""
        old = self._builder.arcs[arc]
        words = " ".join(bare(line.text) for line in section.text).split()
        summary = old.summary or " ".join(words)
        self._builder.arcs[arc] = Arc(arc, old.title, summary)
        for tag in TAG.findall(section.title):
            self._losses.drop("a tag of a group", self._place(section.line), f"#{tag}")
        for key, line in section.properties.items():
            if key not in {"id", "style"}:
                self._losses.drop(f"a group's {key}", self._place(line), line.text)
        return arc

    def _registered(self, section: Section) -> str:
        title, given = self._title(section), self._value(section, "id")
        if not given:
            return self._builder.arc(title)
        self._builder.arcs.setdefault(given, Arc(given, title or given))
        return given

    def _title(self, section: Section) -> str:
        """Return what an arc is called: groups within groups after those around them."""
        titles: list[str] = []
        around: Section | None = section
        while around:
            plain = TAG.sub("", around.title).strip()
            if not around.level:  # group "Unix": #Unix
                plain = notation.value(plain.removesuffix(":"))
            titles.append(bare(plain))
            around = around.within
        return together(_NEXT, *reversed(titles))

    def _value(self, owner: Entry | Section, key: str) -> str:
        line = owner.properties.get(key)
        return bare(notation.value(line.text)) if line else ""

    def _values(self, entry: Entry, *keys: str) -> list[str]:
        lines = [entry.properties[key] for key in keys if key in entry.properties]
        return [bare(each) for line in lines for each in notation.values(line.text)]

    def _entry(self, entry: Entry) -> None:
        place = self._place(entry.line)
        try:
            dated = self._dated(entry, place)
        except NotADate as error:
            self._refuse(error.message, place, entry.head, error.hint)
            return
        title, id_ = self._plain_title(entry, place)
        self._dates.remember(dated, id_)
        if entry.every:
            self._repeated(entry, dated, title, place)
        else:
            self._event(entry, dated.edtf, title, id_, place)

    def _dated(self, entry: Entry, place: Place) -> Dated:
        """Return the date of an entry, after its guesses are noted."""
        if exact := self._exact(entry):
            return exact
        dated = heads.read(entry, self._dates)
        for guess in dated.guesses:
            self._losses.guess(guess, place, entry.head)
        for widened in dated.widened:
            self._losses.widen(widened, place, entry.head)
        return dated

    def _exact(self, entry: Entry) -> Dated | None:
        """Return the date that stands beside the one for markwhen, if it is still the same."""
        text = self._value(entry, "edtf")
        if not text:
            return None
        found = heads.exactly(text, entry, self._dates)
        if not found:
            what, line = "an `edtf` that is not the date of its event", entry.properties["edtf"]
            self._losses.drop(what, self._place(line), text)
        return found

    def _plain_title(self, entry: Entry, place: Place) -> tuple[str, str]:
        """Return the title as a person reads it, and the id that it or a property gives."""
        title = entry.title
        if box := _CHECKBOX.match(title):
            self._losses.drop("the checkbox of a title", place, box[0].strip())
            title = title[box.end() :]
        given = self._value(entry, "id")
        named = _ID.search(title)
        if not named:
            return title, given
        return _ID.sub("", title, count=1), given or named[1]

    def _repeated(self, entry: Entry, dated: Dated, title: str, place: Place) -> None:
        """Add what a recurring entry stands for, as many events as a person has allowed."""
        rule = recurrence(entry.every)
        if not rule:
            self._refuse("a recurrence that cannot be read", place, entry.every)
            return
        if not self._choices.repeats:
            self._refuse("a recurring event", place, entry.every, "allow a number of repeats")
            return
        starts, whole = rule.starts(dated.start, self._choices.repeats)
        length = dated.end - dated.start
        for start in starts:
            self._event(entry, _shifted(start, length), title, "", place)
        if not whole:
            self._losses.widen("a recurrence: it goes on, and was cut off", place, entry.every)

    def _refuse(self, reason: str, place: Place, example: str, hint: str = "") -> None:
        self._losses.read += 1
        self._losses.refuse(reason, place, example, hint)

    def _event(self, entry: Entry, date: str, title: str, id_: str, place: Place) -> None:
        self._losses.read += 1
        found = Body(title, entry.text)
        words = self._words(entry, date)
        summary = parted(found.summary, words)
        self._note_others(entry)
        self._builder.add(
            place,
            date=edtf.parse(date),
            title=bare(found.title),
            id=id_,
            summary=bare(summary),
            kind=words.kind,
            actors=[self._builder.actor(name) for name in self._values(entry, "actors")],
            places=[*self._values(entry, "location", "locations"), *found.places],
            arc=self._arcs.get(id(entry.within), ""),
            tags=self._tags(entry, found.tags),
            status=words.status,
            sources=self._cited(found),
            links=list(self._links(entry)),
            note=self._value(entry, "note"),
        )

    def _note_others(self, entry: Entry) -> None:
        """Note the properties that an event of ours does not have."""
        for name, line in entry.properties.items():
            if name not in _OURS:
                what = "a time zone" if name in {"tz", "timezone"} else "a property"
                self._losses.drop(what, self._place(line), name)

    def _words(self, entry: Entry, date: str) -> Words:
        """Return what the words in a description may say again."""
        status, kind = self._value(entry, "status"), self._value(entry, "kind")
        if status and status not in STATUSES:
            line = entry.properties["status"]
            self._losses.drop("a status that is none of ours", self._place(line), status)
            status = ""
        exact = edtf.parse(date).describe() if "edtf" in entry.properties else ""
        return Words(exact, status, kind)

    def _tags(self, entry: Entry, signs: list[str]) -> list[str]:
        """Return the tags in a property, and those of the signs that mean no other than these."""
        tags = self._values(entry, "tags")
        known = {signed(tag) for tag in tags}
        return [*tags, *(sign for sign in signs if sign not in known)]

    def _cited(self, found: "Body") -> Iterator[Citation]:
        for text, url in found.links:
            yield self._builder.source(url=url, title=bare(text))
        for text in found.named:
            yield self._builder.source(title=bare(text))

    def _links(self, entry: Entry) -> Iterator[Link]:
        for text in self._values(entry, "links"):
            if link := link_of(text):
                yield link
            else:
                line = entry.properties["links"]
                self._losses.drop("a link that is none of ours", self._place(line), text)


def _setting(line: str) -> tuple[str, str]:
    """Return what a line of the header sets, "" for nothing, and its value."""
    key, colon, value = line.partition(":")
    if not colon or key != key.lstrip():
        return "", value
    return key.strip(), value


def _shifted(start: int, length: int) -> str:
    """Return the EDTF of the days from *start* on, for so many milliseconds."""
    first = instant(start)
    if first.clock:
        return f"{first.first}{first.clock}"
    last = instant(max(start, moved(start, [(length - 1, "milliseconds")], 1)))
    if first.first == last.first:
        return first.first
    return f"{first.first}/{last.first}"
