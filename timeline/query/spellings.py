"""Words that no event has → those of the events that are spelled much like them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from timeline.likeness import alike, likely
from timeline.query import values
from timeline.query.matches import How, sought
from timeline.query.terms import Words
from timeline.text import fold

_WORD = re.compile(r"[^\W_]+")
_LEAST = 0.8  # how much a word must be like one that was meant: of 5 letters one is wrong
_LEAST_OF_4 = 0.75
_SHORTEST = 4  # letters of a word that may be mistyped
_FEWEST = 3  # letters of a word two of which may have been swapped
_MOST = 3  # words that are offered
_MOST_LETTERS = 100


def is_found(words: Words) -> bool:
    """Return whether some event has *words*."""
    return words.timeline.has(words)


def other(words: Words, typed: str) -> Words:
    """Return what *typed* asks for where *words* are sought."""
    return replace(words, typed=typed, sought=sought(typed))


def near(words: Words) -> list[Words]:
    """Return what *words*, which no event has, may have been meant to be, best first.

    Each of them some event has. Of a phrase, every word is mended that no event has; where no
    word is like them, they are sought without the signs around them: `+russia`, `russia!`.
    """
    plain = other(words, " ".join(_WORD.findall(words.typed)))
    if found := _mistyped(words):
        return found
    return [plain] if plain.typed and is_found(plain) else _mistyped(plain)


def _mistyped(words: Words) -> list[Words]:
    """Return what *words* may have been meant to be where letters are wrong in some of them."""
    spelled = _spellings(words)
    mistyped = [word for word in _WORD.findall(words.typed) if not _is_one(word, words, spelled)]
    if not mistyped:
        return []
    first, *rest = mistyped
    mended = [_mended(words, first, each) for each in _alike(first, spelled)]
    for word in rest:
        best = _alike(word, spelled)[:1]
        mended = [_mended(words, word, best[0]) for words in mended if best]
    return [each for each in mended if is_found(each)][:_MOST]


def _spellings(words: Words) -> Mapping[str, str]:
    """Return the words of the texts in which *words* are sought: folded → as they stand there.

    Of two spellings it is the one in lower case, which is that of a word within a sentence.
    """
    numbers = any(map(str.isdecimal, fold(words.typed)))  # nothing else is like one
    is_known = words.values is values.texts
    known = words.timeline.spellings(numbers=numbers) if is_known else None
    if known is not None:
        return known
    found = spelled(values.every(words.values, words.timeline))
    return {word: said for word, said in found.items() if numbers or not is_number(word)}


def is_number(word: str) -> bool:
    """Return whether a folded *word* is one of digits alone."""
    return word.isdecimal()


def spelled(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of *texts* as they come, folded: the greatest spelling of each.

    Those of digits alone stand behind the others.
    """
    found: dict[str, str] = {}
    for word in dict.fromkeys(chain.from_iterable(map(_WORD.findall, texts))):
        folded = fold(word)
        found[folded] = max(word, found.get(folded, ""))
    return dict(sorted(found.items(), key=lambda pair: is_number(pair[0])))


def _is_one(word: str, words: Words, spelled: Mapping[str, str]) -> bool:
    """Return whether *word* of *words* is one of those spelled so, or begins one if that does."""
    folded = fold(word)
    if words.sought.how is How.whole:
        return folded in spelled
    return any(each.startswith(folded) for each in spelled)


def _alike(word: str, spelled: Mapping[str, str]) -> list[str]:
    """Return the words like *word*, best first, without those that another one finds too."""
    folded = fold(word)
    swapped = [each for each in _swapped(folded) if each in spelled]
    if swapped or not _SHORTEST <= len(folded) <= _MOST_LETTERS:
        return [spelled[each] for each in swapped[:_MOST]]
    least = _LEAST_OF_4 if len(folded) == _SHORTEST else _LEAST
    close = alike(folded, likely(folded, spelled), 3 * _MOST, least)
    first = [each for each in close if not _begins_with_another(each, close)]
    return [spelled[each] for each in first[:_MOST]]


def _swapped(word: str) -> Iterator[str]:
    """Yield *word* with each two letters that stand side by side the other way round."""
    if not _FEWEST <= len(word) <= _MOST_LETTERS:
        return
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _begins_with_another(word: str, others: list[str]) -> bool:
    return any(word != other and word.startswith(other) for other in others)


def _mended(words: Words, wrong: str, right: str) -> Words:
    return other(words, words.typed.replace(wrong, right))
