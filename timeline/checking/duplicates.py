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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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


class _Title(msgspec.Struct, gc=False, eq=False):  # each is itself alone
    event: Event
    first: int
    last: int
    words: frozenset[str]
    weight: float


def near_duplicate(case: Case) -> Iterator[Fault]:
    """Find events with overlapping dates and alike titles that are not linked."""
    weights, under = _Weights([event.title for event in case.events]), _Under()
    titles = filter(None, (_title(event, weights) for event in case.events))
    for title in sorted(titles, key=lambda title: title.event.date.sort_key):
        rare = _rare(title, weights)
        twin = next(
            (each for each in under.beside(title, rare) if _is_twin(title, each, weights)), None
        )
        if twin:
            yield _fault(*_in_file_order(twin.event, title.event))
        under.add(title, rare)


class _Stems(dict[str, frozenset[str]]):
    """Parts of titles between blanks → the stems of their words: most are said again."""

    def __missing__(self, part: str) -> frozenset[str]:
        """Return the stems of a *part* that is new."""
        words = [word[:_STEM] for word in _WORD.findall(fold(part)) if word not in _SMALL]
        self[part] = found = frozenset(words)
        return found

    def of(self, title: str) -> frozenset[str]:
        """Return the stems of the words of a *title*."""
        return frozenset().union(*map(self.__getitem__, title.split()))


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
        self.lone = frozenset([word for word, n in number.items() if n == 1])
        """The words that one title has."""
        self.most = log(1 + len(titles) / 2)
        """What one of those counts."""

    def of(self, words: Iterable[str]) -> float:
        """Return what *words* count together."""
        return fsum(map(self.__getitem__, words))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Word → its number among all, the rarest first, those that count alike by the alphabet."""
        rarest = sorted(sorted(self), key=self.__getitem__, reverse=True)
        return {word: number for number, word in enumerate(rarest)}


class _Under(dict[str, list[_Title]]):
    """Titles by their rare words, in the order of time."""

    def add(self, title: _Title, rare: Iterable[str]) -> None:
        """Add a *title* under its *rare* words."""
        for word in rare:
            self.setdefault(word, []).append(title)

    def beside(self, title: _Title, rare: Iterable[str]) -> Iterable[_Title]:
        """Return, each once, titles under *rare* words whose dates overlap that of *title*."""
        first, last = title.first, title.last
        latest = (self[word][-_MOST_COMPARED:] for word in rare if word in self)
        return dict.fromkeys(
            [each for some in latest for each in some if each.last >= first and each.first <= last]
        )


def _title(event: Event, weights: _Weights) -> _Title | None:
    """Return the title of an *event*; None if too much of it no other has to be like one."""
    words = weights.words[event.title]
    weight = weights.of(words)
    shared = weight - weights.most * len(weights.lone & words)
    if shared < ALIKE * weight * _NEARLY:
        return None
    return _Title(event, *event.date.hull, words, weight)


def _rare(title: _Title, weights: _Weights) -> list[str]:
    """Return the rarest words; an alike title has one of them."""
    left, rare = title.weight, []
    for word in sorted(title.words, key=weights.ranks.__getitem__):
        if left < ALIKE * title.weight:
            break
        rare.append(word)
        left -= weights[word]
    return rare


def _is_twin(one: _Title, two: _Title, weights: _Weights) -> bool:
    shared = weights.of(one.words & two.words)
    is_alike = shared > 0 and shared >= ALIKE * (one.weight + two.weight - shared)
    return is_alike and not _are_linked(one.event, two.event)


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
