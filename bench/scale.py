"""What happens when an event file grows: from 1,000 to 100,000 events in YAML and JSON.

    python bench/scale.py [--most N] [--rounds N]

Each row is measured in processes of their own, on a file of events made up here: the time to
load it; the time of `timeline list` into a pipe, and that command's memory at its peak, both
beyond what a file with one event takes. Times are the processor's, so that whatever else runs
does not count. `x` is how many times that of 1,000 events it is, `KB` what an event takes of the
peak. The exponent says in one number how it grows: what does so as the file has 1, what grows as
its square has 2. (It is the slope of the line through the logarithms.) A list of 1,000 events
takes too little to be told from one of a single event: its exponents begin with 10,000.

With `--most 1000000` JSON Lines go to a million events, which takes more than a gigabyte. A list
in JSON and YAML stay at 100,000.

The last column is what the garbage collector costs: the time to load with the collector left on,
as a multiple of the time with it paused, which is how `timeline.loading` loads.

The finding: below some thousand events the collector makes no difference that can be told from
noise; from 10,000 events on it makes loading 1.2 to 1.3 times as slow and frees nothing, so it
stays paused while loading. Growth is linear with it and without.

Exit 1 when the exponent of a time or of the memory is more than 1.05.
"""

import argparse
import gc
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.loading.load import load

SIZES = (1_000, 10_000, 100_000, 1_000_000)
MOST_EVENTS = {"yaml": 100_000, "json": 100_000}  # in one file: more values are not read
MOST_EXPONENT = 1.05

_DATES = (
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}",
    "{y}",
    "{y}~",
    "{y}-{m:02}-{d:02}/{y}-12",
    "{y}-{m:02}/..",
)
_ACTORS = ("Russia", "Venezuela", "Nicolás Maduro", "Vladimir Putin", "Rosneft", "PDVSA", "Cuba")
_PLACES = ("Caracas", "Moscow", "Maiquetía", "Kazan")
_STATUSES = ("confirmed", "reported", "claimed", "disputed", "denied")


# A process begins with the peak of whoever starts it: of a small one of its own.
_APART = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(process, 0)
told = used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)
print(*told, file=sys.stderr)
"""


class Cost(NamedTuple):
    """What a file costs: seconds to load and to list it, bytes at the peak of the list."""

    load: float
    list: float
    peak: float


def main() -> int:
    """Measure; print the table; return 1 if growth is not linear."""
    parser = argparse.ArgumentParser(description="What happens when an event file grows.")
    parser.add_argument("--most", type=int, default=100_000, help="the most events: 100000")
    parser.add_argument("--rounds", type=int, default=3, help="take medians of so many: 3")
    parser.add_argument("--load", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--collector", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.load:
        print(load_time(given.load, collector=given.collector))
        return 0
    sizes = [size for size in SIZES if size <= max(given.most, SIZES[0])]
    with tempfile.TemporaryDirectory() as folder:
        slow = [
            _grows(Path(folder), ending, _possible(sizes, ending), given.rounds)
            for ending in WRITERS
        ]
    return 1 if any(slow) else 0


def _possible(sizes: list[int], ending: str) -> list[int]:
    return [size for size in sizes if size <= MOST_EVENTS.get(ending, size)]


def _grows(folder: Path, ending: str, sizes: list[int], rounds: int) -> bool:
    """Print the rows of one format; return whether it grows faster than the file."""
    print(f"{ending:7} events      load     x      list         peak    KB   collector on")
    one = _written(folder, ending, 1)
    costs: list[Cost] = []
    for size in sizes:
        path = _written(folder, ending, size)
        load, collector = _load_cost(path, rounds)
        cost = Cost(load, *_list_cost(path, one, rounds))
        costs.append(cost)
        print(
            f"{size:14,}{cost.load:9.2f}s{cost.load / costs[0].load:6.1f}"
            f"{cost.list:9.2f}s{cost.peak / 1e6:10.0f} MB{cost.peak / 1e3 / size:6.2f}"
            f"{collector:15.2f}"
        )
    exponents = [_exponent(sizes, [cost.load for cost in costs])]
    if len(sizes) > len(SIZES[:2]):
        exponents.append(_exponent(sizes[1:], [cost.list for cost in costs[1:]]))
        exponents.append(_exponent(sizes[1:], [cost.peak for cost in costs[1:]]))
    print("      exponent", *(f"{each:8.3f}     " for each in exponents))
    slow = max(exponents) > MOST_EXPONENT
    print("Too slow: it grows faster than the file.\n" if slow else "")
    return slow


def _exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return the slope of the line through the logarithms of *costs* over those of *sizes*.

    One size alone has none, which is told as 1.
    """
    if len(sizes) == 1:
        return 1.0
    return statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    ).slope


