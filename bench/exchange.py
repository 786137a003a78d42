"""What reading a large table takes: memory against what the result needs, and time by the row.

A table of 100,000 rows is read in a single pass, so that the most memory in use at any
moment is that of the result, and a little for what is at hand; twice as many rows take
twice as long. `timeline import` makes an event file of it, and is compared with a program of a
few lines, which reads the rows with Python's csv and writes them as YAML with PyYAML's writer in C:
that keeps all rows in memory, as an import does not.
All are ratios taken in one run.

    python bench/exchange.py [--rows N]

Exit 1 when a budget is exceeded.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import scale  # first: it finds the package without installation

from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
from timeline.model.timeline import Timeline

MOST_MEMORY = 1.5  # of the result, at the peak
MOST_TIME = 2.6  # for twice the rows
MOST_IMPORT = 3.0  # of the few lines
MOST_IMPORT_MEMORY = 0.8  # of the few lines, at the peak

_FEW_LINES = """
import csv, sys, yaml
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
yaml.dump({"events": rows}, sys.stdout, yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
"""

HEADER = "day,headline,what happened,who,where,label,reference\n"


def main() -> int:
    """Measure; print the table; return 1 if a budget is exceeded."""
    parser = argparse.ArgumentParser(description="Reading a large table, in ratios.")
    parser.add_argument("--rows", type=int, default=100_000, help="100,000 unless told")
    rows = parser.parse_args().rows
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        whole, half = Path(folder, "whole.csv"), Path(folder, "half.csv")
        write(whole, rows)
        write(half, rows // 2)
        imported = import_ratios(str(whole))
        memory = memory_ratio(str(whole))
        longer = seconds(lambda: read(str(whole))) / seconds(lambda: read(str(half)))
    return report(rows, memory, longer, imported)


def write(path: Path, rows: int) -> None:
    """Write a table of so many *rows*, no two alike."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(lines(rows))


def lines(rows: int) -> Iterator[str]:
    """Yield the rows of a table."""
    for n in range(rows):
        day = f"{1900 + n % 120}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        yield (
            f'{day},Event number {n} of many,"What happened, in a sentence: {n}",'
            f"Actor {n % 500}; Actor {n % 313},Town {n % 90},label {n % 12},"
            f"https://paper{n % 40}.example/{n % 5000}\n"
        )


def read(path: str) -> Timeline:
    """Return the timeline of a table."""
    return reader("csv")(path, Choices(), Losses())


def memory_ratio(path: str) -> float:
    """Return how much more memory is in use at the peak than when the result alone is left."""
    read(path)  # what is kept from one file to the next is no part of it
    gc.collect()
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    gc.collect()
    left = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return peak / left if len(found) else float("inf")


def seconds(work: Callable[[], object]) -> float:
    """Return the least seconds of the processor that *work* takes in three runs."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def import_ratios(path: str) -> tuple[float, float]:
    """Return how much longer an import takes than the few lines, and how much more memory."""
    environment = {**os.environ, "PYTHONPATH": str(scale.ROOT)}
    ours = [sys.executable, "-m", "timeline", "import", path]
    few = [sys.executable, "-c", _FEW_LINES, path]
    rounds = [[scale.spent(command, environment) for command in (ours, few)] for _ in range(3)]
    peaks = [max(told[at][1] for told in rounds) / 1e6 for at in (0, 1)]
    print(
        f"   memory at the peak of an import {peaks[0]:.0f} MB, of the few lines {peaks[1]:.0f} MB"
    )
    longer = statistics.median(one[0] / other[0] for one, other in rounds)
    return longer, peaks[0] / peaks[1]


def report(rows: int, memory: float, longer: float, imported: tuple[float, float]) -> int:
    """Print what was measured; return 1 if a budget is exceeded."""
    budgets = [
        (f"memory at the peak, reading {rows:,} rows, of the result's", memory, MOST_MEMORY),
        (f"time for {rows:,} rows, of that for half as many", longer, MOST_TIME),
        ("time of an import, of that of csv and PyYAML", imported[0], MOST_IMPORT),
        (
            "memory of an import at the peak, of that of csv and PyYAML",
            imported[1],
            MOST_IMPORT_MEMORY,
        ),
    ]
    for what, ratio, most in budgets:
        print(f"{'ok ' if ratio <= most else 'OVER'} {ratio:5.2f} (at most {most}) {what}")
    return int(any(ratio > most for _, ratio, most in budgets))


if __name__ == "__main__":
    sys.exit(main())
