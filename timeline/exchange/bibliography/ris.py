"""A RIS file → sources."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import rispy

from timeline.errors import TimelineError
from timeline.exchange.bibliography.entries import Said, Shelf, iso
from timeline.exchange.contract import Choices
from timeline.exchange.losses import Losses
from timeline.files.content import read as text_of
from timeline.files.content import shown
from timeline.model.records import Place
from timeline.model.timeline import Timeline
from timeline.text import together
from timeline.views.parts.bibliography import KINDS

_HINT: Final = "a record begins with a line of TY  - BOOK and ends with one of ER  - "
TYPES: Final[Mapping[str, str]] = {
    **{kind.ris: type_ for type_, kind in KINDS.items()},
    **dict.fromkeys(("MGZN", "INPR"), "article"),
    **dict.fromkeys(("EJOUR", "JFULL", "CONF", "CPAPER"), "paper"),
    **dict.fromkeys(("EBOOK", "EDBOOK", "SER"), "book"),
    **dict.fromkeys(("ECHAP", "ENCYC", "DICT"), "chapter"),
    **dict.fromkeys(("SOUND", "MPCT", "ADVS", "MULTI"), "broadcast"),
    **dict.fromkeys(("BILL", "CASE", "LEGAL"), "law"),
    **dict.fromkeys(("MAP", "FIGURE"), "picture"),
    **dict.fromkeys(("WEB", "ICOMM"), "page"),
    **dict.fromkeys(("MANSCPT", "GOVDOC", "HEAR"), "document"),
    **dict.fromkeys(("AGGR", "DBASE"), "dataset"),
}
_AUTHORS: Final = ("authors", "first_authors")
_TITLES: Final = ("title", "primary_title")
_HOUSES: Final = ("secondary_title", "journal_name", "alternate_title1", "publisher")
_YEARS: Final = ("date", "year", "publication_year")
_TAKEN: Final = frozenset(
    (
        *(*_AUTHORS, *_TITLES, *_YEARS, "type_of_reference", "id", "access_date", "language"),
        *("start_page", "end_page", "issn", "doi", "urls", "url", "notes"),
    )
)
_DATES: Final = ("date", "access_date")
_WORDS: Final = re.compile(r"(?:[^/]*/){3}.*\S.*")
_BEGIN: Final = re.compile(r"^\ufeff?TY {0,2}- ?", re.MULTILINE)


class NotRis(TimelineError):
    """A file without a record of RIS."""


def read(path: str, _: Choices, losses: Losses) -> Timeline:
    """Return the sources in the RIS file at *path*, in a timeline without events."""
    text = text_of(path, _HINT)
    starts = [found.start() for found in _BEGIN.finditer(text)]
    if not starts:
        raise NotRis(f"{shown(path)}: no record of RIS begins in it", _HINT)
    shelf = Shelf(losses)
    for place, record in _records(shown(path), text, starts):
        losses.read += 1
        if record is None:
            losses.refuse("a record that has no end", place, hint="end it with a line of ER  - ")
        else:
            _add(shelf, record, place)
    return shelf.timeline()


def _records(
    name: str, text: str, starts: list[int]
) -> Iterator[tuple[Place, Mapping[str, Any] | None]]:
    """Yield each record apart: one that cannot be read is None, and stops no other."""
    line = 1 + text.count("\n", 0, starts[0])
    for start, end in pairwise([*starts, len(text)]):
        part = text[start:end]
        found = rispy.loads(part) if re.search(r"^ER {0,2}-", part, re.MULTILINE) else []
        yield Place(name, line), found[0] if found else None
        line += part.count("\n")


def _add(shelf: Shelf, record: Mapping[str, Any], place: Place) -> None:
    house = _first(record, _HOUSES)
    shelf.add(
        Said(
            id=_text(record, "id"),
            type=TYPES.get(_text(record, "type_of_reference"), ""),
            author=tuple(name for key in _AUTHORS for name in record.get(key, ())),
            title=_text(record, _first(record, _TITLES)),
            publisher=_text(record, house),
            date=_date(_text(record, _first(record, _YEARS))),
            accessed=_date(_text(record, "access_date")),
            language=_text(record, "language"),
            pages=together("–", _text(record, "start_page"), _text(record, "end_page")),
            isbn=_text(record, "issn"),
            doi=_text(record, "doi"),
            url=next(iter(record.get("urls", ())), ""),
            note="; ".join(record.get("notes", ())),
        ),
        place,
    )
    others = (key for key in record if key not in _TAKEN and key != house)
    shelf.drop((key.replace("_", " ") for key in others), place)
    if any(_WORDS.fullmatch(_text(record, key)) for key in _DATES):
        shelf.drop(["the words behind a date"], place)


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((key for key in keys if record.get(key)), keys[0])


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key, "")
    return value if isinstance(value, str) else "; ".join(map(str, value))


def _date(text: str) -> str:
    """Return `2019/03/29/about noon` as EDTF; what stands behind the last stroke are words."""
    parts = [part.strip() for part in text.split("/")]
    return iso(*parts[:3])
