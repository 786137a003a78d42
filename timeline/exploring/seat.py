"""A seat: where somebody is in a timeline. All that the screen shows follows from it.

It is a value: a key makes another one of it (`keys`), the command line that shows the same is
made of it, and one that was left can be come back to (`history`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from timeline import edtf
from timeline.errors import TimelineError
from timeline.phrases.units import UNITS
from timeline.phrases.windows import Window
from timeline.query.terms import exact_value, typed_value
from timeline.query.tokens import tokens

MAIN, DETAIL, QUERY, FACETS = "main", "detail", "query", "facets"
"""The panes: the view, the event in full, the line of the query, and what can be filtered by."""


class CannotAct(TimelineError):
    """A key can do nothing here: why, in a few words."""


class Period(msgspec.Struct, frozen=True):
    """A period of the calendar: one of `phrases.units.UNITS`, and its index among them."""

    unit: str
    index: int

    @property
    def window(self) -> Window:
        """The days of the period; its text is their EDTF."""
        return UNITS[self.unit].window(self.index)


class Facets(msgspec.Struct, frozen=True):
    """Where somebody is among what can be filtered by: the field, the row, what is sought."""

    field: str = "actor"
    row: int = 0
    typed: str = ""


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, how it is shown, and where the eye is.

    *query* is the last text that could be read, *draft* the one that is being typed, None when
    none is; *before* is what stood there before. *period* and *known* (a day number) narrow what
    the query finds. *focus* is the id of an event, be it among what is found or not; *walked* are
    the ids on the way along links, the last of them shown. *rows* is how many rows are seen.
    """

    view: str = "list"
    query: str = ""
    draft: str | None = None
    before: str = ""
    starts: bool = False
    deduce: bool | None = None
    certain: bool = False
    possible: bool = False
    period: Period | None = None
    known: int | None = None
    focus: str = ""
    walked: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    only_marked: bool = False
    pane: str = MAIN
    facets: Facets = Facets()
    asked: tuple[str, ...] = ()
    rows: int = 20

    @property
    def flags(self) -> tuple[str, ...]:
        """The options of the question: `--certain`, `--starts`, `--deduce`.

        What is set for all is none of them: only what was said here.
        """
        said = {
            "--certain": self.certain,
            "--possible": self.possible,
            "--starts": self.starts,
            "--deduce": self.deduce,
            "--no-deduce": self.deduce is False,
        }
        return tuple(flag for flag, is_on in said.items() if is_on)


def terms(seat: Seat) -> Iterator[str]:
    """Yield what is asked at *seat* as terms of one query, each as it would be typed."""
    query = seat.query.strip()
    is_alone = seat.period is None and seat.known is None and not seat.only_marked
    if query:
        yield query if is_alone else _as_one(query)
    if seat.period is not None:
        yield f"date:{typed_value(seat.period.window.text)}"
    if seat.known is not None:
        yield f"known:..{edtf.iso(seat.known)}"
    if seat.only_marked:
        yield _any_of(sorted(seat.marks))


def text(seat: Seat) -> str:
    """Return all that is asked at *seat* as the text of one query."""
    return " ".join(terms(seat))


def _as_one(query: str) -> str:
    """Return a *query* that more terms may follow: in parentheses if `or` stands in it openly."""
    depth = 0
    for token in tokens(query):
        depth += {"(": 1, ")": -1}.get(token.kind, 0)
        if token.kind == "or" and not depth:
            return f"({query})"
    return query


def _any_of(ids: list[str]) -> str:
    found = [f"id:{exact_value(id_)}" for id_ in ids]
    return f"({' or '.join(found)})" if len(found) > 1 else found[0]


def question(seat: Seat) -> tuple[object, ...]:
    """Return all of *seat* on which it depends what is found."""
    marks = seat.marks if seat.only_marked else None
    flags = (seat.certain, seat.possible, seat.starts)
    return (seat.query, seat.period, seat.known, marks, *flags)
