"""What other programs take for the same question about the same events.

    python bench/peers.py [--events N] [--rounds N]

They are asked which events of one year have a certain actor. Each gets the events in the form
that it is made for, and is asked where it is installed; of the others it is said how to install
them. Times are the processor's, of the whole process, and the median of rounds that go through
all of them in turn; the ratio is to `timeline` on JSON Lines, of which no copy is kept. All must
find as many events.

Exit 1 where one of them finds another number of events.
"""

import argparse
import csv
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

import scale  # first: it finds the package without installation

from timeline.editing import whole
from timeline.text import slug

YEAR, ACTOR = 2019, "Rosneft"
_FIRST_YEAR, _YEARS = 1995, 30

# A loop that somebody would write: with the libraries of Python alone.
_JSON_LOOP = """
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    event = json.loads(line)
    if event["date"].startswith(sys.argv[2]) and sys.argv[3] in event["actors"]:
        print(event["date"], event["title"])
"""
_DUCK = """
import duckdb, sys
for row in duckdb.sql(sys.argv[1]).fetchall():
    print(*row)
"""
_IN_TABLE = (
    "SELECT date, title FROM read_csv('{path}', all_varchar = true) "
    f"WHERE date LIKE '{YEAR}%' AND list_contains(split(actors, '; '), '{ACTOR}')"
)
_IN_DATABASE = f"""
SELECT date, title FROM events
JOIN event_actors ON event = events.id JOIN actors ON actors.id = actor
WHERE earliest_start BETWEEN '{YEAR}-01-01' AND '{YEAR}-12-31' AND name = '{ACTOR}'
"""
_JRNL = """
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ""
encrypt: false
highlight: false
indent_character: "|"
journals: {{default: {{journal: '{path}'}}}}
linewrap: 79
tagsymbols: "@"
template: false
timeformat: "%Y-%m-%d %H:%M"
version: v4.0
"""


class Peer(NamedTuple):
    """A program: which form of the events it reads, what is run, and how it is installed.

    *lines* is how many lines it says of an event.
    """

    name: str
    form: str
    command: Callable[[str], list[str]]
    program: str = ""
    install: str = ""
    lines: int = 1


def main() -> int:
    """Measure; print the table; return 1 if they do not agree."""
    parser = argparse.ArgumentParser(description="What others take for the same question.")
    parser.add_argument("--events", type=int, default=10_000, help="how many: 10000")
    parser.add_argument("--rounds", type=int, default=3, help="take medians of so many: 3")
    given = parser.parse_args()
    here = [peer for peer in PEERS if is_there(peer)]
    with tempfile.TemporaryDirectory() as folder:
        paths = _written(Path(folder), given.events, {peer.form for peer in here})
        environment = _environment(folder)
        rounds = [[_asked(peer, paths, environment) for peer in here] for _ in range(given.rounds)]
    agree = _table(here, rounds)
    for peer in PEERS:
        if peer not in here:
            print(f"{peer.name}: not installed; {peer.install}")
    return 0 if agree else 1


def is_there(peer: Peer) -> bool:
    """Return whether a peer is installed."""
    if not peer.program or shutil.which(peer.program):
        return True
    return peer.program == "duckdb" and bool(importlib.util.find_spec("duckdb"))


def _asked(
    peer: Peer, paths: dict[str, str], environment: dict[str, str]
) -> tuple[float, float, int]:
    """Return the seconds and the bytes that a peer takes, and how many events it finds."""
    seconds, peak, lines = scale.spent(peer.command(paths[peer.form]), environment)
    return seconds, peak, lines // peer.lines


def _table(peers: list[Peer], rounds: list[list[tuple[float, float, int]]]) -> bool:
    """Print a row for each peer; return whether all found the same number of events."""
    print(f"{'':30}{'CPU':>9}{'x':>8}{'peak':>10}{'events':>9}")
    for peer, told in zip(peers, zip(*rounds, strict=True), strict=True):
        ratio = statistics.median(
            mine[0] / first[0][0] for mine, first in zip(told, rounds, strict=True)
        )
        seconds = statistics.median(each[0] for each in told)
        peak = max(each[1] for each in told) / 1e6
        print(f"{peer.name:30}{seconds:8.3f}s{ratio:8.3f}{peak:7.0f} MB{told[0][2]:9,}")
    found = {each[2] for told in rounds for each in told}
    if len(found) > 1:
        print("They do not find the same.")
    return len(found) == 1


def _written(folder: Path, count: int, forms: Iterable[str]) -> dict[str, str]:
    """Write the events in all *forms*; return the path of each."""
    paths = {form: str(folder / f"events.{form}") for form in {*forms, "jsonl"}}
    for form in paths.keys() - {"db"}:
        with open(paths[form], "w", encoding="utf-8") as file:  # noqa: PTH123  paths are arguments
            WRITERS[form](file, events(count))
    if "db" in paths:
        command = ["-m", "timeline", "-f", paths["jsonl"], "export", "sqlite", "-o", paths["db"]]
        subprocess.run([sys.executable, *command], env=_environment(str(folder)), check=True)
    if "txt" in paths:
        (folder / "jrnl.yaml").write_text(_JRNL.format(path=paths["txt"]), encoding="utf-8")
    return paths


