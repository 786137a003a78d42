"""A BibTeX or BibLaTeX file → sources."""

import logging
import re
from collections.abc import Mapping
from typing import Any, Final

from bibtexparser import library as libraries
from bibtexparser import middlewares, model
from bibtexparser.entrypoint import parse_string

from timeline.errors import TimelineError
from timeline.exchange.bibliography.entries import Said, Shelf, iso
from timeline.exchange.contract import Choices
from timeline.exchange.losses import Losses
from timeline.files.content import read as text_of
from timeline.files.content import shown
from timeline.model.records import Place
from timeline.model.timeline import Timeline
from timeline.text import together
from timeline.views.parts.bibtex import MONTHS

_HINT: Final = "an entry is written @book{key, title = {…}, year = {2019}}"
TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("book", "mvbook", "booklet", "collection", "proceedings"), "book"),
    **dict.fromkeys(("inbook", "incollection", "suppbook", "inreference"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper"),
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("online", "www", "electronic"), "page"),
    **dict.fromkeys(("manual", "unpublished", "letter"), "document"),
    **dict.fromkeys(("video", "audio", "movie"), "broadcast"),
    **dict.fromkeys(("image", "artwork"), "picture"),
    **dict.fromkeys(("legislation", "jurisdiction", "legal"), "law"),
    "dataset": "dataset",
}
_SCHOLARLY: Final = ("volume", "number", "issue", "issn")  # what an article of a journal has
# Who published it, or what it appeared in: the first that an entry has is its publisher.
_HOUSES: Final = (
    *("journal", "journaltitle", "institution", "school", "publisher", "organization"),
    *("howpublished", "booktitle"),
)
_TAKEN: Final = frozenset(
    (
        *("author", "title", "subtitle", "date", "year", "month", "day", "urldate", "pages"),
        *("isbn", "doi", "url", "note", "language", "langid"),
    )
)
_NO_LATEX: Final = re.compile(r"(?:(?!--|''|  )(?:[^\W_]|[ .,:;()/+=@*'-]))*")
_URL: Final = re.compile(r"\\url\s*\{([^{}]+)\}")


class NotBibtex(TimelineError):
    """A file in which BibTeX would find no entry."""


def read(path: str, _: Choices, losses: Losses) -> Timeline:
    """Return the sources in the BibTeX file at *path*, in a timeline without events."""
    text = text_of(path, _HINT)
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it is told as a loss
    library = parse_string(text)
    if not (library.entries or library.failed_blocks):
        raise NotBibtex(f"{shown(path)}: there is no entry of BibTeX in it", _HINT)
    shelf = Shelf(losses)
    for block in library.failed_blocks:
        losses.read += 1
        losses.refuse(_fault(block), _place(path, block), _begun(block))
    plain = _Plain(library)
    for entry in library.entries:
        losses.read += 1
        _add(shelf, entry, plain.fields(entry), _place(path, entry))
    return shelf.timeline()


class _Plain:
    """Makes plain text of LaTeX, and single names of authors."""

    def __init__(self, library: libraries.Library) -> None:
        """Know the *library* whose entries come."""
        self._library = library
        self._steps = (middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors())

    def fields(self, entry: model.Entry) -> dict[str, Any]:
        """Return the values of an *entry*; what has no sign of LaTeX in it is as it was.

        Most has none, and what decodes it takes long and leaves much behind.
        """
        found = {field.key: field.value for field in entry.fields}
        latex = [key for key, value in found.items() if not is_plain(value)]
        for step, keys in zip(self._steps, (latex, ["author"]), strict=True):
            fields = [model.Field(key, found[key]) for key in keys if key in found]
            step.transform_entry(model.Entry(entry.entry_type, entry.key, fields), self._library)
            found |= {field.key: field.value for field in fields}
        return {key.lower(): value for key, value in found.items()}


def is_plain(value: object) -> bool:
    """Return whether a value is a text without a sign that LaTeX reads as another."""
    return isinstance(value, str) and _NO_LATEX.fullmatch(value) is not None


def _place(path: str, block: model.Block) -> Place:
    return Place(shown(path), (block.start_line or 0) + 1)


def _fault(block: model.Block) -> str:
    if isinstance(block, model.DuplicateBlockKeyBlock):
        return "an entry whose key stands twice"
    return "an entry that is not BibTeX"


def _begun(block: model.Block) -> str:
    """Return how a block that cannot be read begins."""
    return (block.raw or "").strip().split("\n", 1)[0][:60]


def _add(shelf: Shelf, raw: model.Entry, fields: Mapping[str, Any], place: Place) -> None:
    """Take an entry over; addresses as they were before their signs were taken for LaTeX."""
    plain = {field.key.lower(): _text(field.value) for field in raw.fields}
    texts = {key: _text(value) for key, value in fields.items()}
    house = next((name for name in _HOUSES if texts.get(name)), "")
    linked = _URL.search(plain.get("howpublished", ""))
    title = together(": ", texts.get("title"), texts.get("subtitle"))
    shelf.add(
        Said(
            id=raw.key,
            type=_type(raw.entry_type.lower(), texts),
            author=_authors(fields.get("author")),
            title=title,
            publisher="" if linked and house == "howpublished" else texts.get(house, ""),
            date=plain.get("date") or _date(texts),
            accessed=plain.get("urldate", ""),
            language=texts.get("langid") or texts.get("language", ""),
            pages=texts.get("pages", "").replace("--", "–"),
            isbn=texts.get("isbn", ""),
            doi=plain.get("doi", ""),
            url=plain.get("url") or (linked[1] if linked else ""),
            note=texts.get("note", ""),
        ),
        place,
    )
    shelf.drop((name for name in texts if name not in _TAKEN and name != house), place)


def _text(value: object) -> str:
    """Return a value as text; the circumflex of LaTeX is the sign that people type."""
    return str(value).replace("\u02c6", "^") if isinstance(value, str | int) else ""


def _authors(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _type(type_: str, fields: Mapping[str, str]) -> str:
    """Return our word for a type; an article is one of a journal where it has a volume or so."""
    if type_ == "article":
        return "paper" if any(fields.get(name) for name in _SCHOLARLY) else "article"
    return TYPES.get(type_, "")


def _date(fields: Mapping[str, str]) -> str:
    """Return year, month and day as EDTF."""
    month = fields.get("month", "").strip().lower()
    if month[:3] in MONTHS:
        month = str(MONTHS.index(month[:3]) + 1)
    return iso(fields.get("year", ""), month, fields.get("day", ""))
