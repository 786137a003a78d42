"""What others lie around: an event, or a date, as it was named."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from timeline import phrases
from timeline.edtf import FAR, Part, Span, When
from timeline.edtf.days import or_far
from timeline.errors import UsageError
from timeline.model.records import Event
from timeline.model.timeline import NotOneEvent, Timeline
from timeline.phrases import PhraseError, Window
from timeline.query import events
from timeline.text import quoted

Choose: TypeAlias = Callable[[str, Sequence[Event]], Event]
"""From what was typed and the events that it may mean to the one that is meant."""


class Centre(msgspec.Struct, frozen=True):
    """What others lie around: an event, or all days of a date, and its four bounds."""

    text: str
    start: Span
    end: Span
    event: Event | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What others lie around, in parts; all days of a date that was typed are meant."""
        if self.event:
            return parts_of(self.event.date)
        certain = self.start[1], self.end[0]
        return (Part(self.start, self.end, certain, is_span=True),)

    @property
    def sort_key(self) -> tuple[int, ...]:
        """The place in an order by first day, as that of `When`."""
        if self.event:
            return self.event.date.sort_key
        first, last = or_far(self.start[0], -FAR), or_far(self.end[1], FAR)
        return first, first - last

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
        """Return its date in words."""
        if self.event:
            return self.event.date.describe(ascii=ascii)
        return Window(self.start[0], self.end[1], "").describe(ascii=ascii)


def centre(text: str, timeline: Timeline, today: int, choose: Choose = events.one) -> Centre:
    """Return the centre that *text* names: a whole id or a handle, a date, or an event.

    A vague event keeps its readings; of a date that is typed, all days are meant, as
    in a query. Of several events, it is the one that is chosen. Raises `UsageError` if it
    is nothing of these.
    """
    if found := events.exact(text, timeline):
        return _of_event(choose(text, found))
    try:
        return _of_date(text, today)
    except PhraseError as error:
        if found := events.named(text, timeline, today).events:
            return _of_event(choose(text, found))
        raise _neither(text, events.none(text, timeline, today)) from error


def parts_of(when: When) -> tuple[Part, ...]:
    """Return each date of several that are all meant; of any other, all of it as one."""
    if when.kind == "all-of":
        return when.parts
    is_span = when.kind == "interval"
    return (Part(when.start, when.end, when.certain, when.uncertain, is_span=is_span),)


def _of_event(event: Event) -> Centre:
    when = event.date
    if when.kind == "all-of":
        return Centre(when.text, when.possible, when.possible, event)
    return Centre(when.text, when.start, when.end, event)


def _of_date(text: str, today: int) -> Centre:
    window = phrases.span(text, today)
    first, last = window.first, window.last
    if first is None or last is None:
        side = "first" if first is None else "last"
        hint = "write a day, a month, or a span such as 2025-08..2025-10"
        raise UsageError(f"{quoted(text)} has no {side} day", hint)
    return Centre(window.text, (first, first), (last, last))


def _neither(text: str, refused: UsageError) -> UsageError:
    """Return the refusal of *text* as a wrong date, or as neither event nor date."""
    if not isinstance(refused, NotOneEvent):
        return refused
    return UsageError(f"{quoted(text)} is no event, and cannot be read as a date", refused.hint)