def _environment(folder: str) -> dict[str, str]:
    apart = {"HOME": folder, "XDG_CONFIG_HOME": folder, "TIMELINE_CACHE": "off"}
    return os.environ | apart | {"PYTHONPATH": str(scale.ROOT), "LANG": "C.UTF-8"}


def events(count: int) -> Iterator[dict[str, object]]:
    """Return the events of `scale` on days of their own: not every peer has vague dates."""
    for number, event in enumerate(scale.events(count)):
        year, month, day = _FIRST_YEAR + number % _YEARS, 1 + number % 12, 1 + number % 28
        yield {**event, "date": f"{year}-{month:02}-{day:02}", "links": []}


def _jsonl(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    file.writelines(f"{json.dumps(event, ensure_ascii=False)}\n" for event in events)


def _yaml(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    file.writelines(whole.pieces({"events": events}))


def _csv(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("date", "title", "summary", "actors", "places", "tags", "status"))
    for event in events:
        lists = ("; ".join(map(str, _list(event[key]))) for key in ("actors", "places", "tags"))
        writer.writerow((event["date"], event["title"], event["summary"], *lists, event["status"]))


def _journal(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    """Write a transaction for each event: hledger knows tags, and amounts of nothing but 1."""
    for event in events:
        tags = "".join(f"    ; actor: {actor}\n" for actor in _list(event["actors"]))
        file.write(f"{event['date']} {event['title']}\n{tags}    (events)  1\n\n")


def _diary(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    for event in events:
        tags = " ".join(f"@{slug(str(actor))}" for actor in _list(event["actors"]))
        file.write(f"[{event['date']} 09:00] {event['title']} {tags}\n\n")


def _log(file: TextIO, events: Iterable[dict[str, object]]) -> None:
    file.writelines(sorted(map(_line, events)))


def _line(event: dict[str, object]) -> str:
    """Return a line of a log, which begins with a time."""
    actors = "; ".join(map(str, _list(event["actors"])))
    return f"{event['date']}T09:00:00 INFO {event['title']} [{actors}]\n"


def _list(value: object) -> list[object]:
    assert isinstance(value, list)  # noqa: S101  `scale` makes it so
    return value


WRITERS: dict[str, Callable[[TextIO, Iterable[dict[str, object]]], None]] = {
    "jsonl": _jsonl,
    "yaml": _yaml,
    "csv": _csv,
    "journal": _journal,
    "txt": _diary,
    "log": _log,
}


def _timeline(path: str) -> list[str]:
    asked = ["list", "--year", str(YEAR), "--actor", f"={ACTOR}"]
    return [sys.executable, "-m", "timeline", "-f", path, *asked]


def _duckdb(path: str) -> list[str]:
    query = _IN_TABLE.format(path=path)
    if shutil.which("duckdb"):
        return ["duckdb", "-noheader", "-list", "-c", query]
    return [sys.executable, "-c", _DUCK, query]


PEERS = (
    Peer("timeline, JSON Lines", "jsonl", _timeline),
    Peer("timeline, YAML", "yaml", _timeline),
    Peer("timeline, CSV", "csv", _timeline),
    Peer(
        "a loop in Python, JSON Lines",
        "jsonl",
        lambda path: [sys.executable, "-c", _JSON_LOOP, path, str(YEAR), ACTOR],
    ),
    Peer(
        "hledger",
        "journal",
        lambda path: ["hledger", "-f", path, "reg", f"date:{YEAR}", f"tag:actor=^{ACTOR}$"],
        "hledger",
        "apt install hledger",
    ),
    Peer(
        "jrnl",
        "txt",
        lambda path: [
            *("jrnl", "--config-file", str(Path(path).with_name("jrnl.yaml"))),
            *("-year", str(YEAR), "-and", f"@{slug(ACTOR)}", "--short"),
        ],
        "jrnl",
        "pip install jrnl",
    ),
    Peer(
        "lnav",
        "log",
        lambda path: ["lnav", "-n", "-c", rf":filter-in ^{YEAR}.*\[.*{ACTOR}", path],
        "lnav",
        "apt install lnav",
    ),
    Peer("DuckDB, CSV", "csv", _duckdb, "duckdb", "pip install duckdb"),
    Peer(
        "SQLite, of timeline export",
        "db",
        lambda path: ["sqlite3", path, _IN_DATABASE],
        "sqlite3",
        "apt install sqlite3",
    ),
)
"""Those who are asked, the first being what the others are compared with."""


if __name__ == "__main__":
    sys.exit(main())
