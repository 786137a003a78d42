"""The record of a date: four bounds, and how sure they are."""

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from timeline.edtf.days import FAR
from timeline.edtf.describing import describe
from timeline.edtf.precision import Precision
from timeline.edtf.scanning import scan
from timeline.edtf.style import Style
from timeline.edtf.syntax import EndKind, Point, seconds, write

Kind: TypeAlias = Literal["date", "interval", "one-of", "all-of"]
"""What a date is: one date, a span, one date of a list, all dates of a list."""

Span: TypeAlias = tuple[int | None, int | None]
"""First and last day, inclusive; None is no limit."""


class When(Struct, frozen=True, gc=False):
    """A date and its bounds, as day numbers (0001-01-01 = 1), inclusive.

    Something happened from a day between `earliest_start` and `latest_start`
    to a day between `earliest_end` and `latest_end`; None is no bound. A date
    that is no interval has the same bounds for both ends. An end that is open
    or unknown is as early as the start, until `as_of` says otherwise.

    `start_slack` and `end_slack` are the days by which qualifiers loosen
    certain answers; they are never part of the bounds. `members` has the span
    of each member of a list. `precision` is the coarsest one in the date.

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
    start_slack: int = 0
    end_slack: int = 0
    members: tuple[Span, ...] = ()

    def __str__(self) -> str:
        """Return the canonical EDTF."""
        return write(scan(self.text))

    @property
    def sort_key(self) -> tuple[int, ...]:
        """The place in an order by first day; the wider comes first, then by the time of day.

        An open or unknown start sorts by its end. Within one day what has a time
        comes after what has none: its `moment` is a third number. Ties are for the
        caller to break, by the place in the file.
        """
        anchor = self.earliest_start
        if anchor is None:
            anchor = self.latest_end if self.latest_end is not None else -FAR
        end = self.latest_end if self.latest_end is not None else FAR
        moment = self.moment
        return (anchor, anchor - end) if moment is None else (anchor, anchor - end, moment)

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
        return seconds(point) if isinstance(point, Point) and point.clock else None

    @property
    def has_offset(self) -> bool:
        """Whether it has a time of day, and says how far that is from UTC."""
        return bool("T" in self.text and self.text.rpartition("T")[2].strip("0123456789:"))

    def as_of(self, day: int) -> "When":
        """Return the date as known on *day* (a day number).

        An interval with an open end (`..`) was still going on then; all else
        stays as it is.
        """
        if self.kind != "interval" or self.end_kind != "open":
            return self
        if self.earliest_end is None or day <= self.earliest_end:
            return self
        return replace(self, earliest_end=day)

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
        style = Style(ascii=ascii, year=year, long=long)
        return describe(scan(self.text), style)
