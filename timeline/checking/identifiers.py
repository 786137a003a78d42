"""Rules about what names a publication, its origin or its language."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from timeline.checking.rule import Case, Fault, entry, on
from timeline.likeness import nearest
from timeline.model import languages
from timeline.model.findings import Spot
from timeline.text import quoted

_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_BEFORE: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_OLD: Final = 10  # digits of an ISBN before 2007
_NEW: Final = 13


def wrong_identifier(case: Case) -> Iterator[Fault]:
    """Find ISBNs, DOIs and languages that cannot be ones."""
    for source in case.timeline.sources.values():
        for key, fault_of in _FAULTS.items():
            text = getattr(source, key)
            if text and (found := fault_of(text)):
                yield Fault(entry("sources", source.id, key, text), *found)


def unknown_origin(case: Case) -> Iterator[Fault]:
    """Find origins that are written like the id of a source, and are nearly that of one."""
    sources = case.timeline.sources
    for spot, name in _origins(case):
        if name not in sources and _ID.fullmatch(name) and (near := nearest(name, sources, 1)):
            hint = f"write {near[0]}; what was not read goes by its name, as The Echo does"
            yield Fault(spot, f"no source is called {quoted(name)}", hint)


def _origins(case: Case) -> Iterator[tuple[Spot, str]]:
    """Yield whose text or account is told, by sources and by their uses."""
    for source in case.timeline.sources.values():
        if source.copy_of:
            yield entry("sources", source.id, "copy-of", source.copy_of), source.copy_of
        for name in source.relays:
            yield entry("sources", source.id, "relays", name), name
    for event in case.relaying:
        for citation in event.sources:
            yield from ((on(event, "sources", citation.source), name) for name in citation.relays)


def _of_isbn(text: str) -> tuple[str, str] | None:
    digits = re.sub(r"[\s–-]", "", text)
    if not re.fullmatch(r"\d{9}[\dXx]|\d{13}", digits):
        return "this is no ISBN", "write its 10 or 13 digits: 978-0-306-40615-7"
    if _checks(digits):
        return None
    return "the check digit of this ISBN does not fit", "compare it with the book: a digit is wrong"


def _checks(digits: str) -> bool:
    """Whether the last digit of an ISBN follows from the others (ISO 2108)."""
    numbers = [10 if digit in "Xx" else int(digit) for digit in digits]
    if len(numbers) == _NEW:
        return sum(numbers[::2], 3 * sum(numbers[1::2])) % 10 == 0
    weights = range(_OLD, 0, -1)
    return sum(map(int.__mul__, weights, numbers)) % 11 == 0


def _of_doi(text: str) -> tuple[str, str] | None:
    if _DOI.fullmatch(text):
        return None
    bare = _BEFORE.sub("", text)
    if _DOI.fullmatch(bare):
        return "this is more than a DOI", f"write {bare}"
    return "this is no DOI", "it begins with 10. and a number: 10.1000/182"


def _of_language(text: str) -> tuple[str, str] | None:
    if languages.is_tag(text):
        return None
    tag = text.replace("_", "-")
    meant = languages.code(text) or (tag if languages.is_tag(tag) else "")
    return "this is no code of a language", f"write {meant or 'one such as ru, es or es-VE'}"


_FAULTS: Final[Mapping[str, Callable[[str], tuple[str, str] | None]]] = {
    "language": _of_language,
    "isbn": _of_isbn,
    "doi": _of_doi,
}
