"""Events that are perhaps the same event: their dates overlap, and their titles are alike.

Titles are compared as sets of words, each with the weight of its rarity in the file
(a weighted Jaccard index: what both have, by what either has). Word order makes no
difference, which it does to edit distances ("Il-76 lands in Caracas", "in Caracas lands an
Il-76"); and the words of a series count for little, so that "US strike on a boat" and a
hundred more of its kind are not all alike because they share a subject. No library is needed.

Nobody compares all with all: titles whose index is at least `ALIKE` share one of those rare
words that make up more than the rest of the weight, so that it is enough to look at events
under each of these ("prefix filtering"), from the few that come just before in time.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from math import log

import msgspec

from timeline.checking.rule import Case, Fault, on
from timeline.model.records import Event
from timeline.text import fold, quoted

ALIKE = 0.6
_MOST_COMPARED = 20  # events under one word, the latest before this one
_STEM = 6  # letters: Russia and Russian, lands and landed, are one word
_SMALL = frozenset("a an and at by for from in into is of on or s the to with".split())  # noqa: SIM905
_WORD = re.compile(r"\w+")


class _Title(msgspec.Struct):
    event: Event
    first: int
    last: int
    words: frozenset[str]
    weight: float


def near_duplicate(case: Case) -> Iterator[Fault]:
    """Find events with overlapping dates and alike titles that are not linked."""
    words = {event.id: _words(event.title) for event in case.events}
    weights = _weights(words.values())
    under: dict[str, list[_Title]] = {}
    for event in sorted(case.events, key=lambda event: event.date.sort_key):
        title = _title(event, words[event.id], weights)
        rare = _rare(title, weights)
        before = {id(each): each for word in rare for each in under.get(word, [])[-_MOST_COMPARED:]}
        twin = next((each for each in before.values() if _is_twin(title, each, weights)), None)
        if twin:
            yield _fault(*_in_file_order(twin.event, event))
        for word in rare:
            under.setdefault(word, []).append(title)


def _weights(titles: Collection[frozenset[str]]) -> dict[str, float]:
    """Return what each word counts: the more, the fewer titles have it.

    One that two titles have counts as much as one that only one has: it makes them twins.
    """
    number = Counter(chain.from_iterable(titles))
    return {word: log(1 + len(titles) / max(n, 2)) for word, n in number.items()}


def _words(title: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(fold(title)) if word not in _SMALL])


def _title(event: Event, words: frozenset[str], weights: dict[str, float]) -> _Title:
    first, last = event.date.hull
    weight = sum(weights[word] for word in words)
    return _Title(event, first, last, words, weight)


def _rare(title: _Title, weights: dict[str, float]) -> list[str]:
    """Return the rarest words; an alike title has one of them."""
    words = sorted(title.words, key=lambda word: (-weights[word], word))
    left, rare = title.weight, []
    for word in words:
        if left < ALIKE * title.weight:
            break
        rare.append(word)
        left -= weights[word]
    return rare


def _is_twin(one: _Title, two: _Title, weights: dict[str, float]) -> bool:
    if one.first > two.last or two.first > one.last or _are_linked(one.event, two.event):
        return False
    shared = sum(weights[word] for word in one.words & two.words)
    return shared > 0 and shared >= ALIKE * (one.weight + two.weight - shared)


def _are_linked(one: Event, two: Event) -> bool:
    """Whether somebody knows of both: one names the other."""
    pairs = ((one, two), (two, one))
    return any(link.target == other.id for event, other in pairs for link in event.links)


def _in_file_order(*events: Event) -> list[Event]:
    return sorted(events, key=lambda event: (event.place.file, event.place.line))


def _fault(first: Event, second: Event) -> Fault:
    message = f"much like {quoted(first.id)}, which may be at the same time"
    hint = "make one event of both, or link them"
    return Fault(on(second, "title", second.title), message, hint)
