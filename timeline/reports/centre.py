"""What others lie around: an event, or a date, as it was named."""

import msgspec

from timeline import phrases
from timeline.edtf import FAR, Part, Span, When
from timeline.edtf.days import or_far
from timeline.errors import UsageError
from timeline.model.records import Event
from timeline.model.timeline import NotOneEvent, Timeline
from timeline.phrases import PhraseError, Window
from timeline.text import fold, quoted


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


def centre(text: str, timeline: Timeline, today: int) -> Centre:
    """Return the centre that *text* names: a whole id, else a date, else a part of an id.

    A vague event keeps its readings; of a date that is typed, all days are meant, as
    in a query. Raises `UsageError` if it is nothing of these.
    """
    try:
        event = timeline.get(text)
    except NotOneEvent as error:
        event, no_event = None, error
    if event and fold(event.id) == fold(text):
        return _of_event(event)
    try:
        return _of_date(text, today)
    except PhraseError as error:
        if event:
            return _of_event(event)
        raise _neither(text, no_event, error) from error


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


def _neither(text: str, no_event: NotOneEvent, no_date: PhraseError) -> UsageError:
    """Return the refusal of *text*: as part of several ids, as a wrong date, or as neither."""
    if no_event.message.startswith(f"{quoted(text)} is part of"):
        return no_event
    if any(char.isdigit() for char in text) and not no_date.message.startswith("cannot read"):
        return no_date
    hint = no_event.hint or "write an id, or a part of one, or a date such as 2019-03-23"
    return UsageError(f"{quoted(text)} is no event, and cannot be read as a date", hint)
