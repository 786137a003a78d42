"""A calendar → a timeline: every entry that has a date and a title.

Names of people are kept, their addresses are not; no STATUS of a calendar says how sure a
claim is, so a cancelled or tentative entry is marked by a tag.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from timeline.edtf import parse
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.dates import NotADate
from timeline.exchange.facts import MAYBE
from timeline.exchange.hypertext import from_html
from timeline.exchange.ics import zones
from timeline.exchange.ics.blocks import Block, blocks, said_of, unfolded
from timeline.exchange.ics.dates import Period, at_home
from timeline.exchange.ics.description import Parts, parted
from timeline.exchange.ics.entries import Entry, Unclear, entry
from timeline.exchange.ics.recurrence import Repeats, periods_of
from timeline.exchange.ics.series import Series, all_series
from timeline.exchange.ics.writer import PRODID, UID_END
from timeline.exchange.losses import Losses
from timeline.exchange.nearest import in_words
from timeline.files.content import contents, shown, text_of
from timeline.model.timeline import Timeline
from timeline.phrases.repeats import Patience

_HINT: Final = "a calendar begins with BEGIN:VCALENDAR"
_HTML: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_TAGS: Final = ("CANCELLED", "TENTATIVE")
_NOT_PEOPLE: Final = ("ROOM", "RESOURCE")
_SHOWN: Final = 60  # characters of the name of a zone
HOME: Final = "X-WR-TIMEZONE"
AT_HOME: Final = "a time in UTC is told by the clock of the calendar's time zone (X-WR-TIMEZONE)"
NO_HOME: Final = (
    "the calendar's time zone (X-WR-TIMEZONE), which is not known: days are those of UTC"
)


def read(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in the calendar at *path*.

    Raises `Unreadable` where there is no text, `TimelineError` for what is no calendar.
    """
    found = list(blocks(text_of(path, unfolded(contents(path)), _HINT), shown(path)))
    zones.learn((block for block in found if block.kind == "VTIMEZONE"), losses)
    builder = Builder(losses, choices.today, choices.spool)
    entries = [each for block in found for each in _entries(block, builder, losses)]
    series = all_series(entries)
    allowed = Repeats(choices.repeats, Patience())
    for each in entries:
        mine = series.get(each.text("UID"), Series())
        _Reader(each, builder, losses).take(mine, allowed)
    return builder.timeline()


def _entries(block: Block, builder: Builder, losses: Losses) -> Iterator[Entry]:
    """Yield the entry in *block*, if it is one that can become an event."""
    if block.kind == "VCALENDAR":
        _head(block, builder, losses)
    if block.kind in {"VCALENDAR", "VTIMEZONE"}:
        return
    losses.read += 1
    if block.kind not in {"VEVENT", "VJOURNAL"}:
        losses.refuse(f"a {block.kind} is no event", block.place)
        return
    try:
        yield entry(block, losses)
    except Unclear as error:
        losses.refuse(str(error), block.place)


def _head(block: Block, builder: Builder, losses: Losses) -> None:
    """Take the name and the description of a calendar; note where it is cut short."""
    if block.fault:
        losses.guess(block.fault, block.place)
    for name in ("X-WR-CALNAME", "NAME"):
        builder.title = builder.title or said_of(block, name)
    for name in ("X-WR-CALDESC", "DESCRIPTION"):
        builder.summary = builder.summary or said_of(block, name)
    home = said_of(block, HOME)
    if home and not zones.named(home):
        losses.drop(NO_HOME, block.place, home[:_SHOWN])


class _Said(msgspec.Struct, frozen=True):
    """The texts of an entry, as they are in all its repetitions."""

    title: str
    description: Parts


