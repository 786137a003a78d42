"""What a source is in the formats of reference managers: CSL-JSON, BibTeX and RIS."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from timeline.model.records import Source
from timeline.model.timeline import Timeline
from timeline.text import together
from timeline.views.parts.citations import archived, further, grade


class Kind(NamedTuple):
    """What a type of source is called by CSL 1.0.2, BibTeX and RIS, and who stands for its house.

    *house* is the field of BibTeX for who published it; *within* says whether CSL and RIS
    take that for what it appeared in.
    """

    csl: str
    bibtex: str
    ris: str
    house: str = "howpublished"
    within: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "article": Kind("article-newspaper", "article", "NEWS", "journal", within=True),
    "paper": Kind("article-journal", "article", "JOUR", "journal", within=True),
    "book": Kind("book", "book", "BOOK", "publisher"),
    "chapter": Kind("chapter", "incollection", "CHAP", "publisher"),
    "report": Kind("report", "techreport", "RPRT", "institution"),
    "thesis": Kind("thesis", "phdthesis", "THES", "school"),
    "dataset": Kind("dataset", "misc", "DATA"),
    "document": Kind("document", "misc", "UNPB"),
    "statement": Kind("speech", "misc", "PAMP"),
    "law": Kind("legislation", "misc", "STAT"),
    "interview": Kind("interview", "misc", "PCOMM"),
    "broadcast": Kind("broadcast", "misc", "VIDEO", within=True),
    "picture": Kind("graphic", "misc", "ART"),
    "post": Kind("post", "misc", "BLOG", within=True),
    "page": Kind("webpage", "misc", "ELEC", within=True),
}
"""By type of source; each word of CSL and RIS stands for one."""

_UNTYPED: Final = Kind("article", "misc", "GEN", "publisher")
# What has a field of its own in each of these formats.
_HAVE_FIELDS: Final = frozenset(
    ("author", "type", "language", "pages", "isbn", "doi", "accessed", "archive")
)


def kind_of(source: Source) -> Kind:
    """Return what a source is; one of which no type is said is a page if it has an address."""
    if source.type:
        return KINDS[source.type]
    return KINDS["page"] if source.url else _UNTYPED


class Person(NamedTuple):
    """An author: family and given name where the text parts them by a comma, else a whole name."""

    family: str
    given: str = ""


def people(source: Source) -> Iterator[Person]:
    """Yield the authors of a source."""
    for name in source.author:
        family, _, given = (part.strip() for part in name.partition(","))
        yield Person(family, given) if given else Person(name)


def remark(source: Source, timeline: Timeline) -> str:
    """Return what the formats have no field for: grade, origins, where it is kept, its note."""
    rest = further(source, timeline, without=_HAVE_FIELDS)
    graded = f"reliability: {grade(source)}" if source.reliability else ""
    return together("; ", graded, *rest, archived(source), source.note)


def plain(text: str) -> str:
    """Return a text on one line, without characters that nobody sees."""
    seen = (char if char.isprintable() else " " for char in text)
    return " ".join("".join(seen).split())
