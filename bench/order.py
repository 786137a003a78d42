"""What the order of 100,000 events takes beside loading them: every event has a link.

    python bench/order.py [--events N] [--rounds N]

The file is written here, as JSON Lines: dates that are vague in turn, and links of every type to
an event near by. Loading, and then finding all narrower dates and all that contradicts itself,
take turns in processes of their own, in the processor's seconds; the ratio is the median of the
rounds' own. Exit 1 when order takes longer than loading.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import scale  # first: it finds the package without installation

from timeline.edtf import calendar_date, day_number
from timeline.inference import order
from timeline.inference.conflicts import conflicts
from timeline.loading.load import load

MOST = 1.0
TYPES = ("after", "responds-to", "follows-from", "reports")
FORMS = ("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-{m:02}-{d:02}~", "{y}-{m:02}/{y}")
DAYS = 73_000
FAR_BACK = 20  # events, so that what is after another is so by some days
FIRST = day_number(1800, 1, 1)


def main() -> int:
    """Measure; print the row; return 1 if the ratio is too large."""
    parser = argparse.ArgumentParser(description="Order, as a part of loading.")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3, help="take medians of so many: 3")
    parser.add_argument("--here", metavar="FILE", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        print(*_here(given.here))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "linked.jsonl"
        path.write_text("".join(_lines(given.events)), encoding="utf-8")
        times = [_taken(path) for _ in range(given.rounds)]
    loading, ordering = (statistics.median(each) for each in zip(*times, strict=True))
    ratio = statistics.median(ordering / loading for loading, ordering in times)
    print(f"{given.events:,} events and links: loading {loading:.2f} s, order {ordering:.2f} s")
    print(f"ratio {ratio:.2f}, at most {MOST:.2f}")
    return int(ratio > MOST)


def _lines(number: int) -> Iterator[str]:
    """Yield a line for each event; the dates rise, so that most links agree with them."""
    for at in range(number):
        year, month, day = calendar_date(FIRST + at * DAYS // number)
        date = FORMS[at % len(FORMS)].format(y=year, m=month, d=day)
        target = at - FAR_BACK - at % 7
        event: dict[str, object] = {"id": f"event-{at}", "date": date, "title": f"Event {at}"}
        if target >= 0:
            event["links"] = [{TYPES[at % len(TYPES)]: f"event-{target}"}]
        yield json.dumps(event) + "\n"


def _taken(path: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, "--here", str(path)]
    environment = os.environ | {"PYTHONPATH": str(scale.ROOT)}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    loading, ordering = done.stdout.split()
    return float(loading), float(ordering)


def _here(path: str) -> tuple[float, float]:
    """Return the processor's seconds to load the file at *path*, and for its order.

    The collector of garbage rests, as it does in the program (`commands/support/process.py`).
    """
    gc.disable()
    start = time.process_time()
    timeline = load(path)
    loaded = time.process_time()
    found = order.whole(timeline, None)
    list(found.narrowings())
    conflicts(found)
    return loaded - start, time.process_time() - loaded


if __name__ == "__main__":
    sys.exit(main())
