"""What `timeline check` takes beside plain loading: 10,000 events, YAML and JSON Lines.

    python bench/check.py [--rounds N]

The files are those of `bench/scale.py`, and a third one in which every event has a comment that
ignores a rule. Loading and checking take turns, each in a process of its own, in the processor's
seconds; the ratio is the median of the rounds' own. Checking is loading, asking every rule,
notes too, and finding the place of every finding. Exit 1 when it takes more than twice as long.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import scale  # first: it finds the package without installation

from timeline.checking import rules
from timeline.loading.load import examine

EVENTS = 10_000
MOST = 2.0


def main() -> int:
    """Measure; print the table; return 1 if a ratio is too large."""
    parser = argparse.ArgumentParser(description="Checking, as a multiple of loading.")
    parser.add_argument("--rounds", type=int, default=5, help="take medians of so many: 5")
    parser.add_argument("--load", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--check", metavar="FILE", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.load or given.check:
        print(_here(given.load or given.check, check=bool(given.check)))
        return 0
    print(f"{EVENTS:,} events, medians of {given.rounds} rounds")
    print(f"{'':18}{'load':>8}{'check':>9}{'ratio':>8}{'at most':>9}")
    with tempfile.TemporaryDirectory() as folder:
        ratios = [_measured(path, given.rounds) for path in _files(Path(folder))]
    return int(max(ratios) > MOST)


def _files(folder: Path) -> list[Path]:
    paths = []
    for ending, write in scale.WRITERS.items():
        paths.append(folder / f"events.{ending}")
        with paths[-1].open("w", encoding="utf-8") as file:
            write(file, EVENTS)
    ignoring = folder / "comments.yaml"
    text = paths[0].read_text(encoding="utf-8")
    ignoring.write_text(text.replace("\n- id:", "\n# timeline: ignore unsourced: why\n- id:"))
    return [*paths, ignoring]


def _measured(path: Path, rounds: int) -> float:
    """Print the row of a file; return its ratio."""
    pairs = [(_taken("--load", path), _taken("--check", path)) for _ in range(rounds)]
    load, check = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(check / load for load, check in pairs)
    print(f"{path.name:18}{load:7.2f}s{check:8.2f}s{ratio:8.2f}{MOST:9.2f}")
    return ratio


def _taken(option: str, path: Path) -> float:
    command = [sys.executable, __file__, option, str(path)]
    environment = os.environ | {"PYTHONPATH": str(scale.ROOT), "TIMELINE_CACHE": "off"}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def _here(path: str, *, check: bool) -> float:
    """Return the processor's seconds to load the file at *path*, or to check it, here and now."""
    if not check:
        return scale.load_time(path, collector=False)
    start = time.process_time()
    examination = examine(path)
    examination.locate(rules.check(examination.sound(), 740_000))
    names = [rule.name for rule in rules.RULES]
    examination.slips(names)
    examination.unused_ignores([], names)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
