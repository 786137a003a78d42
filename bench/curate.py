"""What changing a file takes beside `list`: a YAML file of 10,000 events, that of `bench/scale.py`.

    python bench/curate.py [--rounds N]

`add` puts an event into the middle of the file, with a source that is new or without, `remove`
takes the last out, `fmt --check` looks at a file that is in order, `fmt` at one whose events and
keys stand backwards. Each is a command into a pipe, in the processor's seconds, taking turns with
`list`; the ratio is the median of the rounds' own. Exit 1 when one is larger than it may be: what
is changed is read before and after.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import scale

EVENTS = 10_000
MOST = {"add": 3.0, "add a source": 3.0, "remove": 3.0, "fmt --check": 5.0, "fmt": 10.0}
NEW = ("--date", "1925-05-05", "--title", "Something else", "--actor", "Cuba")
SOURCE = ("--new-source", "publisher=The Gazette,title=Something else")


def main() -> int:
    """Measure; print the table; return 1 if a ratio is too large."""
    parser = argparse.ArgumentParser(description="Changing a file, as a multiple of listing it.")
    parser.add_argument("--rounds", type=int, default=3, help="take medians of so many: 3")
    rounds = parser.parse_args().rounds
    print(f"{EVENTS:,} events, medians of {rounds} rounds")
    print(f"{'':14}{'list':>8}{'it':>9}{'ratio':>8}{'at most':>9}")
    with tempfile.TemporaryDirectory() as folder:
        neat, messy = Path(folder) / "neat.yaml", Path(folder) / "messy.yaml"
        _write(neat, messy)
        ratios = {
            "add": _measured("add", neat, rounds, *NEW),
            "add a source": _measured("add", neat, rounds, *NEW, *SOURCE, row="add a source"),
            "remove": _measured("remove", neat, rounds, f"event-{EVENTS - 1}", "--yes"),
            "fmt --check": _measured("fmt --check", neat, rounds),
            "fmt": _measured("fmt", messy, rounds),
        }
    return int(any(ratio > MOST[name] for name, ratio in ratios.items()))


def _write(neat: Path, messy: Path) -> None:
    with neat.open("w", encoding="utf-8") as file:
        scale.WRITERS["yaml"](file, EVENTS)
    subprocess.run(_command("fmt", neat), env=_environment(), check=True, capture_output=True)
    head, _, events = neat.read_text(encoding="utf-8").partition("events:\n- ")
    backwards = [_reversed(event) for event in reversed(events.strip().split("\n\n- "))]
    text = f"{head}events:\n- " + "\n\n- ".join(backwards) + "\n"
    messy.write_text(text, encoding="utf-8")


def _reversed(event: str) -> str:
    """Return an event with its keys in the opposite order."""
    keys = [line.strip() for line in event.splitlines()]
    return "\n  ".join(reversed(keys))


def _measured(name: str, path: Path, rounds: int, *options: str, row: str = "") -> float:
    """Print the row of a command; return its ratio."""
    pairs = [(_taken("list", path), _taken(name, path, *options)) for _ in range(rounds)]
    listed, taken = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(it / plain for plain, it in pairs)
    row = row or name
    print(f"{row:14}{listed:7.2f}s{taken:8.2f}s{ratio:8.2f}{MOST[row]:9.2f}")
    return ratio


def _taken(name: str, path: Path, *options: str) -> float:
    """Return the processor's seconds of a command on a copy of the file at *path*."""
    copy = path.with_name("copy.yaml")
    copy.write_bytes(path.read_bytes())
    return scale.spent(_command(name, copy, *options), _environment())[0]


def _command(name: str, path: Path, *options: str) -> list[str]:
    given = [str(path)] if name.startswith("fmt") else ["--file", str(path)]
    return [sys.executable, "-m", "timeline", *name.split(), *given, *options]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(scale.ROOT), "TIMELINE_CACHE": "off"}


if __name__ == "__main__":
    sys.exit(main())
