"""Two questions beside each other, in order of time or counted from a day 0 of each.

What answers both stands once, unless days are counted and it lies elsewhere on each side.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, compress

import msgspec

from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.phrases.lengths import Length, length
from timeline.query.called import UnknownName
from timeline.query.fields import FIELDS, Context
from timeline.query.grammar import parse
from timeline.query.logic import AllOf, Term
from timeline.reports.answer import Answer
from timeline.reports.offsets import ON_DAY_0, Offset, beginning, offset


class Compared(msgspec.Struct, frozen=True):
    """An event of a comparison: how it answers each question, and on which sides it stands.

    One that answers both stands once, on both sides; or, where days are counted
    from two days 0, once on each side with an offset of its own. Where no days are
    counted the offset says nothing.
    """

    event: Event
    first: Verdict
    second: Verdict
    sides: str  # "A", "B" or "AB"
    offset: Offset = ON_DAY_0

    @property
    def shared(self) -> bool:
        """Whether it answers both questions."""
        return bool(self.first and self.second)

    @property
    def is_found(self) -> bool:
        """Whether it answers a question: a day 0 may answer neither."""
        return bool(self.first or self.second)

    @property
    def match(self) -> Match:
        """The event with the verdict of where it stands; on both sides, the lesser."""
        verdicts = {"A": self.first, "B": self.second}
        return Match(self.event, min(verdicts[side] for side in self.sides))


class Comparison(msgspec.Struct, frozen=True):
    """What was asked of both sides and of each alone, what came of it, and how it lines up.

    What an answer shows are its events that stand in the comparison. With `days_0` days are
    counted from an event for each side; `within` is how far off its events may lie.
    """

    shared: AllOf
    answers: tuple[Answer, Answer]
    compared: list[Compared]
    days_0: tuple[Event, Event] | None = None
    within: Length | None = None

    @property
    def timeline(self) -> Timeline:
        """The timeline that was asked."""
        return self.answers[0].timeline

    def is_day_0(self, compared: Compared) -> bool:
        """Return whether the days of a side on which it stands are counted from it."""
        return any(_is(compared, side, day_0) for side, day_0 in self._sides())

    def with_days_0(self) -> list[Compared]:
        """Return what is compared and, where days are counted, each day 0 that answers nothing.

        Of what is as many days away, the days 0 come first.
        """
        if self.days_0 is None:
            return self.compared
        added = [
            Compared(day_0, Verdict.NO, Verdict.NO, side)
            for side, day_0 in self._sides()
            if not any(_is(each, side, day_0) for each in self.compared)
        ]
        return sorted([*self.compared, *added], key=self._place)

    def _sides(self) -> list[tuple[str, Event]]:
        """Return the letter of each side with its day 0, if there are any."""
        return list(zip("AB", self.days_0 or (), strict=False))

    def _place(self, compared: Compared) -> tuple[tuple[int, int], str]:
        """Return the place in the order of days: first the days 0, by their side."""
        days = compared.offset.sort_key
        return days, compared.sides if self.is_day_0(compared) else _BEHIND


def _is(compared: Compared, side: str, day_0: Event) -> bool:
    """Return whether it is the *day_0* of a *side*, and stands there."""
    return side in compared.sides and compared.event == day_0


_BEHIND = "Z"  # the letters of sides
_BARE = ("arc", "actor")  # fields whose names may stand alone, in this order
_YEAR_DIGITS = 4


def compared(
    timeline: Timeline,
    sides: tuple[AllOf, AllOf],
    shared: AllOf,
    days_0: tuple[Event, Event] | None = None,
    within: str | None = None,
    *,
    only: Verdict | None = None,
) -> Comparison:
    """Return what two *sides* ask of *timeline*, each with what is *shared*, side by side.

    With *days_0* they are in order of the days from them, and *within* (`30d`, `3m`) leaves out
    what lies further off; without, in order of time. With *only* it is what answers so.
    Raises `UsageError` if a day 0 has no day to count from, `PhraseError` if *within*
    is no length.
    """
    most = length(within) if within else None
    first, second = (_found(timeline, side, shared, only=only) for side in sides)
    rows = aligned(first, second, days_0, most) if days_0 else beside(first, second, timeline)
    answers = (
        Answer(timeline, sides[0], first, _on(rows, "A")),
        Answer(timeline, sides[1], second, _on(rows, "B")),
    )
    return Comparison(shared, answers, rows, days_0, most)


def _found(timeline: Timeline, own: AllOf, shared: AllOf, *, only: Verdict | None) -> Selection:
    return timeline.select(AllOf((*own.terms, *shared.terms))).only(only)


def _on(rows: Sequence[Compared], side: str) -> Selection:
    return Selection(each.match for each in rows if side in each.sides)


def side(text: str, context: Context) -> AllOf:
    """Return the query that *text* makes, for one side of a comparison.

    A name that is exactly an arc, an actor or a year needs no field before it.
    Raises what `ask` raises.
    """
    said = _by_name(text.strip(), context) or parse(text, context)
    if isinstance(said, AllOf):
        return said
    return AllOf((said,))


def beside(first: Selection, second: Selection, timeline: Timeline) -> list[Compared]:
    """Return the events of both selections in the order of *timeline*, each once."""
    verdicts = _verdicts(first), _verdicts(second)
    rows = []
    events = {match.event.id: match.event for match in chain(first, second)}
    for event in sorted(events.values(), key=timeline.place):
        one, other = (each.get(event.id, Verdict.NO) for each in verdicts)
        sides = "".join(compress("AB", (one, other)))
        rows.append(Compared(event, one, other, sides))
    return rows


def aligned(
    first: Selection, second: Selection, days_0: tuple[Event, Event], within: Length | None = None
) -> list[Compared]:
    """Return the events of each side by their days from that side's day 0.

    An event of both stands once on each side, or once on both where its offset is
    the same. *within* leaves out what is in every reading more days off.
    """
    verdicts = _verdicts(first), _verdicts(second)
    found: dict[tuple[str, Offset], Compared] = {}
    sides: dict[tuple[str, Offset], str] = defaultdict(str)
    for name, selection, day_0 in zip("AB", (first, second), days_0, strict=True):
        for event, away in _offsets(selection, day_0, within):
            one, other = (each.get(event.id, Verdict.NO) for each in verdicts)
            place = event.id, away
            sides[place] += name
            found[place] = Compared(event, one, other, sides[place], away)
    return sorted(found.values(), key=lambda each: each.offset.sort_key)


def in_both(rows: Sequence[Compared]) -> int:
    """Return how many events answer both questions."""
    return len({each.event.id for each in rows if each.shared})


def _offsets(
    selection: Selection, day_0: Event, within: Length | None
) -> Iterator[tuple[Event, Offset]]:
    """Yield the events that may lie within a length of *day_0*, with their offsets."""
    first, last = beginning(day_0)
    away = ((match.event, offset(match.event, day_0)) for match in selection)
    if within is None:
        yield from away
        return
    before, after = first - within.earlier(first), within.later(last) - last
    for event, days in away:
        if days.possibly_within(before, after):
            yield event, days


def _by_name(text: str, context: Context) -> Term | None:
    """Return the term for a *text* that is exactly a name or a year, or None."""
    if len(text) == _YEAR_DIGITS and text.isascii() and text.isdigit():
        return FIELDS["year"]("year", text, context)
    if not text[:1].isalnum():  # `-army` is a query
        return None
    for field in _BARE:
        try:
            FIELDS[field](field, f"={text}", context)
        except UnknownName:
            continue
        return FIELDS[field](field, text, context)
    return None


def _verdicts(selection: Selection) -> dict[str, Verdict]:
    return {match.event.id: match.verdict for match in selection}
