"""A GEDCOM file (5.5.1, 7.0) → a timeline of the dated events of its persons and families."""

import re
from typing import Final

import msgspec

from timeline import edtf
from timeline.edtf import EdtfError
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.gedcom import dates
from timeline.exchange.gedcom.lines import Record, records
from timeline.exchange.gedcom.people import People, Sources, texts
from timeline.exchange.gedcom.titles import EVENTS, FACTS, title
from timeline.exchange.losses import Losses
from timeline.model.timeline import Timeline

_NAMES: Final = {"INDI": "a person's", "FAM": "a family's"}
_SHAPE: Final = {"INDI": frozenset(("NAME",)), "FAM": frozenset(("HUSB", "WIFE"))}
_ASIDE: Final = frozenset(("HEAD", "TRLR", "SOUR", "NOTE", "SNOTE"))  # read where they are used
_TAKEN: Final = frozenset(("DATE", "PLAC", "TYPE", "NOTE", "SNOTE", "SOUR", "CAUS"))
_PLAIN_DAY: Final = re.compile(r"-?\d{4}-\d\d-\d\d")
_TIME: Final = re.compile(r"(\d{1,2})(:\d\d(?::\d\d)?)(?:\.\d+)?(Z?)")


def read(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline of the events in the GEDCOM file at *path*."""
    found = records(path, losses)
    return _Reader(found, choices, losses).timeline(found)


class _Reader:
    """Goes through persons and families, event by event."""

    def __init__(self, found: list[Record], choices: Choices, losses: Losses) -> None:
        self._order = choices.order
        self._losses = losses
        self._builder = Builder(losses, choices.today, choices.spool)
        self._records: dict[str, Record] = {}
        for record in found:
            if record.xref and self._records.setdefault(record.xref, record) is not record:
                losses.drop("a record whose xref stands twice", record.place, record.xref)
        self._people = People(self._records, self._builder)
        self._sources = Sources(self._records, self._builder, losses)
        header = found[0].first("GEDC")
        self._is_seven = bool(header and header.text("VERS").startswith("7"))

    def timeline(self, found: list[Record]) -> Timeline:
        """Return the timeline of all records."""
        for record in found:
            if record.tag in _NAMES and self._records.get(record.xref, record) is record:
                self._record(record)
            elif record.tag not in _NAMES and record.tag not in _ASIDE:
                self._losses.drop("a record of another kind", record.place, record.tag)
        return self._builder.timeline()

    def _record(self, record: Record) -> None:
        if record.tag == "FAM":
            actors = self._people.of_family(record)
        else:
            actors = list(filter(None, [self._people.actor(record.xref)]))
        for part in record.parts:
            if part.tag in EVENTS or (part.tag in FACTS and part.first("DATE")):
                self._losses.read += 1
                self._event(part, actors)
            elif part.tag not in _SHAPE[record.tag]:
                self._drop(part, _NAMES[record.tag])

    def _drop(self, part: Record, whose: str) -> None:
        """Note a part that is no event; what a program has made up is one kind of thing."""
        what = f"{whose} tag of a program's own"
        if part.tag in FACTS:
            what = "a fact without a date"
        elif part.tag.isalpha() and len(part.tag) <= len("CONT"):
            what = f"{whose} {part.tag}"
        self._losses.drop(what, part.place, part.value or part.tag)

    def _event(self, event: Record, actors: list[str]) -> None:
        date = event.first("DATE")
        if date is None or not date.value.strip():
            self._losses.refuse("no date", event.place, event.tag)
            return
        try:
            dated = dates.read(date.value, inclusive=self._is_seven, order=self._order)
            reading = self._timed(dated.reading, date)
            when = reading.when
        except NotADate as error:
            self._losses.refuse(error.message, date.place, date.value.strip(), error.hint)
            return
        except EdtfError as error:
            what = "the date cannot be read"
            self._losses.refuse(what, date.place, date.value.strip(), error.hint)
            return
        self._add(event, actors, msgspec.structs.replace(dated, reading=reading), when)

    def _timed(self, reading: Reading, date: Record) -> Reading:
        """Return a whole day with its time of day, which 7.0 may state."""
        time = date.first("TIME")
        if time is None:
            return reading
        match = _TIME.fullmatch(time.value.strip())
        if not match or not _PLAIN_DAY.fullmatch(reading.text):
            self._losses.drop("a time of day", time.place, time.value)
            return reading
        hour, rest, zone = match.groups()
        clock = f"{int(hour):02}{rest}{zone}"
        return msgspec.structs.replace(reading, text=f"{reading.text}T{clock}")

    def _add(
        self, event: Record, actors: list[str], dated: dates.Dated, when: edtf.When | None
    ) -> None:
        place = event.place
        for part in event.parts:
            if part.tag not in _TAKEN:
                self._drop(part, "an event's")
        cited = (self._sources.citation(source) for source in event.all("SOUR"))
        written = self._builder.add(
            place,
            date=when,
            title=self._title(event, actors),
            summary=" ".join(texts(list(event.all("NOTE", "SNOTE")), self._records)),
            actors=actors,
            places=[part.value for part in event.all("PLAC")],
            tags=[(EVENTS.get(event.tag) or FACTS[event.tag]).lower()],
            sources=[citation for citation in cited if citation],
            note=self._note(event, dated),
        )
        if written and dated.reading.widened:
            self._losses.widen(dated.reading.widened, place, event.text("DATE"))
        if written and dated.reading.guessed:
            self._losses.guess(dated.reading.guessed, place, event.text("DATE"))

    def _title(self, event: Record, actors: list[str]) -> str:
        names = self._people.names(actors)
        return title(event.tag, event.value.strip(), event.text("TYPE"), names)

    def _note(self, event: Record, dated: dates.Dated) -> str:
        """Return what has no key of its own: the phrase of a date, a cause, a type."""
        phrases = (date.text("PHRASE") for date in event.all("DATE"))
        phrase = dated.phrase or next(phrases, "")
        told = [("Date", phrase), ("Cause", event.text("CAUS"))]
        if event.tag not in {"EVEN", "FACT"}:
            told.append(("Type", event.text("TYPE")))
        return "; ".join(f"{label}: {text}" for label, text in told if text)
