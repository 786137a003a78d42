"""Anniversaries: what happened, began, ended or was going on on a day of the year.

Only what is known to the day can have a day. A year or a month never claims one, nor
does a span of years or months; of a span of days its first day, its last day and, if
it is shorter than a year, every day between. One day of several (`[…]`, `2019-03-2X`)
is a maybe. 29 February is a day of leap years, and nobody's day in the others.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from timeline import phrases
from timeline.edtf import (
    FAR,
    Precision,
    Span,
    When,
    calendar_date,
    day_number,
    is_leap,
    parse,
)
from timeline.edtf.days import or_far
from timeline.model.answers import Match, Selection, Verdict
from timeline.phrases import PhraseError
from timeline.phrases.days_of_year import DayOfYear, day_of_year

Role: TypeAlias = Literal["on", "begins", "ends", "goes on"]
"""What an event does on a day of the year: it is "on" the one day that it has."""


class Anniversary(msgspec.Struct, frozen=True):
    """An event that has to do with a day of the year, in a year; None is not known which."""

    match: Match
    year: int | None
    role: Role


class NamedDay(NamedTuple):
    """A day of the year, the words that were typed for it, and the words after them."""

    day: DayOfYear
    typed: str
    rest: list[str]


_MOST_WORDS: Final = 3  # of a day: "23 mar 2019"
_YEAR: Final = 366  # a span this long goes on on every day, and says nothing of one
_BEGUN: Final = ("on", "begins")
_LEAP_DAY: Final = DayOfYear(2, 29)


def day_and_words(words: list[str], today: int) -> NamedDay:
    """Return the day that the first of *words* name, as many as do; else today, and all words.

    Raises `PhraseError` where they are a date, but none of one day.
    """
    for number in range(min(_MOST_WORDS, len(words)), 0, -1):
        if any(":" in word for word in words[: number - 1]):  # a term of a query ends a date
            continue
        typed = " ".join(words[:number])
        read = _possible_day if number > 1 else day_of_year
        if day := read(typed, today):
            return NamedDay(day, typed, words[number:])
    _, month, day_of_month = calendar_date(today)
    return NamedDay(DayOfYear(month, day_of_month), "", words)


def _possible_day(typed: str, today: int) -> DayOfYear | None:
    """Return the day that several words name: the last may be sought, and no part of a day.

    Raises `PhraseError` where all of them are a date, but none of one day.
    """
    try:
        return day_of_year(typed, today)
    except PhraseError:
        if _is_date(typed, today):
            raise
        return None


def _is_date(typed: str, today: int) -> bool:
    try:
        phrases.span(typed, today)
    except PhraseError:
        return False
    return True


def anniversaries(
    selection: Selection, day: DayOfYear, *, starts: bool = False
) -> list[Anniversary]:
    """Return what has to do with *day*, in order of the years.

    An event that began and one that ended on it are found, each in its year; with
    *starts* only those that began. A date whose year is not known comes first.
    """
    found = []
    for places, dated in selection.stretches():
        claims = [each for each in _claims(dated.date, day) if not starts or each[1] in _BEGUN]
        for place, (year, role, verdict) in product(places, claims):
            match = Match(selection.at(place).event, min(dated.verdict, verdict))
            found.append(Anniversary(match, year, role))
    return sorted(found, key=lambda each: (each.year is not None, each.year or 0))


def _claims(when: When, day: DayOfYear) -> Iterator[tuple[int | None, Role, Verdict]]:
    """Yield the years in which *when* has to do with a day, and how."""
    if when.kind == "interval":
        yield from _of_span(when, day)
    elif when.kind == "date":
        yield from ((year, "on", verdict) for year, verdict in _of_point(when, day))
    elif when.precision >= Precision.DAY:
        yield from _of_list(when, day)


def _of_point(when: When, day: DayOfYear) -> Iterator[tuple[int | None, Verdict]]:
    """Yield the year of one date, if it is known to the day and may be this one."""
    mask = _mask(when) if when.precision >= Precision.DAY else None
    if not mask:
        return
    year, written_month, written_day = mask
    named = f"{written_month}{written_day}"
    if written_day == "XX":
        return
    known = None if "X" in year else int(year)
    if _fits(named, f"{day.month:02}{day.day:02}"):
        is_exact = "X" not in named and not (when.approximate or when.uncertain)
        if known is None or _has(known, day):
            yield known, _verdict(sure=is_exact)
    elif known is not None:
        yield from ((year, Verdict.MAYBE) for year in _years_beside(when, day))
    elif _is_a_day_wider(when) and any(_fits(named, other) for other in _neighbours(day)):
        yield None, Verdict.MAYBE


def _years_beside(when: When, day: DayOfYear) -> Iterator[int]:
    """Yield the years in which a date may be *day* because it is only about a day."""
    if _is_a_day_wider(when):
        spans = (_wider(first, last) for first, last in when.meant[0].days)
        yield from dict.fromkeys(year for span in spans for year in _years_between(span, day))


def _is_a_day_wider(when: When) -> bool:
    last = when.possible[1]
    return last is not None and when.latest_end is not None and last - when.latest_end == 1


def _neighbours(day: DayOfYear) -> set[str]:
    """Return the days beside *day* in some year, as `MMDD`."""
    leap, common = 2000, 2001
    years = [year for year in (leap, common) if _has(year, day)]
    days = [day_number(year, *day) for year in years]
    return {_digits(number + step) for number in days for step in (-1, 1)}


def _digits(number: int) -> str:
    """Return month and day of a day number, as `MMDD`."""
    _, month, day = calendar_date(number)
    return f"{month:02}{day:02}"


def _of_span(when: When, day: DayOfYear) -> Iterator[tuple[int | None, Role, Verdict]]:
    """Yield the years in which a span begins or ends on a day, or goes on."""
    first, last = (_end(text) for text in str(when).split("/"))
    if first:
        yield from ((year, "begins", verdict) for year, verdict in _of_point(first, day))
    if last:
        yield from ((year, "ends", verdict) for year, verdict in _of_point(last, day))
    if first:
        yield from ((year, "goes on", verdict) for year, verdict in _going_on(when, day))


def _going_on(when: When, day: DayOfYear) -> Iterator[tuple[int, Verdict]]:
    """Yield the years in which a span of days has begun before a day, and not ended."""
    days = when.start[1], _last_day(when, when.end[0])
    if when.precision < Precision.DAY:
        return
    begun, lasted = when.certain[0], _last_day(when, when.certain[1])
    for year in _years_between(days, day):
        number = day_number(year, *day)
        sure = or_far(begun, FAR) < number < or_far(lasted, -FAR)
        yield year, _verdict(sure=sure)


def _last_day(when: When, day: int | None) -> int | None:
    """Return the day on which a span ends that lasts to *day*."""
    if day is not None and when.end_kind == "open":
        return day + 1  # it still goes on on the last day of which we know
    return day


def _of_list(when: When, day: DayOfYear) -> Iterator[tuple[int | None, Role, Verdict]]:
    """Yield the years in which a member of a list is, or has, a day."""
    for part in dict.fromkeys(when.parts):
        role: Role = "goes on" if part.is_span else "on"
        for first, last in part.days:
            for year in _years_between(_wider(first, last), day):
                sure = when.kind == "all-of" and part.is_surely_on(day_number(year, *day))
                yield year, role, _verdict(sure=sure)


def _years_between(days: Span, day: DayOfYear) -> Iterable[int]:
    """Yield the years whose *day* lies between two days, which it is not itself."""
    first, last = days
    if first is None or last is None or _is_long(days):
        return
    for year in range(calendar_date(first)[0], calendar_date(last)[0] + 1):
        if _has(year, day) and first < day_number(year, *day) < last:
            yield year


def _has(year: int, day: DayOfYear) -> bool:
    return day != _LEAP_DAY or is_leap(year)


def _verdict(*, sure: bool) -> Verdict:
    return Verdict.YES if sure else Verdict.MAYBE


def _wider(first: int | None, last: int | None) -> Span:
    """Return a span whose own ends lie between its ends."""
    if first is None or last is None:
        return None, None
    return first - 1, last + 1


def _is_long(days: Span) -> bool:
    first, last = days
    return first is None or last is None or last - first > _YEAR


def _mask(when: When) -> tuple[str, str, str] | None:
    """Return year, month and day as they are written, `X` for a digit that is not known."""
    plain = re.sub("[?~%]", "", str(when)).partition("T")[0]
    found = re.fullmatch(r"(-?[\dX]{4})-([\dX]{2})-([\dX]{2})", plain)
    if found is None:
        return None
    return found[1], found[2], found[3]


def _fits(mask: str, digits: str) -> bool:
    return all(sign in ("X", digit) for sign, digit in zip(mask, digits, strict=True))


def _end(text: str) -> When | None:
    """Return one end of a span as a date; None if it is open or unknown."""
    return None if text in ("", "..") else parse(text)
