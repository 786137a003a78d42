"""What was probably meant: the known names that are most like the one that was typed."""

import difflib
import re
from collections.abc import Iterable
from heapq import nlargest

from timeline.text import fold, listed, slug

_NEGATION = re.compile(r"(?:not|non|un)[\s-]*(?=\w)", re.IGNORECASE)
_MOST_MEANT = 100  # characters: nobody mistypes a longer name
_MOST_COMPARED = 50  # names worth a close look


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the *known* names that *word* may have been meant to be, best first.

    A name that differs in nothing but case, accents and dashes is the only one;
    where no name is near as a whole, those with a word that is: "sirya" is near
    "syria-assad".
    """
    folded = fold(word)
    if len(folded) > _MOST_MEANT:
        return []
    names = {fold(name): name for name in known if len(name) <= _MOST_MEANT}
    if folded in names:
        return [names[folded]]
    if close := alike(folded, likely(folded, names), most):
        return [names[each] for each in close]
    words: dict[str, list[str]] = {}
    for name in names.values():
        for word_of_it in dict.fromkeys(slug(name).split("-")):
            words.setdefault(word_of_it, []).append(name)
    best = alike(folded, likely(folded, words), 1)
    return words[best[0]][:most] if best else []


def alike(word: str, known: Iterable[str], most: int, least: float = 0.6) -> list[str]:
    """Return the *most* of the *known* words that are most like *word*, best first.

    *least* is how much they must be like it, from 0 to 1.
    """
    return difflib.get_close_matches(word, list(known), most, least)


def likely(word: str, names: Iterable[str]) -> list[str]:
    """Return the *names* worth a close look: those that share most pairs of letters with *word*."""
    pairs = {word[at : at + 2] for at in range(len(word))}
    return nlargest(_MOST_COMPARED, names, key=lambda name: sum(pair in name for pair in pairs))


def without_negation(word: str) -> str:
    """Return what *word* says that it is not: of `not confirmed`, `unconfirmed`; else ""."""
    found = _NEGATION.match(word)
    return word[found.end() :] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean 'a' or 'b'?", or nothing where no name is near."""
    return f"did you mean {listed(near)}?" if (near := nearest(word, known)) else ""
