"""What may be typed next, and which of it fits what has been typed: any part of a name."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline.text import fold, slug, word_at


class Candidate(NamedTuple):
    """A word that may be typed, what is said beside it, and what else it is called."""

    text: str
    tells: str = ""
    names: Sequence[str] = ()


def matching(typed: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those that begin with *typed*; else those with a word that does; else a part.

    Case and accents make no difference, and what else something is called counts too.
    """
    every = list(candidates)
    sought = fold(typed)
    for fits in _FITS:
        if found := [each for each in every if _called(each, sought, fits)]:
            return found
    return []


def literal(typed: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return *candidates* as a shell wants them that offers only what has *typed* in it.

    What is found by another name is offered by that name, or without its accents.
    """
    return [_literal(typed.casefold(), each) for each in candidates]


def _literal(typed: str, candidate: Candidate) -> Candidate:
    words = (candidate.text, slug(candidate.text), *candidate.names, *map(slug, candidate.names))
    has = (word for word in words if typed in word.casefold())
    return candidate._replace(text=next(has, candidate.text))


_FITS: Sequence[Callable[[str, str], bool]] = (
    str.startswith,
    lambda name, sought: word_at(name, sought) >= 0,
    lambda name, sought: sought in name,
)


def _called(candidate: Candidate, sought: str, fits: Callable[[str, str], bool]) -> bool:
    return any(fits(fold(name), sought) for name in (candidate.text, *candidate.names))
