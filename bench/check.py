"""What `timeline check` takes beside the first event of a list, both reading the file anew.

    python bench/check.py [--events N] [--rounds N]

The files are those of `bench/scale.py`, with titles as people write them and sources that have
dates; in them rules find something in four of five events, in YAML and JSON Lines. Then the same
with something to find in one of twenty; and a YAML file in which every event has a comment that
ignores a rule. Both commands write into a pipe, and take turns, in the processor's seconds of the
whole process; the ratio is the median of the rounds' own. Peaks are of memory.

Exit 1 when checking a file takes more than its share of loading it: 1.5 where little is found;
more where much is, for each finding is placed and told, and where every event has a comment,
whose it is has to be found out. JSON Lines are loaded in half of the time of YAML: the same rules
are a larger share of that.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import scale  # first: it finds the package without installation

from timeline.loading.load import load

EVENTS = 10_000
MOST = {
    "sound.yaml": 1.5,
    "faulty.yaml": 2.5,
    "sound.jsonl": 1.5,
    "faulty.jsonl": 3.5,
    "ignoring.yaml": 2.2,
}
_events = scale.events
FEW = 20  # of so many events one has what rules find


def main() -> int:
    """Measure; print the table; return 1 if a ratio is too large."""
    parser = argparse.ArgumentParser(description="Checking, as a multiple of loading.")
    parser.add_argument("--events", type=int, default=EVENTS, help="so many: 10000")
    parser.add_argument("--rounds", type=int, default=5, help="take medians of so many: 5")
    given = parser.parse_args()
    print(f"{given.events:,} events, medians of {given.rounds} rounds")
    print(f"{'':16}{'list':>8}{'check':>9}{'ratio':>8}{'at most':>9}{'peaks':>17}")
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder), given.events)
        slow = [_is_slow(path, given.rounds) for path in files]
    return int(any(slow))


def _files(folder: Path, count: int) -> Iterator[Path]:
    for ending in ("yaml", "jsonl"):
        faulty, sound = folder / f"faulty.{ending}", folder / f"sound.{ending}"
        scale.events = _titled_events
        _write(faulty, count)
        scale.events = _sound_events
        _write(sound, count)
        yield from (sound, faulty)
    ignoring = folder / "ignoring.yaml"
    text = (folder / "sound.yaml").read_text(encoding="utf-8")
    ignoring.write_text(text.replace("\n- id:", "\n# timeline: ignore unsourced: why\n- id:"))
    yield ignoring


def _write(path: Path, count: int) -> None:
    """Write a file; its sources, if it has any, came out after all that they tell."""
    with path.open("w+", encoding="utf-8") as file:
        scale.WRITERS[path.suffix[1:]](file, count)
        file.seek(0)
        text = file.read().replace("reliability: B}", "reliability: B, date: 2025-06-01}")
        file.seek(0)
        file.write(text)


def _titled_events(count: int) -> Iterator[dict[str, object]]:
    """Yield events whose titles have words of the curated ones and a rare one, always the same."""
    chance = random.Random(0)  # noqa: S311  no secret
    words = [each for event in load() for each in event.title.split() if each.isalnum()]
    for event in _events(count):
        rare = f"{chance.randrange(count):05}"  # a flight, a decree: few have it
        yield event | {"title": " ".join([*chance.sample(words, 7), rare])}


def _sound_events(count: int) -> Iterator[dict[str, object]]:
    """Yield events in which rules find nothing, but for one of a few."""
    for number, event in enumerate(_titled_events(count)):
        if number % FEW:
            event["status"] = "reported"
            del event["links"]
        yield event


def _is_slow(path: Path, rounds: int) -> bool:
    """Print the row of a file; return whether its ratio is too large."""
    pairs = [(_taken(path, "list", "-n", "1"), _taken(path, "check")) for _ in range(rounds)]
    listed, checked = (
        statistics.median(each[0] for each in column) for column in zip(*pairs, strict=True)
    )
    ratio = statistics.median(check[0] / plain[0] for plain, check in pairs)
    most = MOST[path.name]
    peaks = " → ".join(
        f"{max(each[1] for each in column) / 1e6:.0f}" for column in zip(*pairs, strict=True)
    )
    print(f"{path.name:16}{listed:7.2f}s{checked:8.2f}s{ratio:8.2f}{most:9.2f}{peaks:>14} MB")
    return ratio > most


def _taken(path: Path, name: str, *options: str) -> tuple[float, float]:
    """Return the processor's seconds of a command, and bytes at its peak."""
    command = [sys.executable, "-m", "timeline", name, "--file", str(path), *options]
    environment = os.environ | {"PYTHONPATH": str(scale.ROOT), "TIMELINE_CACHE": "off"}
    seconds, peak, _ = scale.spent(command, environment, 1)
    return seconds, peak


if __name__ == "__main__":
    sys.exit(main())
