"""What reading a large table takes: memory against what the result needs, and time by the row.

A table of 100,000 rows is read in a single pass, so that the most memory in use at any
moment is that of the result, and a little for what is at hand; twice as many rows take
twice as long. Both are ratios taken in one run.

    python bench/exchange.py [--rows N]

Exit 1 when a budget is exceeded.
"""

import argparse
import gc
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
from timeline.model.timeline import Timeline

MOST_MEMORY = 1.5  # of the result, at the peak
MOST_TIME = 2.6  # for twice the rows

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
        memory = memory_ratio(str(whole))
        longer = seconds(lambda: read(str(whole))) / seconds(lambda: read(str(half)))
    return report(rows, memory, longer)


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


def report(rows: int, memory: float, longer: float) -> int:
    """Print what was measured; return 1 if a budget is exceeded."""
    budgets = [
        (f"memory at the peak, reading {rows:,} rows, of the result's", memory, MOST_MEMORY),
        (f"time for {rows:,} rows, of that for half as many", longer, MOST_TIME),
    ]
    for what, ratio, most in budgets:
        print(f"{'ok ' if ratio <= most else 'OVER'} {ratio:5.2f} (at most {most}) {what}")
    return int(any(ratio > most for _, ratio, most in budgets))


if __name__ == "__main__":
    sys.exit(main())
