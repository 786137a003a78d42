"""Two questions beside each other, in order of time or counted from a day 0 of each.

Offsets are days from the beginning of one event to the beginning of another. Where
a date is vague they are ranges: the differences of the bounds, never of a middle.
"""

from collections.abc import Iterator, Sequence

import msgspec

from timeline.edtf import FAR
from timeline.errors import UsageError
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.phrases.lengths import Length
from timeline.query.fields import FIELDS, Context
from timeline.query.grammar import parse
from timeline.query.logic import AllOf, Term
from timeline.query.names import UnknownName
from timeline.text import quoted


class Offset(msgspec.Struct, frozen=True):
    """Days from a day 0 to the beginning of an event, negative before it.

    A vague date makes it a range, `~` a wider one; None is unbounded. `approximate`
    says that a qualifier (`?`, `%`) leaves the days themselves in doubt.
    """

    earliest: int | None
    latest: int | None
    approximate: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one number of days, and nothing leaves it in doubt."""
        one = self.earliest is not None and self.earliest == self.latest
        return one and not self.approximate

    @property
    def sort_key(self) -> tuple[int, int]:
        """The place in an order by first day; the wider comes first, as in a timeline."""
        first = -FAR if self.earliest is None else self.earliest
        return first, first - (FAR if self.latest is None else self.latest)

    def possibly_within(self, before: int, after: int) -> bool:
        """Return whether some reading lies at most so many days *before* or *after* day 0."""
        soon_enough = self.earliest is None or self.earliest <= after
        return soon_enough and (self.latest is None or self.latest >= -before)


ON_DAY_0 = Offset(0, 0)


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
    def match(self) -> Match:
        """The event with the verdict of where it stands; on both sides, the lesser."""
        verdicts = {"A": self.first, "B": self.second}
        return Match(self.event, min(verdicts[side] for side in self.sides))


_BARE = ("arc", "actor")  # fields whose names may stand alone, in this order
_YEAR_DIGITS = 4


def side(text: str, context: Context) -> AllOf:
    """Return the query that *text* makes, for one side of a comparison.

    A name that is exactly an arc, an actor or a year needs no field before it.
    Raises what `ask` raises.
    """
    said = _by_name(text.strip(), context) or parse(text, context)
    return said if isinstance(said, AllOf) else AllOf((said,))


def beside(first: Selection, second: Selection, timeline: Timeline) -> list[Compared]:
    """Return the events of both selections in the order of *timeline*, each once."""
    verdicts = _verdicts(first), _verdicts(second)
    compared = []
    for match in timeline.select():
        one, other = (each.get(match.event.id, Verdict.NO) for each in verdicts)
        if one or other:
            sides = "A" * bool(one) + "B" * bool(other)
            compared.append(Compared(match.event, one, other, sides))
    return compared


def aligned(
    first: Selection, second: Selection, days_0: tuple[Event, Event], within: Length | None = None
) -> list[Compared]:
    """Return the events of each side by their days from that side's day 0.

    An event of both stands once on each side, or once on both where its offset is
    the same. *within* leaves out what is in every reading more days off.
    """
    verdicts = _verdicts(first), _verdicts(second)
    found: dict[tuple[str, Offset], Compared] = {}
    for name, selection, day_0 in zip("AB", (first, second), days_0, strict=True):
        for event, away in _offsets(selection, day_0, within):
            before = found.get((event.id, away))
            one, other = (each.get(event.id, Verdict.NO) for each in verdicts)
            sides = before.sides + name if before else name
            found[event.id, away] = Compared(event, one, other, sides, away)
    return sorted(found.values(), key=lambda each: each.offset.sort_key)


def offset(event: Event, day_0: Event) -> Offset:
    """Return the days from the beginning of *day_0* to that of *event*; 0 to itself.

    Raises `UsageError` if there is no bound to count from.
    """
    first, last = _beginning(day_0)
    if event.id == day_0.id:
        return Offset(0, 0)
    earliest, latest = event.date.start
    return Offset(
        None if earliest is None else earliest - last,
        None if latest is None else latest - first,
        approximate=event.date.is_start_doubted or day_0.date.is_start_doubted,
    )


def in_both(compared: Sequence[Compared]) -> int:
    """Return how many events answer both questions."""
    return len({each.event.id for each in compared if each.shared})


def _offsets(
    selection: Selection, day_0: Event, within: Length | None
) -> Iterator[tuple[Event, Offset]]:
    """Yield the events that may lie within a length of *day_0*, with their offsets."""
    first, last = _beginning(day_0)
    for match in selection:
        away = offset(match.event, day_0)
        if within is None or away.possibly_within(
            first - within.earlier(first), within.later(last) - last
        ):
            yield match.event, away


def _beginning(day_0: Event) -> tuple[int, int]:
    """Return the earliest and the latest day on which *day_0* began."""
    first, last = day_0.date.start
    if first is None or last is None:
        hint = "count from an event whose beginning is known"
        raise UsageError(f"{quoted(day_0.id)} has no first day to count from", hint)
    return first, last


def _by_name(text: str, context: Context) -> Term | None:
    """Return the term for a *text* that is exactly a name or a year, or None."""
    if len(text) == _YEAR_DIGITS and text.isascii() and text.isdigit():
        return FIELDS["year"]("year", text, context)
    for field in _BARE if text[:1].isalnum() else ():  # `-army` is a query
        try:
            FIELDS[field](field, f"={text}", context)
        except UnknownName:
            continue
        return FIELDS[field](field, text, context)
    return None


def _verdicts(selection: Selection) -> dict[str, Verdict]:
    return {match.event.id: match.verdict for match in selection}