def _written(folder: Path, ending: str, size: int) -> Path:
    path = folder / f"{size}.{ending}"
    with path.open("w", encoding="utf-8") as file:
        WRITERS[ending](file, size)
    return path


def _load_cost(path: Path, rounds: int) -> tuple[float, float]:
    """Return the seconds to load the file, and how many times that with the collector on."""
    runs = [(_loaded(path), _loaded(path, "--collector")) for _ in range(rounds)]
    ratio = statistics.median(left_on / paused for paused, left_on in runs)
    return statistics.median(paused for paused, _ in runs), ratio


def _loaded(path: Path, *options: str) -> float:
    command = [sys.executable, __file__, "--load", str(path), *options]
    done = subprocess.run(command, env=_environment(), check=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def load_time(path: str, *, collector: bool) -> float:
    """Return the processor's seconds to load the file at *path*, here and now.

    With *collector* the garbage collector stays on, whatever the loader wants.
    """
    if collector:
        gc.disable = lambda: None
    start = time.process_time()
    load(path)
    return time.process_time() - start


def _list_cost(path: Path, one: Path, rounds: int) -> tuple[float, float]:
    """Return the seconds and the bytes that `timeline list` takes, beyond those for *one*."""
    pairs = [(_listed(path), _listed(one)) for _ in range(rounds)]
    beyond = [(more[0] - least[0], more[1] - least[1]) for more, least in pairs]
    seconds, peaks = zip(*beyond, strict=True)
    return statistics.median(seconds), statistics.median(peaks)


def _listed(path: Path) -> tuple[float, float]:
    return spent([sys.executable, "-m", "timeline", "list", "--file", str(path)], _environment())[
        :2
    ]


def spent(command: list[str], environment: dict[str, str], *fine: int) -> tuple[float, float, int]:
    """Return what a command takes: the processor's seconds, bytes at the peak, lines it says.

    Beside 0 those exits are *fine*.
    """
    lines, apart = 0, [sys.executable, "-ISc", _APART]
    with subprocess.Popen(
        [*apart, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while process.stdout and (data := process.stdout.read(1 << 20)):
            lines += data.count(b"\n")
        told = process.stderr.read() if process.stderr else b""
    seconds, peak, status = told.split()
    if int(status) not in (0, *fine):
        raise subprocess.CalledProcessError(int(status), command)
    unit = 1 if sys.platform == "darwin" else 1024
    return float(seconds), unit * int(peak), lines


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "TIMELINE_CACHE": "off"}


def events(count: int) -> Iterator[dict[str, object]]:
    """Return *count* events, the same each time: vague and exact dates over two centuries."""
    for number in range(count):
        year, month, day = 1825 + number % 200, 1 + number % 12, 1 + number % 28
        yield {
            "id": f"event-{number}",
            "date": _DATES[number % len(_DATES)].format(y=year, m=month, d=day),
            "title": f"Something happened that made it into a newspaper, number {number}",
            "summary": "Two sides say different things about it, and a third was not asked.",
            "actors": [_ACTORS[number % 7], _ACTORS[(number + 1 + number % 5) % 7]],
            "places": [_PLACES[number % 4]],
            "arc": f"arc-{number % 6}",
            "tags": ["arms", f"tag-{number % 20}"],
            "status": _STATUSES[number % 5],
            "sources": sorted({f"source-{number}", f"source-{number // 2}"}),
            "links": [{"responds-to": f"event-{number // 2}"}] if number else [],
        }


def _yaml(file: TextIO, count: int) -> None:
    """Write a whole event file, whose registry of sources grows with it."""
    file.write("sources:\n")
    file.writelines(
        f"  source-{number}: {{publisher: Newspaper {number % 50}, reliability: B}}\n"
        for number in range(count)
    )
    file.write("events:\n")
    for event in events(count):
        texts = (
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for value in event.values()
        )
        lines = [f"  {key}: {text}\n" for key, text in zip(event, texts, strict=True)]
        file.write(f"- {''.join(lines)[2:]}")


def _jsonl(file: TextIO, count: int) -> None:
    """Write an event a line, without registries."""
    file.writelines(f"{json.dumps(event, ensure_ascii=False)}\n" for event in events(count))


def _json(file: TextIO, count: int) -> None:
    """Write a list of events, without registries."""
    json.dump(list(events(count)), file, ensure_ascii=False)


WRITERS = {"yaml": _yaml, "jsonl": _jsonl, "json": _json}


if __name__ == "__main__":
    sys.exit(main())
