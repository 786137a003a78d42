"""How many events, and when: by actor, place, tag, arc and year.

A count never hides a maybe: events that only may belong are counted apart.
"""

from collections.abc import Container, Sequence

import msgspec
from msgspec.structs import replace

from timeline.edtf import When, year_name
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.nests import Geography, turned
from timeline.model.timeline import Timeline
from timeline.model.words import years_of
from timeline.phrases.vocabulary import year_text
from timeline.query.dates import begins_in, lies_in
from timeline.reports.groups import Grouping, actor_grouping, arc_grouping
from timeline.reports.periods import years_window
from timeline.text import enumerated, fold


class Count(msgspec.Struct, frozen=True):
    """How many events of a selection belong to a value, and the first and last of them.

    A place tells the places *within* which it lies, and how deep it stands below one.
    """

    key: str
    name: str
    certain: int
    possible: int
    first: When
    last: When
    within: tuple[str, ...] | None = None
    depth: int = 0

    @property
    def total(self) -> int:
        """Certain and possible events together."""
        return self.certain + self.possible


def by_actor(selection: Selection, timeline: Timeline) -> list[Count]:
    """Return a count for each actor, most first: as many as `--actor ID` would list."""
    return counts(selection, actor_grouping(timeline))


def by_arc(selection: Selection, timeline: Timeline) -> list[Count]:
    """Return a count for each arc, in the order of the file."""
    return counts(selection, arc_grouping(timeline))


def counts(selection: Selection, grouping: Grouping) -> list[Count]:
    """Return a count for each value that *grouping* finds: most first, or in its order."""
    found: dict[str, list[Match]] = {}
    for match in selection:
        for key in grouping.keys(match.event):
            found.setdefault(key, []).append(match)
    if grouping.order:
        found = {key: found[key] for key in grouping.order if key in found}
    counted = [_count(key, grouping.name(key), matches) for key, matches in found.items()]
    if grouping.order:
        return counted
    return ranked(counted, "count")


def ranked(found: Sequence[Count], sort: str | None) -> list[Count]:
    """Return the counts by `count`, most first, or by `name`; as they are without a *sort*."""
    if sort == "count":
        return sorted(found, key=lambda each: (-each.total, fold(each.name)))
    if sort == "name":
        return sorted(found, key=lambda each: fold(each.name))
    return list(found)


def nested(found: Sequence[Count], geography: Geography) -> list[Count]:
    """Return the counts of places, each below the one in which it lies, else in their order.

    Where it lies in several, it stands below the first that is there.
    """
    around = {count.key: geography.beside(count.key) for count in found}
    below = turned({key: _first(outer, around) for key, outer in around.items()})
    by_key = {count.key: count for count in found}
    waiting = [(key, 0) for key in reversed(below.get("", []))]
    ordered = []
    while waiting:
        key, depth = waiting.pop()
        ordered.append(replace(by_key[key], within=around[key], depth=depth))
        waiting += [(inner, depth + 1) for inner in reversed(below.get(key, []))]
    return ordered


def _first(names: Sequence[str], there: Container[str]) -> list[str]:
    """Return the first of *names* that is *there*; "" where none is."""
    return [*(name for name in names if name in there), ""][:1]


def by_status(selection: Selection) -> dict[str, int]:
    """Return status → number of events, most first; "" is an event without one."""
    numbers: dict[str, int] = {}
    for match in selection:
        numbers[match.event.status] = numbers.get(match.event.status, 0) + 1
    return dict(sorted(numbers.items(), key=lambda item: -item[1]))


def by_year(selection: Selection, *, starts: bool = False) -> list[Count]:
    """Return a count for each year that has events, in order; with *starts*, that began then.

    An event is certain in a year in which it lies in every reading, and possible
    in a year in which it only may lie. One that may span more than 200 years
    says nothing about any of them, and is left out.
    """
    years: dict[int, list[Match]] = {}
    lies = begins_in if starts else lies_in
    for match in selection:
        for year in years_of(match.event.date):
            verdict = min(match.verdict, lies(match.event.date, years_window(year, year)))
            if verdict:
                years.setdefault(year, []).append(Match(match.event, verdict))
    return [_count(year_text(year), year_name(year), years[year]) for year in sorted(years)]


def year_list(selection: Selection) -> str:
    """Return the years that have events, as people list them: "2001, 2005–06 and 2008"."""
    years = [int(count.key.lstrip("Y")) for count in by_year(selection)]
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return enumerated([_run(run) for run in runs])


def _run(years: list[int]) -> str:
    first, last = year_name(years[0]), year_name(years[-1])
    return first if first == last else f"{first}–{last}"


def _count(key: str, name: str, matches: Sequence[Match]) -> Count:
    certain = sum(match.verdict is Verdict.YES for match in matches)
    return Count(
        key,
        name,
        certain,
        possible=len(matches) - certain,
        first=matches[0].event.date,
        last=matches[-1].event.date,
    )
