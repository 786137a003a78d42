"""A query → the events that may answer it, and those that surely do, by an index alone.

Each term says what it knows: a name exactly, a window by the bounds of dates, words by those that
texts have. A term that an index knows nothing of may be answered by any event, and surely by
none. So nothing is left out, and who is sure need not be asked; of the others the query itself
decides.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol, TypeAlias

from timeline.edtf import FAR
from timeline.edtf.days import or_far
from timeline.indexing.spans import Both
from timeline.indexing.tokens import tokens
from timeline.model.records import Source
from timeline.phrases import Window
from timeline.query import values, witnesses
from timeline.query.logic import AllOf, AnyOf, Not
from timeline.query.matches import How, Sought
from timeline.query.terms import During, Has, Known, Lacks, Words
from timeline.query.values import Values


class Index(Protocol):
    """What an index knows of its events: sets of places, as `bits` has them."""

    @property
    def everything(self) -> int:
        """All events."""
        ...

    def having(self, key: str, wanted: Iterable[str]) -> int:
        """Return those that have one of the *wanted* values under a *key*; "" is none at all."""
        ...

    def beginning(self, key: str, word: str) -> int:
        """Return those with a word under a *key* that begins so."""
        ...

    def containing(self, key: str, part: str) -> int:
        """Return those with a word under a *key* that contains *part*."""
        ...

    def lying(self, first: int, last: int) -> Both:
        """Return those that may lie between two days, and those that surely do."""
        ...

    def days(self, first: int, last: int) -> int:
        """Return those that are of one of the days between two, and of no other."""
        ...

    def sources(self) -> Mapping[str, Source]:
        """Return the sources by their ids."""
        ...


WORDS: Final[Mapping[str, Values]] = {"words": values.texts, "notes": values.notes}
"""The texts whose words are known, each by the name of its words."""

NAMES: Final[Mapping[str, Values]] = {
    **{key: values.of_key(key) for key in ("actors", "by", "places", "tags")},
    **{key: values.of_key(key) for key in ("arc", "status", "kind")},
    "sources": values.sources,
    "links": values.links,
    "speakers": witnesses.speakers,
}
"""The values that are known, each by the name of its vocabulary."""

_KEYS: Final = {of: key for key, of in NAMES.items()}
# The words in which those of a text are found too.
_TEXTS: Final = {
    **{of: key for key, of in WORDS.items()},
    **{values.of_key(key): "words" for key in ("title", "summary")},
    values.of_key("note"): "notes",
}
_Find: TypeAlias = Callable[[Any, Index], Both]


def candidates(query: object, index: Index) -> Both:
    """Return the places of events that may answer *query*, and of those that surely do."""
    find = _FINDS.get(type(query), _anything)
    return find(query, index)


def _anything(_: object, index: Index) -> Both:
    return index.everything, 0


def _all(query: AllOf, index: Index) -> Both:
    possible = certain = index.everything
    for term in query.terms:
        may, does = candidates(term, index)
        possible, certain = possible & may, certain & does
    return possible, certain


def _any(query: AnyOf, index: Index) -> Both:
    possible = certain = 0
    for term in query.terms:
        may, does = candidates(term, index)
        possible, certain = possible | may, certain | does
    return possible, certain


def _not(query: Not, index: Index) -> Both:
    may, does = candidates(query.term, index)
    return index.everything ^ does, index.everything ^ may


def _has(query: Has, index: Index) -> Both:
    if not (key := _KEYS.get(query.values)):
        return _anything(query, index)
    found = index.having(key, query.wanted)
    return found, found


def _lacks(query: Lacks, index: Index) -> Both:
    if not (key := _KEYS.get(query.values)):
        return _anything(query, index)
    found = index.having(key, [""])
    return found, found


def _during(query: During, index: Index) -> Both:
    first, last = _days(query.window)
    possible, certain = index.lying(first, last)
    return possible, index.days(first, last) if query.starts else certain


def _days(window: Window) -> tuple[int, int]:
    return or_far(window.first, -FAR), or_far(window.last, FAR)


def _known(query: Known, index: Index) -> Both:
    """Return what cites a source that may be of those days, or has no date."""
    window = query.window
    dates = {id_: source.date for id_, source in index.sources().items()}
    may_tell = [
        id_
        for id_, date in dates.items()
        if date is None or date.overlaps(window.first, window.last)
    ]
    return index.having("sources", may_tell), 0


def _words(query: Words, index: Index) -> Both:
    if not (key := _TEXTS.get(query.values)):
        return _anything(query, index)
    sought = query.sought
    found = _with_words(sought, key, index)
    is_all = tokens(sought.text) == [sought.text] and WORDS.get(key) is query.values
    return found, found if is_all else 0


def _with_words(sought: Sought, key: str, index: Index) -> int:
    """Return what has all words of *sought*: the last may go on, and the first have a beginning."""
    words = tokens(sought.text)
    is_anywhere = sought.how is How.anywhere
    if is_anywhere and len(words) == 1:
        return index.containing(key, words[0])
    found = index.everything
    for word in words[is_anywhere:-1]:
        found &= index.having(key, [word])
    if words and sought.how is How.whole:
        return found & index.having(key, words[-1:])
    return found & index.beginning(key, words[-1]) if words else found


_FINDS: Final[Mapping[type, _Find]] = {
    AllOf: _all,
    AnyOf: _any,
    Not: _not,
    Has: _has,
    Lacks: _lacks,
    During: _during,
    Known: _known,
    Words: _words,
}
