"""Sources → RIS, which every reference manager reads."""

from collections.abc import Iterable, Iterator
from typing import Final

from timeline.edtf import When
from timeline.model.records import Source
from timeline.model.timeline import Timeline
from timeline.views.parts.bibliography import Person, kind_of, people, plain, remark
from timeline.views.parts.csl import issued

_PAGES: Final = str.maketrans("–—", "--")


def records(sources: Iterable[Source], timeline: Timeline) -> Iterator[str]:
    """Yield the lines of a record for each of the *sources* of *timeline*, an empty one behind."""
    for source in sources:
        yield from (f"{tag}  - {plain(text)}" for tag, text in _tags(source, timeline) if text)
        yield from ("ER  - ", "")


def _tags(source: Source, timeline: Timeline) -> Iterator[tuple[str, str]]:
    kind = kind_of(source)
    first, _, last = source.pages.translate(_PAGES).partition("-")
    yield "TY", kind.ris
    yield "ID", source.id
    yield from (("AU", _name(person)) for person in people(source))
    yield "TI", source.title
    yield "T2" if kind.within else "PB", source.publisher
    if source.date:
        yield "PY", str(issued(source.date)["date-parts"][0][0])
        yield "DA", _date(source.date)
    yield "SP", first.strip()
    yield "EP", last.strip()
    yield "SN", source.isbn
    yield "DO", source.doi
    yield "UR", source.url
    if source.accessed:
        yield "Y2", _date(source.accessed)
    yield "LA", source.language
    yield "N1", remark(source, timeline)


def _name(person: Person) -> str:
    return f"{person.family}, {person.given}" if person.given else person.family


def _date(date: When) -> str:
    """Return `2019/03/29/`, as far as it is known; vague dates in words behind the last stroke."""
    found = issued(date)
    year, *rest = found["date-parts"][0]
    month, day = (f"{part:02}" for part in (*rest, 0, 0)[:2])
    parts = [f"{year:04}", month.replace("00", ""), day.replace("00", "")]
    other = date.describe() if "circa" in found or len(found["date-parts"]) > 1 else ""
    return "/".join([*parts, other])
