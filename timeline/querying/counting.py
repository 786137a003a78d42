"""How many events, and when: by actor, by arc, by year.

A count never hides a maybe: events that only may belong are counted apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

import msgspec

from timeline.edtf import When, calendar_date, day_number
from timeline.model import Count, Event, Match, Period, Selection, Timeline, Verdict
from timeline.phrases import Window
from timeline.querying.dates import lies_in
from timeline.text import enumerated

MOST_YEARS = 200  # an event that may span more says nothing about any one year
_MOST_PERIODS = 40


def by_actor(selection: Selection, timeline: Timeline) -> list[Count]:
    """Return a count for each actor, most first: as many as `--actor ID` would list."""
    groups = _groups(timeline)

    def keys(event: Event) -> Iterable[str]:
        return {group for actor in event.actors for group in groups.get(actor, {actor})}

    return _counts(selection, keys, timeline.actor_name)


def by_arc(selection: Selection, timeline: Timeline) -> list[Count]:
    """Return a count for each arc, in the order of the file."""
    counts = _counts(selection, lambda event: [event.arc] if event.arc else [], str)
    found = {each.key: each for each in counts}
    return [
        msgspec.structs.replace(found[arc.id], name=arc.title)
        for arc in timeline.arcs.values()
        if arc.id in found
    ]


def by_status(selection: Selection) -> dict[str, int]:
    """Return status → number of events, most first; "" is an event without one."""
    numbers: dict[str, int] = {}
    for match in selection:
        numbers[match.event.status] = numbers.get(match.event.status, 0) + 1
    return dict(sorted(numbers.items(), key=lambda item: -item[1]))


def by_year(selection: Selection) -> list[Count]:
    """Return a count for each year that has events, in order.

    An event is certain in a year in which it lies in every reading, and possible
    in a year in which it only may lie. One that may span more than 200 years
    says nothing about any of them, and is left out.
    """
    years: dict[int, list[Match]] = {}
    for match in selection:
        for year in _years_of(match.event.date):
            verdict = min(match.verdict, lies_in(match.event.date, _window(year, year)))
            if verdict:
                years.setdefault(year, []).append(Match(match.event, verdict))
    return [_count(str(year), year_name(year), years[year]) for year in sorted(years)]


def by_period(selection: Selection) -> list[Period]:
    """Return periods of equal length, in order and without a gap, from the first event on.

    An event counts once, in the period of the day it is sorted by: certain if it
    lies there in every reading. A period is a year, or so many years that there
    are at most forty.
    """
    years = [_year(_anchor(match.event.date)) for match in selection]
    if not years:
        return []
    length = next(size for size in _lengths() if (years[-1] - years[0]) // size < _MOST_PERIODS)
    starts = range(years[0] // length * length, years[-1] + 1, length)
    found: dict[int, list[Match]] = {start: [] for start in starts}
    for year, match in zip(years, selection, strict=True):
        found[year // length * length].append(match)
    return [_period(start, length, matches) for start, matches in found.items()]


def year_list(selection: Selection) -> str:
    """Return the years that have events, as people list them: "2001, 2005–06 and 2008"."""
    years = [int(count.key) for count in by_year(selection)]
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return enumerated([_run(run) for run in runs])


def year_name(year: int) -> str:
    """Return what people call an astronomical year: "2019", "44 BCE"."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def _run(years: list[int]) -> str:
    first, last = year_name(years[0]), year_name(years[-1])
    return first if first == last else f"{first}–{last}"


def _period(start: int, length: int, matches: list[Match]) -> Period:
    window = _window(start, start + length - 1)
    verdicts = [min(match.verdict, lies_in(match.event.date, window)) for match in matches]
    certain = sum(verdict is Verdict.YES for verdict in verdicts)
    return Period(start, length, certain, len(matches) - certain)


def _lengths() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 … years."""
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _window(first: int, last: int) -> Window:
    return Window(day_number(first, 1, 1), day_number(last, 12, 31), "")


def _anchor(when: When) -> int:
    return when.sort_key[0]


def _year(day: int) -> int:
    return calendar_date(day)[0]


def _years_of(when: When) -> range:
    """Return the years in which *when* may lie.

    What may go on for ever is followed to the earliest day on which it may have
    ended, and back to the latest day on which it may have begun.
    """
    first = when.latest_start if when.earliest_start is None else when.earliest_start
    last = when.earliest_end if when.latest_end is None else when.latest_end
    if first is None or last is None:
        return range(0)
    span = range(_year(first), _year(last) + 1)
    return span if len(span) <= MOST_YEARS else range(0)


def _counts(
    selection: Selection,
    keys: Callable[[Event], Iterable[str]],
    name: Callable[[str], str],
) -> list[Count]:
    found: dict[str, list[Match]] = {}
    for match in selection:
        for key in keys(match.event):
            found.setdefault(key, []).append(match)
    counts = [_count(key, name(key), matches) for key, matches in found.items()]
    return sorted(counts, key=lambda each: (-each.total, each.name))


def _count(key: str, name: str, matches: Sequence[Match]) -> Count:
    certain = sum(match.verdict is Verdict.YES for match in matches)
    first, last = matches[0].event.date, matches[-1].event.date
    return Count(key, name, certain, len(matches) - certain, first, last)


def _groups(timeline: Timeline) -> dict[str, set[str]]:
    """Return actor → itself and everything it is `of`, transitively."""
    groups: dict[str, set[str]] = {}
    for actor in timeline.actors:
        for member in timeline.members(actor):
            groups.setdefault(member, set()).add(actor)
    return groups
