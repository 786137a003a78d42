"""A query → the events that may answer it, and those that surely do, by an index alone.

Each term says what it knows: a name and a number exactly, a window by the bounds of dates, words
by those that texts have. A term that an index knows nothing of may be answered by any event, and
surely by none. So nothing is left out, and who is sure need not be asked; of the others the query
itself decides.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol, TypeAlias

from timeline.indexing import measured
from timeline.indexing.limits import Limits, exactly, loosely
from timeline.indexing.tokens import tokens
from timeline.inference import known
from timeline.model.answers import Anything, Verdict
from timeline.model.records import Event, Source
from timeline.model.timeline import Timeline
from timeline.query import values, witnesses
from timeline.query.logic import AllOf, AnyOf, Not
from timeline.query.matches import How, Sought
from timeline.query.measures import Grade, Number
from timeline.query.terms import During, Has, Known, Lacks, Words
from timeline.query.values import Values
from timeline.query.witnesses import Independent


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

    def whose(self, key: str, start: str, fits: Callable[[str], object]) -> int:
        """Return those with a text under a *key* that begins with *start*, and *fits*."""
        ...

    def lying(self, first: int | None, last: int | None, *, starts: bool) -> Limits:
        """Return which lie between two days, or with *starts* begin; None is no bound."""
        ...

    def registry(self, name: str) -> Mapping[str, Any]:
        """Return the entries of a registry by their ids."""
        ...


WORDS: Final[Mapping[str, Values]] = {"words": values.texts, "notes": values.notes}
"""The texts whose words are known, each by the name of its words."""

RANKS: Final = "ranks"
"""The name of the ranks of events by their first reports, each as a text: `737241 0`."""


def _ranks(event: Event, timeline: Timeline) -> tuple[str, ...]:
    return (" ".join(map(str, known.rank(event, timeline.sources))),)


NAMES: Final[Mapping[str, Values]] = {
    **{key: values.of_key(key) for key in ("actors", "by", "places", "tags")},
    **{key: values.of_key(key) for key in ("arc", "status", "kind")},
    "sources": values.sources,
    "links": values.links,
    "linking": values.link_types,
    "undated": values.undated,
    "speakers": witnesses.speakers,
    "stances": witnesses.stances,
    "relayed": witnesses.relayed,
    RANKS: _ranks,
}
"""The values that are known, each by the name of its vocabulary."""

MEASURES: Final = "measures"
"""The name of the texts of which comparisons are made (`measured`)."""

_KEYS: Final = {**{of: key for key, of in NAMES.items()}, values.of_key("id"): "id"}
# The words in which those of a text are found too.
_TEXTS: Final = {
    **{of: key for key, of in WORDS.items()},
    **{values.of_key(key): "words" for key in ("title", "summary")},
    values.of_key("note"): "notes",
}
_Find: TypeAlias = Callable[[Any, Index], Limits]


def candidates(query: object, index: Index) -> Limits:
    """Return what *index* knows of how events answer *query*."""
    find = _FINDS.get(type(query), _anything)
    return find(query, index)


def _anything(_: object, index: Index) -> Limits:
    return loosely(index.everything)


def _everything(_: Anything, index: Index) -> Limits:
    return exactly(index.everything)


def _all(query: AllOf, index: Index) -> Limits:
    found = exactly(index.everything)
    for term in query.terms:
        found = found.within(candidates(term, index))
    return found


def _any(query: AnyOf, index: Index) -> Limits:
    found = exactly(0)
    for term in query.terms:
        found = found.beside(candidates(term, index))
    return found


def _not(query: Not, index: Index) -> Limits:
    return candidates(query.term, index).turned(index.everything)


def _has(query: Has, index: Index) -> Limits:
    if not (key := _KEYS.get(query.values)):
        return _anything(query, index)
    return exactly(index.having(key, query.wanted))


def _lacks(query: Lacks, index: Index) -> Limits:
    if not (key := _KEYS.get(query.values)):
        return _anything(query, index)
    return exactly(index.having(key, [""]))


def _measured(query: Number | Grade | Independent, index: Index) -> Limits:
    if not measured.is_known(query):
        return _anything(query, index)

    def having(verdict: Verdict) -> int:
        """Return those who answer so."""
        return index.whose(
            MEASURES,
            measured.start(query.field),
            lambda text: query.judged(measured.read(query, text)) is verdict,
        )

    return exactly(having(Verdict.YES), having(Verdict.MAYBE))


def _during(query: During, index: Index) -> Limits:
    window = query.window
    return index.lying(window.first, window.last, starts=query.starts)


def _known(query: Known, index: Index) -> Limits:
    """Return what cites a source that may be of those days, or has no date."""
    window = query.window
    sources: Mapping[str, Source] = index.registry("sources")
    dates = {id_: source.date for id_, source in sources.items()}
    may_tell = [
        id_
        for id_, date in dates.items()
        if date is None or date.overlaps(window.first, window.last)
    ]
    return loosely(index.having("sources", may_tell))


def _words(query: Words, index: Index) -> Limits:
    if not (key := _TEXTS.get(query.values)):
        return _anything(query, index)
    sought = query.sought
    found = _with_words(sought, key, index)
    is_all = tokens(sought.text) == [sought.text] and WORDS.get(key) is query.values
    return exactly(found) if is_all else loosely(found)


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
    Anything: _everything,
    AllOf: _all,
    AnyOf: _any,
    Not: _not,
    Has: _has,
    Lacks: _lacks,
    During: _during,
    Known: _known,
    Words: _words,
    Number: _measured,
    Grade: _measured,
    Independent: _measured,
}
