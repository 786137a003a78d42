"""A query over 100,000 events, beside a plain loop that reads each event's bounds once.

    python bench/query.py [--events 100000]

Both run in this process, in turn; medians of several rounds. The date query may
cost three times the loop; the others are for comparison.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from timeline.edtf import day_number, parse
from timeline.model.records import Actor, Event, Place
from timeline.model.timeline import Timeline
from timeline.query.fields import Context
from timeline.query.grammar import ask

MOST = 3.0
ROUNDS = 7
QUERIES = ("year:2019", "since:2019-06 until:2019-08", "actor:actor-3 year:2019", "word-7")


def main() -> int:
    """Print the ratios; return 1 if the date query costs too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=100_000)
    timeline = made(parser.parse_args().events)
    events = [match.event for match in timeline.select()]
    context = Context(timeline, day_number(2026, 11, 23))
    runs: dict[str, Callable[[], object]] = {"a plain loop": partial(plain, events)}
    for text in QUERIES:
        query = ask({}, text, context)
        runs[text] = partial(timeline.select, query)
    times = measured(runs)
    floor = times["a plain loop"]
    print(f"{len(events):,} events, medians of {ROUNDS} rounds")
    for name, seconds in times.items():
        print(f"{name:<32}{seconds * 1000:>8.0f} ms{seconds / floor:>8.2f}")
    ratio = times[QUERIES[0]] / floor
    if ratio > MOST:
        print(f"{QUERIES[0]} costs {ratio:.1f} times the loop; at most {MOST} is allowed")
    return int(ratio > MOST)


def made(number: int) -> Timeline:
    """Return a timeline of so many events: days, months, spans and vague dates in turn."""
    forms = ("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-{m:02}-{d:02}~", "{y}/{z}")
    events = []
    for at in range(number):
        year = 1900 + at % 126
        text = forms[at % 5].format(y=year, z=year + 1, m=at % 12 + 1, d=at % 28 + 1)
        events.append(
            Event(
                id=f"event-{at}",
                date=parse(text),
                title=f"word-{at % 97} happens",
                actors=(f"actor-{at % 11}",),
                place=Place("bench", at),
            )
        )
    actors = {f"actor-{at}": Actor(f"actor-{at}", f"Actor {at}") for at in range(11)}
    return Timeline(events, actors=actors)


def plain(events: list[Event]) -> list[Event]:
    """Return the events that may lie in 2019, with nothing but their bounds read."""
    first, last = day_number(2019, 1, 1), day_number(2019, 12, 31)
    found = []
    for event in events:
        date = event.date
        start, latest_start = date.earliest_start, date.latest_start
        earliest_end, end = date.earliest_end, date.latest_end
        if start is None or latest_start is None or earliest_end is None or end is None:
            continue
        if start <= last and end >= first:
            found.append(event)
    return found


def measured(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds of each of *runs*, taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    sys.exit(main())
