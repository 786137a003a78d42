"""The record of a date: four bounds, and how sure they are."""

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from timeline.edtf.days import FAR, or_far
from timeline.edtf.parts import Part, Span, certainty, ends, first_days, has_gaps_between, starts
from timeline.edtf.precision import Precision
from timeline.edtf.scanner import scan
from timeline.edtf.syntax import EndKind, Point, seconds, write
from timeline.edtf.words.describe import describe, plain_day_words
from timeline.edtf.words.style import Style

Kind: TypeAlias = Literal["date", "interval", "one-of", "all-of"]
"""What a date is: one date, a span, one date of a list, all dates of a list."""


class When(Struct, frozen=True, array_like=True, gc=False):
    """A date and its bounds, as day numbers (0001-01-01 = 1), inclusive.

    Something happened from a day between `earliest_start` and `latest_start`
    to a day between `earliest_end` and `latest_end`; None is no bound. A date
    that is no interval has the same bounds for both ends. An end that is open
    or unknown is as early as the start, until `as_of` says otherwise.

    These are the bounds of the text. Questions ask `possible` and `certain`,
    `start` and `end`, which reckon with the qualifiers: `~` widens them by a
    unit, and nothing is certain that rests on what `?` doubts. `parts` has what
    they follow from, where it is more than the bounds; `members` the span of
    each member of a list, as written. `precision` is the coarsest one in the date.

    Two are equal if they are the same in every field, the text included.
    There is no order but `sort_key`.
    """

    text: str
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    start_kind: EndKind
    end_kind: EndKind
    kind: Kind
    precision: Precision
    uncertain: bool = False
    approximate: bool = False
    members: tuple[Span, ...] = ()
    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        """Return the canonical EDTF."""
        return write(scan(self.text))

    @property
    def sort_key(self) -> tuple[int, ...]:
        """The place in an order by first day, the wider first (docs/dates.md#order).

        An open or unknown start sorts by its end. Within one day what has a time
        comes after what has none: its `moment` is a third number. Ties are for the
        caller to break, by the place in the file.
        """
        anchor = self.earliest_start
        if anchor is None:
            anchor = or_far(self.latest_end, -FAR)
        place = anchor, anchor - or_far(self.latest_end, FAR)
        moment = self.moment
        return place if moment is None else (*place, moment)

    @property
    def moment(self) -> int | None:
        """The seconds from midnight of the day to its time; None for a date without one.

        Midnight is that of UTC where the time has an offset, so it may be below 0 or
        beyond the day. A time without an offset counts as written: each has one
        number, so that all of them have one order.
        """
        if "T" not in self.text:  # no date without a time has one
            return None
        point = scan(self.text)
        if not isinstance(point, Point) or not point.clock:
            return None
        return seconds(point)

    @property
    def has_offset(self) -> bool:
        """Whether it has a time of day, and says how far that is from UTC."""
        return bool("T" in self.text and self.text.rpartition("T")[2].strip("0123456789:"))

    @property
    def possible(self) -> Span:
        """The first and last day of all readings; None is no bound."""
        return self.start[0], self.end[1]

    @property
    def hull(self) -> tuple[int, int]:
        """The first and last day that it may touch: `possible`, with FAR for no bound.

        Days between them may be left out (`2019-X2`).
        """
        first, last = self.possible
        return or_far(first, -FAR), or_far(last, FAR)

    def overlaps(self, first: int | None, last: int | None) -> bool:
        """Return whether its hull has one of the days from *first* to *last*; None is no bound."""
        begins, ends = self.hull
        return begins <= or_far(last, FAR) and ends >= or_far(first, -FAR)

    @property
    def written(self) -> Span:
        """The first and last day of the text, without what `~` adds; None is no bound."""
        return self.earliest_start, self.latest_end

    @property
    def one_day(self) -> int | None:
        """The day, where what is written is a single one; else None."""
        return self.earliest_start if self.earliest_start == self.latest_end else None

    @property
    def certain(self) -> Span:
        """By which day it has begun in every reading, and the one that it outlasts in all.

        None where nothing is certain. With the same day for both, it was on that day.
        """
        if self.parts:
            return certainty(self.parts, every=self.kind == "all-of")
        return self.latest_start, self.earliest_end

    @property
    def sure_days(self) -> Span | None:
        """The first and last day between which it surely was going on; None if there are none.

        With an open start (`..`) the first is None: it had no beginning that is told.
        """
        if self.kind == "one-of" or len(self.parts) > 1:
            return None
        begun, lasted = self.certain
        if lasted is None:
            return None
        if self.kind == "interval" and self.start_kind == "open":
            return None, lasted
        if begun is None or begun > lasted:
            return None
        return begun, lasted

    @property
    def start(self) -> Span:
        """The first and last day on which it may have begun; of all in a list, the first did."""
        if self.parts:
            return starts(self.parts, every=self.kind == "all-of")
        return self.earliest_start, self.latest_start

    @property
    def end(self) -> Span:
        """The first and last day on which it may have ended; of all in a list, the last did."""
        if self.parts:
            return ends(self.parts, every=self.kind == "all-of")
        return self.earliest_end, self.latest_end

    @property
    def is_start_doubted(self) -> bool:
        """Whether `?` doubts the day on which it began; it may still be sure when it ended."""
        return any(part.doubted for part in self.parts)

    @property
    def has_gaps(self) -> bool:
        """Whether it leaves out days between its first and its last, as it is written."""
        return has_gaps_between(self.parts, self.members)

    @property
    def first_days(self) -> tuple[Span, ...]:
        """The stretches of days on one of which it began, in order; none shares a day."""
        if not self.parts:
            return ((self.earliest_start, self.latest_start),)
        return first_days(self.parts, every=self.kind == "all-of")

    @property
    def known(self) -> Span:
        """The days of `possible`, but followed only as far as it is known where it has no bound.

        That is to the earliest day on which it may have ended, and back to the latest
        on which it may have begun.
        """
        (first, begun), (lasted, last) = self.start, self.end
        since = begun if first is None else first
        until = lasted if last is None else last
        return since, until

    @property
    def meant(self) -> tuple[Part, ...]:
        """What it means, part by part: each member of a list, or all of it."""
        if self.parts:
            return self.parts
        start, end = (self.earliest_start, self.latest_start), (self.earliest_end, self.latest_end)
        return (Part(start, end, (start[1], end[0]), is_span=self.kind == "interval"),)

    def as_of(self, day: int) -> "When":
        """Return the date as known on *day* (a day number).

        An interval with an open end (`..`), and one that takes in all dates from one
        on (`{1984..}`), was still going on then; all else stays as it is.
        """
        if self.end_kind != "open" or self.kind in ("date", "one-of"):
            return self
        earliest = self.earliest_end
        if self.kind == "interval" and earliest is not None:
            earliest = max(day, earliest)
        parts = tuple(part.as_of(day) for part in self.parts)
        if (earliest, parts) == (self.earliest_end, self.parts):
            return self
        return replace(self, earliest_end=earliest, parts=parts)

    def describe(
        self,
        *,
        ascii: bool = False,  # noqa: A002 - the name of the option
        year: int | None = None,
        long: bool = False,
    ) -> str:
        """Return the words people use for this date; never empty.

        With *ascii* no other characters are used. *year* (astronomical) is
        left out where a heading already says it. *long* spells out what the
        short words only hint at.
        """
        if words := plain_day_words(self.text, year):
            return words
        style = Style(ascii=ascii, year=year, long=long)
        return describe(scan(self.text), style)
