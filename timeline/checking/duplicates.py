"""Events that are perhaps the same event: their dates overlap, and their titles are alike.

Titles are compared as sets of words, each with the weight of its rarity in the file
(a weighted Jaccard index: what both have, by what either has). Word order makes no
difference, which it does to edit distances ("Il-76 lands in Caracas", "in Caracas lands an
Il-76"); and the words of a series count for little, so that "US strike on a boat" and a
hundred more of its kind are not all alike because they share a subject. No library is needed.

Nobody compares all with all. A title has no twin of which too much stands in words that no
other has. Of the rest, those whose index is at least `ALIKE` share one of the rare words that
make up more than the rest of the weight ("prefix filtering"): so it is enough to look, under
each of these words, at the few that come just before in time.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    words: tuple[str, ...]  # each once; a set takes seven times that
    weight: float


def near_duplicate(case: Case) -> Iterator[Fault]:
    """Find events with overlapping dates and alike titles that are not linked."""
    weights = _Weights([event.title for event in case.events])
    found = filter(None, map(weights.title, case.events))
    titles = sorted(found, key=lambda title: title.event.date.sort_key)
    twins = _twins(titles, weights)
    for title in titles:
        if title in twins:
            yield _fault(*_in_file_order(twins[title].event, title.event))


class _Stems(dict[str, frozenset[str]]):
    """Parts of titles between blanks → the stems of their words: most are said again."""

    def __missing__(self, part: str) -> frozenset[str]:
        """Return the stems of a *part* that is new."""
        words = [word[:_STEM] for word in _WORD.findall(fold(part)) if word not in _SMALL]
        self[part] = found = frozenset(words)
        return found

    def of(self, title: str) -> tuple[str, ...]:
        """Return the stems of the words of a *title*, each once."""
        return tuple(set().union(*map(self.__getitem__, title.split())))


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
        """What one of those counts; none counts more."""
        rarest = sorted(sorted(self), key=self.__getitem__, reverse=True)
        self.ranks: Mapping[str, int] = {word: number for number, word in enumerate(rarest)}
        """Word → its number among all, the rarest first, those that count alike by the alphabet."""

    def of(self, words: Iterable[str]) -> float:
        """Return what *words* count together."""
        return fsum(map(self.__getitem__, words))

    def title(self, event: Event) -> _Title | None:
        """Return the title of an *event*; None if too much of it no other has to be like one."""
        words = self.words[event.title]
        weight = self.of(words)
        shared = weight - self.most * len(self.lone.intersection(words))
        if shared < ALIKE * weight * _NEARLY:
            return None
        return _Title(event, *event.date.hull, words, weight)


def _twins(titles: Iterable[_Title], weights: _Weights) -> dict[_Title, _Title]:
    """Return each of *titles*, in order of time, that is like one before it, with that one.

    Of several it is the first under the rarest word.
    """
    under: defaultdict[str, list[_Title]] = defaultdict(list)
    for title in titles:
        for word in _rare(title, weights):
            under[word].append(title)
    twins: dict[_Title, _Title] = {}
    for word in sorted(under, key=weights.ranks.__getitem__):
        for title, other in _near(under[word], weights.most):
            if title not in twins and _is_twin(title, other, weights):
                twins[title] = other
    return twins


def _rare(title: _Title, weights: _Weights) -> list[str]:
    """Return the rarest words; an alike title has one of them, and so one that is not lone."""
    left, least = title.weight, ALIKE * title.weight
    rare: list[str] = []
    for word in sorted(title.words, key=weights.ranks.__getitem__):
        if left < least:
            break
        if word not in weights.lone:
            rare.append(word)
        left -= weights[word]
    return rare


def _near(titles: Sequence[_Title], most: float) -> Iterator[tuple[_Title, _Title]]:
    """Yield each of *titles* with those of the few before it whose dates overlap its own.

    Without those of which it shares too few words to be alike, since none counts more than *most*.
    """
    for at, title in enumerate(titles):
        first, words = title.first, frozenset(title.words)
        least = ALIKE * _NEARLY * title.weight / most
        for other in titles[max(0, at - _MOST_COMPARED) : at]:
            if other.last < first or other.first > title.last:
                continue
            if len(words.intersection(other.words)) >= least:
                yield title, other


def _is_twin(one: _Title, two: _Title, weights: _Weights) -> bool:
    shared = weights.of(set(one.words).intersection(two.words))
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
