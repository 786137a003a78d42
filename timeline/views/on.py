"""Anniversaries, with the years since, in plain forms."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline.edtf import calendar_date
from timeline.model.answers import Match, Selection
from timeline.model.timeline import Timeline
from timeline.phrases.days_of_year import DayOfYear
from timeline.reports.on import Anniversary
from timeline.text import counted
from timeline.views.list import event_lines
from timeline.views.parts.csv_table import Cell, Columns, Day, match_columns
from timeline.views.parts.json_data import match_data


def years_words(found: Anniversary, day: DayOfYear, today: int) -> str:
    """Return when it was, in whole years before *today*: "6 years ago", "last year"."""
    if found.year is None:
        return "year unknown"
    this_year, *now = calendar_date(today)
    years = this_year - found.year
    if years < 0:
        return f"in {counted(-years, 'year')}"
    whole = years - (tuple(now) < day)
    return f"{counted(whole, 'year')} ago" if whole > 0 else ("this year", "last year")[years]


def anniversary_lines(found: Iterable[Anniversary], timeline: Timeline) -> Iterator[str]:
    """Yield a line for each: the year (empty if not known), what it does, then as in `list`."""
    for each in found:
        year = "" if each.year is None else str(each.year)
        yield "\t".join((year, each.role, *event_lines(Selection([each.match]), timeline)))


def anniversary_rows(
    found: Iterable[Anniversary], timeline: Timeline
) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event, with the year and what it does on the day."""
    for each in found:
        yield {"year": each.year, "role": each.role, **match_data(each.match, timeline)}


def anniversary_columns(timeline: Timeline) -> Columns[Anniversary]:
    """Return the columns of an anniversary."""
    return {
        "year": lambda each: None if each.year is None else Day(str(each.year)),
        "role": lambda each: each.role,
        **{name: _of_anniversary(value) for name, value in match_columns(timeline).items()},
    }


def _of_anniversary(value: Callable[[Match], Cell]) -> Callable[[Anniversary], Cell]:
    return lambda each: value(each.match)
