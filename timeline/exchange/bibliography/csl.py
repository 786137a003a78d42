"""CSL-JSON, as reference managers export it → sources."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from timeline.exchange.bibliography.entries import Said, Shelf, iso
from timeline.exchange.contract import Choices
from timeline.exchange.losses import Losses
from timeline.exchange.tables.objects import items
from timeline.files.content import read as text_of
from timeline.files.content import shown
from timeline.model.records import Place
from timeline.model.timeline import Timeline
from timeline.text import together
from timeline.views.parts.bibliography import KINDS

_HINT: Final = 'it holds a list of items: [{"id": "a", "type": "book", "title": "…"}]'
TYPES: Final[Mapping[str, str]] = {
    **{kind.csl: type_ for type_, kind in KINDS.items()},
    **dict.fromkeys(("article", "software", "event", "performance", "periodical"), ""),
    **dict.fromkeys(("article-magazine", "review", "review-book"), "article"),
    **dict.fromkeys(("paper-conference",), "paper"),
    **dict.fromkeys(("collection", "classic"), "book"),
    **dict.fromkeys(("entry", "entry-dictionary", "entry-encyclopedia"), "chapter"),
    **dict.fromkeys(("motion_picture", "song"), "broadcast"),
    **dict.fromkeys(("bill", "legal_case", "regulation", "treaty"), "law"),
    **dict.fromkeys(("map", "figure", "musical_score"), "picture"),
    **dict.fromkeys(("manuscript", "personal_communication", "hearing", "patent"), "document"),
    **dict.fromkeys(("standard",), "report"),
    "pamphlet": "statement",
    "post-weblog": "post",
}
"""By type of CSL, all of them; "" for what is no type of ours."""
_HOUSES: Final = ("container-title", "publisher")
_TAKEN: Final = frozenset(
    (
        *("id", "type", "author", "title", "issued", "accessed", "language", "page"),
        *("ISBN", "DOI", "URL", "note"),
    )
)


def read(path: str, _: Choices, losses: Losses) -> Timeline:
    """Return the sources in the CSL-JSON at *path*, in a timeline without events."""
    name = shown(path)
    shelf = Shelf(losses)
    for found in items(name, text_of(path, _HINT)):
        losses.read += 1
        place = Place(name, found.line)
        if isinstance(found.value, dict):
            _add(shelf, found.value, place)
        else:
            losses.refuse("a value is no object", place, str(found.value)[:40])
    return shelf.timeline()


def is_item(found: Mapping[str, Any]) -> bool:
    """Whether an object is an item of CSL, rather than a row of a table."""
    says = {"author", "issued", "container-title", "publisher", "URL", "title"} & found.keys()
    return "date" not in found and found.get("type") in TYPES and bool(says)


def _add(shelf: Shelf, item: Mapping[str, Any], place: Place) -> None:
    house = next((key for key in _HOUSES if item.get(key)), "")
    shelf.add(
        Said(
            id=_text(item, "id"),
            type=TYPES.get(_text(item, "type"), ""),
            author=tuple(filter(None, map(_name, _list(item.get("author"))))),
            title=_text(item, "title"),
            publisher=_text(item, house),
            date=_date(item.get("issued")),
            accessed=_date(item.get("accessed")),
            language=_text(item, "language"),
            pages=_text(item, "page"),
            isbn=_text(item, "ISBN"),
            doi=_text(item, "DOI"),
            url=_text(item, "URL"),
            note=_text(item, "note"),
        ),
        place,
    )
    shelf.drop((key for key in item if key not in _TAKEN and key != house), place)


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key, "")
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(name: object) -> str:
    """Return the name of a person: "Writer, Ana", or a whole one."""
    if not isinstance(name, dict):
        return ""
    if name.get("literal"):
        return _text(name, "literal")
    particle = _text(name, "non-dropping-particle")
    family = together(" ", particle, _text(name, "family"))
    return together(", ", family, _text(name, "given"))


def _date(value: object) -> str:
    """Return a date of CSL as EDTF, or its words."""
    if not isinstance(value, dict):
        return ""
    parts = [[*map(str, part)] for part in _list(value.get("date-parts")) if isinstance(part, list)]
    if not any(parts):
        return _text(value, "raw") or _text(value, "literal")
    return _vague(map(_written, parts), is_about=bool(value.get("circa")))


def _written(parts: list[str]) -> str:
    """Return year, month and day as EDTF, for which 1 BCE is the year 0."""
    year, month, day = [*parts, "", "", ""][:3]
    if year.startswith("-") and year[1:].isdigit():
        after = int(year) + 1
        year = f"-{-after:04}" if after else "0000"
        return together("-", year, month and f"{int(month):02}")
    return iso(year, month, day)


def _vague(ends: Iterable[str], *, is_about: bool) -> str:
    sign = "~" if is_about else ""
    return "/".join(f"{end}{sign}" for end in ends)
