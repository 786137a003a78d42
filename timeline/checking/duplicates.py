"""Events that are perhaps the same event: their dates overlap, and their titles are alike.

Titles are compared as sets of words, each with the weight of its rarity in the file
(a weighted Jaccard index: what both have, by what either has). Word order makes no
difference, which it does to edit distances ("Il-76 lands in Caracas", "in Caracas lands an
Il-76"); and the words of a series count for little, so that "US strike on a boat" and a
hundred more of its kind are not all alike because they share a subject. No library is needed.

Nobody compares all with all. A title has no twin of which too much stands in words that no
other has; most are such. Of the rest, those whose index is at least `ALIKE` share one of the
rare words that make up more than the rest of the weight, so that it is enough to look at events
under each of these ("prefix filtering"), from the few that come just before in time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import fsum, log

import msgspec

from timeline.checking.rule import Case, Fault, on
from timeline.model.records import Event
from timeline.text import fold, quoted

ALIKE = 0.6
_MOST_COMPARED = 20  # events under one word, the latest before this one
_STEM = 6  # letters: Russia and Russian, lands and landed, are one word
_SMALL = frozenset("a an and at by for from in into is of on or s the to with".split())  # noqa: SIM905
_WORD = re.compile(r"\w+")
_NEARLY = 1 - 1e-9  # so exact are sums of weights, at least


class _Title(msgspec.Struct, gc=False):
    event: Event
    first: int
    last: int
    words: frozenset[str]
    weight: float


def near_duplicate(case: Case) -> Iterator[Fault]:
    """Find events with overlapping dates and alike titles that are not linked."""
    weights = _Weights([event.title for event in case.events])
    found = [event for event in case.events if weights.may_be_alike(event.title)]
    under: dict[str, list[_Title]] = {}
    for event in sorted(found, key=lambda event: event.date.sort_key):
        title = _title(event, weights)
        rare = _rare(title, weights)
        before = (each for word in rare for each in under.get(word, [])[-_MOST_COMPARED:])
        twin = next((each for each in before if _is_twin(title, each, weights)), None)
        if twin:
            yield _fault(*_in_file_order(twin.event, event))
        for word in rare:
            under.setdefault(word, []).append(title)


class _Stems(dict[str, Sequence[str]]):
    """Parts of titles between blanks → the stems of their words: most are said again."""

    def __missing__(self, part: str) -> Sequence[str]:
        """Return the stems of a *part* that is new."""
        words = [word[:_STEM] for word in _WORD.findall(fold(part)) if word not in _SMALL]
        self[part] = tuple(words)
        return words

    def of(self, title: str) -> Sequence[str]:
        """Return the stems of the words of a *title*, each once."""
        return tuple(set(chain.from_iterable(map(self.__getitem__, title.split()))))


class _Weights(dict[str, float]):
    """What each word counts: the more, the fewer titles have it.

    One that two titles have counts as much as one that only one has: it makes them twins.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        """Weigh the words of *titles*, all there are."""
        stems = _Stems()
        self.words = {title: stems.of(title) for title in titles}
        """Title → its words."""
        number = Counter(chain.from_iterable(map(self.words.__getitem__, titles)))
        by_number = {n: log(1 + len(titles) / max(n, 2)) for n in set(number.values())}
        super().__init__({word: by_number[n] for word, n in number.items()})
        self._lone = frozenset([word for word, n in number.items() if n == 1])
        self._most = log(1 + len(titles) / 2)

    def of(self, words: Iterable[str]) -> float:
        """Return what *words* count together."""
        return fsum(map(self.__getitem__, words))

    def may_be_alike(self, title: str) -> bool:
        """Whether what other titles have too of *title* is enough to be much like one of them."""
        words = self.words[title]
        weight = self.of(words)
        shared = weight - self._most * len(self._lone.intersection(words))
        return shared >= ALIKE * weight * _NEARLY

    def rarest(self, words: Iterable[str]) -> list[str]:
        """Return *words*, the rarest first; those that count alike by the alphabet."""
        return sorted(sorted(words), key=self.__getitem__, reverse=True)


def _title(event: Event, weights: _Weights) -> _Title:
    words = frozenset(weights.words[event.title])
    return _Title(event, *event.date.hull, words, weights.of(words))


def _rare(title: _Title, weights: _Weights) -> list[str]:
    """Return the rarest words; an alike title has one of them."""
    left, rare = title.weight, []
    for word in weights.rarest(title.words):
        if left < ALIKE * title.weight:
            break
        rare.append(word)
        left -= weights[word]
    return rare


def _is_twin(one: _Title, two: _Title, weights: _Weights) -> bool:
    if one.first > two.last or two.first > one.last or _are_linked(one.event, two.event):
        return False
    shared = weights.of(one.words & two.words)
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
