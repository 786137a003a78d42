"""What an answer takes when the events have been read before: of `timeline`'s index, and of others.

    python bench/warm.py [--events N] [--rounds N]

Four questions are asked about the same events: those of one year with a certain actor, the first
twenty with a word, how many each actor has, how many each month has. Each program has what it
makes of the events once: `timeline` its index, DuckDB a database, lnav nothing. Times
are the processor's, of the whole process, medians of rounds that go through all in turn; the ratio
is to a Python that imports Typer and does nothing else. Who is not installed is not asked:
`peers.py` says how it is installed.

Exit 1 where `timeline` takes more than twice as long as `import typer`, or more than 60 MB.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import peers  # first: it finds the package without installation
import scale

MOST_TIMES, MOST_BYTES = 2.0, 60e6
_IN_FILE = 250_000  # events: a file may have so many bytes
_WORD = "harbour"
_WORDS = ("harbour", "bridge", "letter", "loan", "fleet", "embassy", "pipeline", "treaty", "port")
_TIMELINE = (sys.executable, "-m", "timeline")
_FLOOR = (sys.executable, "-c", "import typer")
_QUESTIONS = {
    "year and actor": ("list", "--year", str(peers.YEAR), "--actor", f"={peers.ACTOR}"),
    "a word, the first 20": ("list", _WORD, "-n", "20"),
    "actors": ("actors",),
    "chart by month": ("chart", "--by", "month"),
}
_DUCK = """
import duckdb, sys
for row in duckdb.connect(sys.argv[1], read_only=True).sql(sys.argv[2]).fetchall():
    print(*row)
"""
_DUCK_MAKES = """
import duckdb, sys
duckdb.connect(sys.argv[1]).sql(
    "CREATE TABLE events AS SELECT *, split(actors, '; ') AS who "
    f"FROM read_csv('{sys.argv[2]}', all_varchar = true)"
)
"""
_IN_DUCK = {
    "year and actor": "SELECT date, title FROM events "
    f"WHERE date LIKE '{peers.YEAR}%' AND list_contains(who, '{peers.ACTOR}')",
    "a word, the first 20": "SELECT date, title FROM events "
    f"WHERE title ILIKE '%{_WORD}%' LIMIT 20",
    "actors": "SELECT actor, count(*) FROM (SELECT unnest(who) AS actor FROM events) "
    "GROUP BY actor",
    "chart by month": "SELECT left(date, 7) AS month, count(*) FROM events GROUP BY month",
}
_IN_LNAV = {
    "year and actor": rf":filter-in ^{peers.YEAR}.*\[.*{peers.ACTOR}",
    "a word, the first 20": f":filter-in {_WORD}",
}


class Asked(NamedTuple):
    """A question, who is asked, and how."""

    question: str
    name: str
    command: tuple[str, ...]


def main() -> int:
    """Measure; print the table; return 1 where `timeline` misses what it must reach."""
    parser = argparse.ArgumentParser(description="What an answer takes the second time.")
    parser.add_argument("--events", type=int, default=100_000, help="how many: 100000")
    parser.add_argument("--rounds", type=int, default=3, help="take medians of so many: 3")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        asked = list(_prepared(Path(folder), given.events, environment))
        rounds = [
            [scale.spent(list(command), environment) for command in _commands(asked)]
            for _ in range(given.rounds)
        ]
    return 0 if _table(asked, rounds) else 1


def _commands(asked: list[Asked]) -> list[tuple[str, ...]]:
    return [_FLOOR, *(each.command for each in asked)]


def _environment(folder: str) -> dict[str, str]:
    apart = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
    said = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    found = os.pathsep.join(filter(None, (str(scale.ROOT), os.environ.get("PYTHONPATH"))))
    path = {"PYTHONPATH": found, "LANG": "C.UTF-8", "TIMELINE_CACHE": "on"}
    return {**said, **apart, **path}


def _prepared(folder: Path, count: int, environment: dict[str, str]) -> Iterator[Asked]:
    """Write the events, let each make of them what it asks later, and yield who is asked what."""
    paths = {form: str(folder / f"events.{form}") for form in ("csv", "log", "duck")}
    for form in ("csv", "log"):  # what the others read
        with open(paths[form], "w", encoding="utf-8") as file:  # noqa: PTH123  paths are arguments
            peers.WRITERS[form](file, _events(count))
    ours = [*_TIMELINE, *_written(folder, count)]
    _index(folder, ours, environment)
    names = {peer.program for peer in peers.PEERS if peers.is_there(peer)}
    if "duckdb" in names:
        line = [sys.executable, "-c", _DUCK_MAKES, paths["duck"], paths["csv"]]
        subprocess.run(line, check=True)
    for question, words in _QUESTIONS.items():
        yield Asked(question, "timeline", (*ours, *words))
        if "duckdb" in names:
            command = (sys.executable, "-c", _DUCK, paths["duck"], _IN_DUCK[question])
            yield Asked(question, "DuckDB, database", command)
        if "lnav" in names and question in _IN_LNAV:
            yield Asked(question, "lnav", ("lnav", "-n", "-c", _IN_LNAV[question], paths["log"]))


def _written(folder: Path, count: int) -> Iterator[str]:
    """Write the events in files of which none is too large; yield the options that name them."""
    events = _events(count)
    for number in range(0, count, _IN_FILE):
        path = folder / f"{number}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            peers.WRITERS["jsonl"](file, islice(events, _IN_FILE))
        yield from ("-f", str(path))


def _index(folder: Path, ours: list[str], environment: dict[str, str]) -> None:
    """Have the events read once, and wait until their index is there."""
    time.sleep(3)  # a file that has changed just now is not trusted
    start = time.monotonic()
    subprocess.run([*ours, "tags"], env=environment, check=True, capture_output=True)
    while not list(folder.glob("timeline/*.snapshot")):
        time.sleep(0.2)
    size = sum(each.stat().st_size for each in folder.glob("timeline/*"))
    print(f"read and indexed in {time.monotonic() - start:.0f} s of the clock: {size / 1e6:.0f} MB")


def _events(count: int) -> Iterator[dict[str, object]]:
    """Return the events of `peers`, from fewer sources, one in nine with the word."""
    for number, event in enumerate(peers.events(count)):
        title = f"{event['title']}, at the {_WORDS[number % len(_WORDS)]}"
        yield {**event, "title": title, "sources": [f"source-{number % 240}"]}


def _table(asked: list[Asked], rounds: list[list[tuple[float, float, int]]]) -> bool:
    """Print a row for each; return whether `timeline` reaches what it must."""
    print(f"{'':24}{'':20}{'CPU':>9}{'x typer':>9}{'peak':>10}{'lines':>9}")
    fits = True
    for at, each in enumerate(asked, 1):
        ratio = statistics.median(told[at][0] / told[0][0] for told in rounds)
        seconds = statistics.median(told[at][0] for told in rounds)
        peak, lines = max(told[at][1] for told in rounds), rounds[0][at][2]
        numbers = f"{seconds:8.3f}s{ratio:9.2f}{peak / 1e6:7.0f} MB{lines:9,}"
        print(f"{each.question:24}{each.name:20}{numbers}")
        is_ours = each.name == "timeline"
        fits = fits and not (is_ours and (ratio > MOST_TIMES or peak > MOST_BYTES))
    return fits


if __name__ == "__main__":
    sys.exit(main())
