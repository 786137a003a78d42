"""Sources → BibTeX, for LaTeX and for reference managers.

`date` and `urldate` are EDTF, as BibLaTeX reads them; `year` and `month` are there for BibTeX.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.model.records import Ids, Source
from timeline.model.timeline import Timeline
from timeline.views.parts.bibliography import Person, kind_of, people, plain, remark
from timeline.views.parts.csl import issued

_SPECIAL: Final = {
    **{ord(char): f"\\{char}" for char in "#$%&_{}"},
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
# An address is taken as it is written, but for braces, which would end it.
_OF_ADDRESSES: Final = {ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C", ord(" "): "%20"}
_PAIRS: Final = re.compile(r"([-'`])(?=\1)|[!?](?=`)")  # of which TeX makes one sign
_NO_KEY: Final = re.compile(r"[^\w.:+/-]+", re.ASCII)
_AND: Final = re.compile(r"\band\b", re.IGNORECASE)
_DASH: Final = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
"""The names of months in BibTeX."""


def entries(sources: Iterable[Source], timeline: Timeline) -> Iterator[str]:
    """Yield the lines of an entry for each of the *sources* of *timeline*, an empty one behind."""
    keys = Ids()
    for source in sources:
        kind = kind_of(source)
        yield f"@{kind.bibtex}{{{keys.free(_key(source))},"
        yield from (f"  {name} = {value}," for name, value in _fields(source, timeline))
        yield from ("}", "")


def _key(source: Source) -> str:
    """Return an id as BibTeX can have it."""
    return _NO_KEY.sub("-", source.id)


def _fields(source: Source, timeline: Timeline) -> Iterator[tuple[str, str]]:
    texts = {
        "title": source.title,
        kind_of(source).house: source.publisher,
        "isbn": source.isbn,
        "language": source.language,
        "note": remark(source, timeline),
    }
    if source.author:
        yield "author", f"{{{' and '.join(map(_name, people(source)))}}}"
    yield from ((name, f"{{{_escaped(text)}}}") for name, text in texts.items() if text)
    if source.pages:
        yield "pages", f"{{{_DASH.sub('--', _escaped(source.pages))}}}"
    yield from _dates(source)
    addresses = {"doi": source.doi, "url": source.url}
    for name, text in addresses.items():
        if text:
            yield name, f"{{{plain(text).translate(_OF_ADDRESSES)}}}"


def _name(person: Person) -> str:
    """Return a name, in braces where BibTeX would part it otherwise than it is."""
    if person.given:
        return f"{_escaped(person.family)}, {_escaped(person.given)}"
    text = _escaped(person.family)
    return f"{{{text}}}" if " " in text or _AND.search(text) else text


def _dates(source: Source) -> Iterator[tuple[str, str]]:
    if source.date:
        if source.date.kind in ("date", "interval"):  # BibLaTeX reads no sets
            yield "date", f"{{{source.date.text}}}"
        yield from _year_and_month(issued(source.date)["date-parts"])
    if source.accessed:
        yield "urldate", f"{{{source.accessed.text}}}"


def _year_and_month(dates: Sequence[Sequence[int]]) -> Iterator[tuple[str, str]]:
    """Yield the year and month of a date that has no end apart."""
    if len(dates) == 1:
        year, *rest = dates[0]
        yield "year", f"{{{year}}}"
        yield from (("month", MONTHS[month - 1]) for month in rest[:1])


def _escaped(text: str) -> str:
    return _PAIRS.sub(r"\g<0>{}", plain(text).translate(_SPECIAL))
