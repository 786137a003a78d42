"""How many events, and when: by actor, place, tag, arc and year.

A count never hides a maybe: events that only may belong are counted apart.
"""

from collections.abc import Container, Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from timeline.edtf import When, year_name
from timeline.model.answers import Dated, Selection, Verdict
from timeline.model.nests import Geography, turned
from timeline.model.tallies import Tally
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
    return counted(grouping.tallies(selection), grouping)


def counted(found: Mapping[str, Tally], grouping: Grouping) -> list[Count]:
    """Return the tallies *found* as counts of what *grouping* names, in the same order."""
    if grouping.order:
        found = {key: found[key] for key in grouping.order if key in found}
    counts = [_count(key, grouping.name(key), tally) for key, tally in found.items()]
    return counts if grouping.order else ranked(counts, "count")


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
    """Return the first of *names* that is *there*, alone; "" where none is."""
    found = [name for name in names if name in there]
    return found[:1] or [""]


def by_year(selection: Selection, *, starts: bool = False) -> list[Count]:
    """Return a count for each year that has events, in order; with *starts*, that began then.

    An event is certain in a year in which it lies in every reading, and possible
    in a year in which it only may lie. One that may span more than 200 years
    says nothing about any of them, and is left out.
    """
    years: dict[int, list[Dated]] = {}
    lies, days_of = begins_in if starts else lies_in, cache(years_window)
    for dated in selection.dates():
        date = dated.date
        for year in years_of(date):
            verdict = min(dated.verdict, lies(date, days_of(year, year)))
            if verdict:
                years.setdefault(year, []).append(Dated(date, verdict, dated.number))
    return [_of_year(year, years[year]) for year in sorted(years)]


def _of_year(year: int, found: Sequence[Dated]) -> Count:
    certain = sum(each.number for each in found if each.verdict is Verdict.YES)
    possible = sum(each.number for each in found) - certain
    ends = found[0].date, found[-1].date
    return Count(year_text(year), year_name(year), certain, possible, *ends)


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


def _count(key: str, name: str, tally: Tally) -> Count:
    return Count(key, name, tally.certain, tally.possible, tally.first, tally.last)
