"""Rules about dates: exact where nothing is, too late, out of order. Bounds, never midpoints."""

import re
import shlex
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, TypeAlias

from timeline.checking.rule import Case, Fault, certainly_after, entry, on
from timeline.edtf import Precision, When, calendar_date, iso
from timeline.edtf.months import MONTHS
from timeline.model.findings import Level, Spot
from timeline.model.records import Event
from timeline.phrases.season_codes import part_in_words, years_in
from timeline.text import counted, quoted

_FEW = 4  # different days; fewer may well be chance
_TOO_MANY = 5  # times as many as chance would give

_ABOUT = r"(?:on or about|about|around|circa|ca?\.|approximately|roughly|some ?time (?:on|in))"
_PART = r"(?P<part>early|mid|late|beginning|start|middle|end)"
_SOME = rf"(?:{_PART}(?:[- ](?:in|of)(?: the month of)?)?|(?:{_ABOUT}|in))"
_CLEAR_PART = rf"(?:{_PART}(?:[- ](?:in|of))?|{_ABOUT})"
_Parts: TypeAlias = dict[str, tuple[int, int]]
# The days of a month, and the months of a year, of which a part may be said: generously.
_DAYS: Final[_Parts] = {"early": (1, 12), "mid": (8, 23), "late": (18, 31)}
_YEAR: Final[_Parts] = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_SAME: Final = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def false_precision(case: Case) -> Iterator[Fault]:
    """Find days that are too exact: heaps on the 1st, or "in August" said of 13 August."""
    for events in case.files.values():
        exact = [event for event in events if is_exact(event.date)]
        yield from _heaps(exact)
        yield from (fault for event in exact for fault in _said_vaguely(event))


def is_exact(date: When) -> bool:
    """Whether *date* is one day, with nothing said against it."""
    if date.kind != "date" or date.one_day is None:
        return False
    return date.precision >= Precision.DAY and not (date.uncertain or date.approximate)


def _heaps(exact: Sequence[Event]) -> Iterator[Fault]:
    days = {event.date.earliest_start or 0 for event in exact}
    months_of = {day: calendar_date(day)[1] for day in days if calendar_date(day)[2] == 1}
    new_years = {day for day, month in months_of.items() if month == 1}
    new_year = _heap(exact, new_years, 1 / 365, len(days))
    months = _heap(exact, months_of.keys() - new_years, 11 / 365, len(days))
    if new_year:
        said = f"{counted(len(new_year), 'day')} in this file are a 1 January, this one the first"
        yield Fault(_at(new_year[0]), said, "write 2019 where only the year is known")
    if months:
        said = f"{counted(len(months), 'day')} in this file are the 1st of a month, from this on"
        yield Fault(_at(months[0]), said, "write 2019-08 where only the month is known")


def _heap(
    exact: Sequence[Event], heaped: Collection[int], chance: float, days: int
) -> Sequence[Event]:
    """Return the events on days that are *heaped*, if of all *days* these are far too many.

    Days are counted, not events: four things can happen on one New Year's Day.
    """
    if len(heaped) < max(_FEW, _TOO_MANY * chance * days):
        return ()
    return [event for event in exact if event.date.earliest_start in heaped]


def _said_vaguely(event: Event) -> Iterator[Fault]:
    """Return what the texts say more vaguely; what was said in a statement is of other days."""
    day = event.date.earliest_start
    if event.kind == "statement" or day is None:
        return
    for key in ("title", "summary"):
        if words := vague_words(getattr(event, key), day):
            message = f"the {key} says {quoted(words)}, the date is a day"
            hint = f"write {iso(day)[:-3]}, or {iso(day)}~, or let the {key} say the day"
            yield Fault(_at(event), message, hint)
            return


def future(case: Case) -> Iterator[Fault]:
    """Find dates after today: an error where the event is said to be confirmed."""
    for file, as_of in case.closing.items():
        if as_of > case.today:
            message = "'as_of' is after today"
            yield Fault(entry("timeline", file, "as_of"), message, "write today", Level.warning)
    for event in case.beginning_after(case.today):
        message, level = "this is still to come", Level.warning
        if event.status == "confirmed":
            message, level = "confirmed, but still to come", Level.error
        yield Fault(_at(event), message, "check the date and the status", level)


def after_as_of(case: Case) -> Iterator[Fault]:
    """Find events after the day on which their file closes (`as_of`)."""
    if not case.closing:
        return
    for event in case.beginning_after(min(case.closing.values())):
        if event.as_of is None or certainly_after(event.date, case.today):
            continue
        if certainly_after(event.date, event.as_of):
            message = "this is after the day on which the timeline closes"
            yield Fault(_at(event), message, "set 'as_of' to a later day, or take the event out")