class _Reader:
    """One entry → events."""

    def __init__(self, found: Entry, builder: Builder, losses: Losses) -> None:
        self._entry = found
        self._builder = builder
        self._losses = losses
        self._ours = said_of(found.calendar, "PRODID") == PRODID

    def take(self, series: Series, allowed: Repeats) -> None:
        """Hand all events of the entry to the builder; refuse it where it makes none.

        What repeats makes as many as are *allowed*, without those of its *series* that other
        entries are.
        """
        try:
            periods = self._periods(series, allowed)
        except Unclear as error:
            self._losses.refuse(str(error), self._entry.place, hint=error.hint)
            return
        except NotADate as error:
            self._losses.refuse(error.message, self._entry.place, hint=error.hint)
            return
        self._losses.read += len(periods) - 1
        said = self._said()
        for each in periods:
            self._add(each, said)

    def _periods(self, series: Series, allowed: Repeats) -> list[Period]:
        """Return when the entry takes place; raises `Unclear` and `NotADate`."""
        self._check()
        try:
            return self._at_home(periods_of(self._entry, series, allowed, self._losses))
        except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
            raise Unclear("its times cannot be worked out") from None

    def _at_home(self, found: list[Period]) -> list[Period]:
        """Return times in UTC by the clock of whoever keeps the calendar, if it says where."""
        name = said_of(self._entry.calendar, HOME)
        zone = zones.named(name)
        if not zone or not self._entry.is_in_utc:
            return found
        told = [at_home(each, zone) for each in found]
        if [each.text for each in told] != [each.text for each in found]:
            self._losses.guess(AT_HOME, self._entry.place, name)
        return told

    def _check(self) -> None:
        if self._entry.time("DTSTART") is None:
            raise Unclear("no DTSTART")
        if not self._entry.text("SUMMARY").strip():
            raise Unclear("no SUMMARY, which would be the title")

    def _said(self) -> _Said:
        summary, text = self._entry.text("SUMMARY"), self._entry.text("DESCRIPTION")
        if self._ours:
            parts = parted(text)
            if parts.facts:
                what = "the facts below the summary, which are in words"
                self._losses.drop(what, self._entry.place)
            if self._entry.text("STATUS") == "TENTATIVE":
                summary = summary.removeprefix(MAYBE)
            return _Said(summary, parts)
        if _HTML.search(text):
            found = from_html(text)
            for url, _ in found.links:
                what = "the address of a link in a description"
                self._losses.drop(what, self._entry.place, url)
            text = found.text
        return _Said(summary, Parts("", text, ""))

    def _add(self, found: Period, said: _Said) -> None:
        text, note = self._dated(found, said.description.words)
        id_ = self._id()
        self._builder.add(
            self._entry.place,
            date=parse(text),
            title=said.title,
            id=id_,
            summary=said.description.summary,
            actors=self._people(),
            places=self._entry.text("LOCATION").split(";"),
            tags=[*self._categories(), *self._status()],
            sources=[self._builder.source(self._entry.text("URL"))],
            note=note,
        )

    def _id(self) -> str:
        """Return the id that an entry of ours has, "" for another's."""
        uid = self._entry.text("UID")
        if self._ours and uid.endswith(UID_END):
            return uid.removesuffix(UID_END)
        if uid:
            self._losses.drop("UID: an id is made from the title", self._entry.place)
        return ""

    def _dated(self, found: Period, words: str) -> tuple[str, str]:
        """Return the EDTF of the date, and a note for words that it does not say."""
        self._note_zone(found)
        if found.widened:
            self._losses.widen(found.widened, self._entry.place)
        if not words:
            return found.text, ""
        if meant := in_words(words, *found.days):
            return meant, ""
        return found.text, f"Date: {words}"

    def _note_zone(self, found: Period) -> None:
        zone = self._entry.zone()
        known = getattr(self._entry.time("DTSTART"), "tzinfo", None)
        if self._entry.has_zone and not known:
            what = "a time zone that is not known here: the time is kept as it is written"
            self._losses.drop(what, self._entry.place, zone[:_SHOWN])
        elif "T" in found.text and zone not in zones.NAMES:
            what = "the name of a time zone: its distance from UTC is kept"
            self._losses.drop(what, self._entry.place, zone)

    def _people(self) -> list[str]:
        """Return the actors who organise or attend, by name."""
        found = []
        for each in (*self._entry.each("ORGANIZER"), *self._entry.each("ATTENDEE")):
            self._losses.drop("the address of a person", self._entry.place)
            if name := _name(getattr(each, "params", {})):
                found.append(self._builder.actor(name))
            else:
                self._losses.drop("somebody without a name, or who declined", self._entry.place)
        return found

    def _categories(self) -> list[str]:
        return [str(tag) for each in self._entry.each("CATEGORIES") for tag in each.cats]

    def _status(self) -> list[str]:
        status = self._entry.text("STATUS").strip().upper()
        if status in _TAGS and not self._ours:
            self._losses.guess(f"STATUS:{status} becomes a tag", self._entry.place)
            return [status.lower()]
        if status and not self._ours:
            self._losses.drop(f"STATUS:{status[:20]}", self._entry.place)
        return []


def _name(params: Mapping[str, object]) -> str:
    """Return what a person is called; "" for nobody, a thing, or who does not come."""
    name = str(params.get("CN", "")).strip()
    is_thing = str(params.get("CUTYPE", "")).upper() in _NOT_PEOPLE
    is_away = str(params.get("PARTSTAT", "")).upper() == "DECLINED"
    return "" if is_thing or is_away or "@" in name else name
