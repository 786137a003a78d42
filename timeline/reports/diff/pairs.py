"""Which record of the new timeline is which of the old one: by id, then by content."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

import msgspec

from timeline.edtf import When
from timeline.model.records import Event
from timeline.text import fold, slug

_Record = TypeVar("_Record")
Pair: TypeAlias = tuple[_Record, _Record]

ALIKE: Final = 0.6
"""The share of words that two events must have in common to be one that was renamed."""

_COMMON: Final = 20  # a word that more events have tells nothing, and costs much


class Matched(NamedTuple):
    """Which records belong together, old and new, and which stand alone."""

    pairs: list[Any]
    gone: list[Any]
    came: list[Any]

    @property
    def renamed(self) -> dict[str, str]:
        """Old id → new id, of those that have another one now."""
        return {old.id: new.id for old, new in self.pairs if old.id != new.id}


def matched_entries(old: Mapping[str, Any], new: Mapping[str, Any]) -> Matched:
    """Match the entries of a registry: by id, then those that differ in nothing but the id."""
    return _matched(old.values(), new.values(), [lambda *left: _only(_said, *left)])


def matched_events(old: Iterable[Event], new: Iterable[Event]) -> Matched:
    """Match events: by id, then by content, in three steps.

    The same date and title; dates that overlap and at least `ALIKE` of the words in
    common, of the titles or of titles and summaries (twice the words in both, by
    those in each), the most alike first; a title that only one event has on either
    side. The time is near-linear: events are compared if they share a rare word.
    """
    return _matched(old, new, [_same_date_and_title, _alike, lambda *left: _only(_title, *left)])


_Step: TypeAlias = Callable[[list[Any], list[Any]], Iterable[Pair[Any]]]


def _matched(old: Iterable[Any], new: Iterable[Any], steps: Sequence[_Step]) -> Matched:
    was = {each.id: each for each in old}
    is_ = {each.id: each for each in new}
    pairs = [(was[id_], is_[id_]) for id_ in is_ if id_ in was]
    gone = [each for id_, each in was.items() if id_ not in is_]
    came = [each for id_, each in is_.items() if id_ not in was]
    for step in steps:
        if not (gone and came):
            break
        found = list(step(gone, came))
        pairs += found
        taken = {id(each) for pair in found for each in pair}
        gone = [each for each in gone if id(each) not in taken]
        came = [each for each in came if id(each) not in taken]
    places = {id_: at for at, id_ in enumerate(is_)}
    return Matched(sorted(pairs, key=lambda pair: places[pair[1].id]), gone, came)


def _only(key: Callable[[Any], Hashable], gone: list[Any], came: list[Any]) -> Iterator[Pair[Any]]:
    """Yield those that have a *key* with one other and nobody else."""
    was, is_ = _by(key, gone), _by(key, came)
    for value in was:
        if len(was[value]) == len(is_.get(value, ())) == 1:
            yield was[value][0], is_[value][0]


def _same_date_and_title(gone: list[Event], came: list[Event]) -> Iterator[Pair[Event]]:
    def key(event: Event) -> Hashable:
        return event.date.text, _title(event)

    was, is_ = _by(key, gone), _by(key, came)
    for value in was:
        yield from zip(was[value], is_.get(value, ()), strict=False)


def _alike(gone: list[Event], came: list[Event]) -> Iterator[Pair[Event]]:
    """Yield the most alike of those whose dates overlap; nobody twice."""
    was = {event.id: _Content(event) for event in gone}
    is_ = {event.id: _Content(event) for event in came}
    found = [(_likeness(was[one], is_[two]), one, two) for one, two in _candidates(was, is_)]
    taken: set[str] = set()
    # Whatever decides between equals must not depend on which side is the old one.
    for likeness, one, two in sorted(found, key=lambda each: (-each[0], sorted(each[1:]))):
        if likeness >= ALIKE and not {one, two} & taken:
            taken |= {one, two}
            yield was[one].event, is_[two].event


class _Content:
    """The words of an event, each as often as it stands there."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.date = event.date
        self.title = Counter(slug(event.title).split("-"))
        self.all = self.title + Counter(slug(event.summary).split("-"))


def _candidates(was: Mapping[str, _Content], is_: Mapping[str, _Content]) -> set[tuple[str, str]]:
    """Return the ids of events that share a rare word, and of which the dates overlap."""
    old, new = _by_word(was), _by_word(is_)
    pairs: set[tuple[str, str]] = set()
    for word in old.keys() & new.keys():
        if max(len(old[word]), len(new[word])) <= _COMMON:
            pairs.update(product(old[word], new[word]))
    return {(one, two) for one, two in pairs if _overlap(was[one].date, is_[two].date)}


def _by_word(contents: Mapping[str, _Content]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id_, content in contents.items():
        for word in (*content.all, f"on {content.date.text}"):
            found[word].append(id_)
    return found


def _likeness(one: _Content, other: _Content) -> float:
    return max(_common(one.title, other.title), _common(one.all, other.all))


def _common(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _overlap(one: When, other: When) -> bool:
    """Return whether two dates may share a day."""
    return one.overlaps(*other.possible)


def _title(event: Event) -> str:
    return fold(event.title)


def _said(entry: Any) -> Hashable:  # noqa: ANN401  of any registry
    """Return everything but the id."""
    return msgspec.structs.astuple(entry)[1:]


def _by(key: Callable[[Any], Hashable], records: Iterable[Any]) -> dict[Hashable, list[Any]]:
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return found
