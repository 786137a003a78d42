"""What the entries of a bibliography say → the sources of a timeline without events."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from timeline import edtf
from timeline.edtf import EdtfError, When
from timeline.exchange.date_texts import read as date_of
from timeline.exchange.dates import NotADate
from timeline.exchange.losses import Losses
from timeline.model import languages
from timeline.model.records import Ids, Place, Source
from timeline.model.timeline import Timeline
from timeline.text import one_line, said_once, slug, together

NO_PLACE: Final = "sources have no place for it"
_GRADED: Final = re.compile(r"reliability: ([A-F])\b[^;]*(?:; |$)")  # as `cite` writes it
_SHORT: Final = 40  # characters of a title that an id is made of


class Said(NamedTuple):
    """What an entry says, each as text; a date in words or as EDTF."""

    id: str = ""
    type: str = ""
    author: tuple[str, ...] = ()
    title: str = ""
    publisher: str = ""
    date: str = ""
    accessed: str = ""
    language: str = ""
    pages: str = ""
    isbn: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""


class Shelf:
    """Takes entries one by one and makes sources of them."""

    def __init__(self, losses: Losses) -> None:
        """Note with *losses*, which count sources."""
        self._losses = losses
        self._sources: dict[str, Source] = {}
        self._ids = Ids()
        losses.noun = "source"

    def add(self, said: Said, place: Place) -> None:
        """Take an entry over, or refuse one that does not say what it is."""
        if not (said.title or said.publisher or said.url):
            self._losses.refuse("an entry without a title, a publisher and an address", place)
            return
        graded = _GRADED.match(said.note)
        source = Source(
            self._ids.free(one_line(said.id) or _made_id(said)),
            publisher=one_line(said.publisher),
            author=said_once(map(one_line, said.author)),
            title=one_line(said.title),
            date=self._date(said.date, "date", place),
            type=said.type,
            language=_language(one_line(said.language)),
            pages=one_line(said.pages),
            isbn=one_line(said.isbn),
            doi=one_line(said.doi),
            url=one_line(said.url),
            accessed=self._date(said.accessed, "day on which it was read", place),
            reliability=graded[1] if graded else "",
            note=one_line(said.note[graded.end() :] if graded else said.note),
        )
        self._sources[source.id] = source
        self._losses.written += 1

    def drop(self, names: Iterable[str], place: Place) -> None:
        """Note the fields of an entry that become nothing."""
        for name in names:
            self._losses.drop(f"{name}: {NO_PLACE}", place)

    def timeline(self) -> Timeline:
        """Return a timeline of all sources."""
        return Timeline((), sources=self._sources)

    def _date(self, text: str, what: str, place: Place) -> When | None:
        text = one_line(text)
        if not text:
            return None
        try:
            return edtf.parse(text)
        except EdtfError:
            return self._read(text, what, place)

    def _read(self, text: str, what: str, place: Place) -> When | None:
        """Return a date that is no EDTF, None where it cannot be read; what is lost is noted."""
        try:
            return edtf.parse(date_of(text, "").text)
        except (NotADate, EdtfError):
            self._losses.drop(f"a {what} that cannot be read", place, text)
            return None


def _language(text: str) -> str:
    """Return the tag of a language that is told by its name; what is a tag, or unknown, stays."""
    return text if languages.is_tag(text) else languages.code(text) or text


def _made_id(said: Said) -> str:
    """Return an id for an entry that has none."""
    year = said.date[:4] if said.date[:4].isdigit() else ""
    name = slug(said.publisher or said.title)[:_SHORT].strip("-")
    return together("-", name, year) or "source"


def iso(year: str, month: str = "", day: str = "") -> str:
    """Return the numbers of a date as EDTF, as far as they are there; "" without a year."""
    if not year.lstrip("-").isdigit():
        return year
    parts = [f"{int(year):04}"]
    for part in (month, day):
        if not part.isdigit():
            break
        parts.append(f"{int(part):02}")
    return "-".join(parts)
