"""Charts and lanes of 10,000 events, beside listing them as JSON Lines.

    python bench/see.py

Whole processes, in turn; medians. A chart and a layout may cost three times the list.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EVENTS = 10_000
ROUNDS = 5
MOST = 3.0
COMMANDS = {
    "list": ["list", "--format", "jsonl"],
    "chart": ["chart", "--by", "month", "--format", "table"],
    "chart --split": ["chart", "--split", "arc", "--format", "table"],
    "lanes": ["lanes", "--by", "arc", "--format", "table"],
}


def main() -> int:
    """Print the ratios; return 1 if one is too large."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        path.write_text("".join(f"{json.dumps(event(at))}\n" for at in range(EVENTS)))
        taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(ROUNDS):
            for name, command in COMMANDS.items():
                taken[name].append(seconds([*command, "--file", str(path)]))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    print(f"{EVENTS:,} events, medians of {ROUNDS} rounds")
    for name, each in medians.items():
        print(f"{name:<16}{each:>7.2f} s{each / medians['list']:>7.2f}")
    too_much = [name for name, each in medians.items() if each / medians["list"] > MOST]
    if too_much:
        print(f"more than {MOST:g} times the list: {', '.join(too_much)}")
    return int(bool(too_much))


def event(at: int) -> dict[str, str]:
    """Return an event: a day, a month, a vague year or a span in turn, in one of six arcs."""
    year, month, day = 1950 + at % 75, at % 12 + 1, at % 28 + 1
    dates = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}~", f"{year}/{year + 1}")
    return {"date": dates[at % 4], "title": f"Event {at} happens", "arc": f"arc-{at % 6}"}


def seconds(command: list[str]) -> float:
    """Return how long *command* takes as a process of its own."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "timeline", *command],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PAGER": "cat", "TIMELINE_CACHE": "off"},
        check=True,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