def years_or_season(case: Case) -> Iterator[Fault]:
    """Find dates such as 2019-21, a season or part of a year that reads like two years."""
    coded = set(filter(years_in, {event.date.text for event in case.events}))
    for event in case.events:
        if event.date.text in coded:
            yield from _like_years(event.date, _at(event))
    for id_, source in case.timeline.sources.items():
        if source.date:
            yield from _like_years(source.date, entry("sources", id_, "date", source.date.text))


def _like_years(date: When, spot: Spot) -> Iterator[Fault]:
    if years := years_in(date.text):
        message = (
            f"this is {part_in_words(date.text)}, and reads like {years.first} to {years.last}"
        )
        yield Fault(spot, message, f"write {years.first}/{years.last} if the years are meant")


def unordered(case: Case) -> Iterator[Fault]:
    """Find files whose events are not in chronological order."""
    for file, found in case.files.items():
        events = [
            event for event in found if not event.undated
        ]  # `fmt` leaves those where they are
        early = [event for before, event in pairwise(events) if _goes_back(before, event)]
        if early:
            message = "this is before the event above it"
            if more := len(early) - 1:
                message += f", and {counted(more, 'more event')}"
            yield Fault(_at(early[0]), message, _in_order(file))


def _in_order(file: str) -> str:
    """Return what puts the events of *file* in order: of standard input, into standard output."""
    name = "-" if file == "standard input" else shlex.quote(file)
    return f"`timeline fmt {name}` puts events in order"


def _goes_back(before: Event, event: Event) -> bool:
    """Whether *event* began before the one above it in every reading."""
    above, latest = before.date.start[0], event.date.start[1]
    if above is None or latest is None:
        return False
    return latest < above or (latest == above and _is_at_earlier_time(event.date, before.date))


def _is_at_earlier_time(one: When, other: When) -> bool:
    """Whether the time of *one* is before that of *other*: where either both have an offset."""
    if one.moment is None or other.moment is None or one.has_offset != other.has_offset:
        return False
    return one.moment < other.moment


def _at(event: Event) -> Spot:
    return on(event, "date", event.date.text)


def vague_words(text: str, day: int) -> str:
    """Return the words of *text* that say more vaguely when *day* was, or ""."""
    # Looking for a month or a year first makes all this cost next to nothing.
    short, of_year = _signs(day)
    if not (has_month := short in text) and of_year not in text:
        return ""
    year, month, of_month = calendar_date(day)
    name = MONTHS[month - 1]
    about_day, exact_day, in_month, in_year = _patterns(name, of_month, year)
    if has_month and (found := about_day.search(text)):
        return found[0]
    if exact_day.search(text):
        return ""
    return _fitting(in_month, text, of_month, _DAYS) or _fitting(in_year, text, month, _YEAR)


@cache
def _signs(day: int) -> tuple[str, str]:
    """Return what all names of its month have in them, and its year."""
    year, month, _ = calendar_date(day)
    return MONTHS[month - 1][:3], str(year)


def _fitting(pattern: re.Pattern[str], text: str, number: int, parts: _Parts) -> str:
    """Return the first words that name a part in which the *number* lies, or ""."""
    found = (each[0] for each in pattern.finditer(text) if _fits(each["part"], number, parts))
    return next(found, "")


@cache
def _patterns(name: str, day: int, year: int) -> tuple[re.Pattern[str], ...]:
    month = name if name == "May" else rf"(?:{name}|{name[:3]}\.?)"
    number = rf"{day}(?:st|nd|rd|th)?"
    this_day = rf"(?:{number}(?: of)? {month}|{month} {number}(?!\d))"
    this_year = rf"(?:,? (?:of )?{year})?(?!,? (?:of )?\d)"
    begin = r"(?<![\w-])"
    return (
        re.compile(rf"{begin}(?i:{_ABOUT}) (?:the )?{this_day}{this_year}(?!\w)"),
        re.compile(rf"{begin}{this_day}{this_year}(?!\w)"),
        re.compile(rf"{begin}(?i:{_SOME})[- ]{month}{this_year}(?![\w-])"),
        re.compile(rf"{begin}(?i:{_CLEAR_PART})[- ]{year}(?![\w-])"),
    )


def _fits(part: str | None, number: int, parts: _Parts) -> bool:
    """Whether a day or a month with this *number* lies in the *part* that was named."""
    if part is None:
        return True
    first, last = parts[_SAME.get(part.lower(), part.lower())]
    return first <= number <= last
