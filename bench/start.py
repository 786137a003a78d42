"""How quickly the program starts, against the least that a Typer and Rich program takes.

The floor is a Typer program that prints one Rich table of 18 rows; `list --year 2019` shows
18 events of the curated timeline. Every budget is a ratio taken in one run: rounds go through
all commands in turn, so that whatever else the machine does falls on all of them, and the
ratio is the median of the rounds' own ratios. Times are the processor's, of the whole process.
Before the first round files are compiled, and the timeline has been read: a copy of it is kept
(`timeline cache`), which the last lines do without.

    python bench/start.py [--rounds N]

A page goes to a pseudo-terminal (100 columns, and high enough to need no pager), lines go into
a pipe; each is compared with the floor in the same place. Exit 1 when a budget is exceeded.
"""

import argparse
import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

FLOOR = """
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def show() -> None:
    table = Table("Date", "Event", "Actors")
    for day in range(1, 19):
        table.add_row(f"2019-01-{day:02}", "Something happened somewhere", "Somebody, Somebody")
    Console().print(table)


app()
"""
# What pip writes as the command `timeline`.
TIMELINE = "from timeline.commands import main\n\nmain()\n"

# What is typed when Tab is pressed: of a file, nothing is asked.
TABS = {
    "li": ("li",),
    "help ": ("help", ""),
    "list --": ("list", "--"),
    "list --format ": ("list", "--format", ""),
    "list stat": ("list", "stat"),
    "list status:": ("list", "status:"),
    "list --status ": ("list", "--status", ""),
}

_CACHE: dict[str, str] = {}  # where copies of files are kept meanwhile

# What would change what is measured: the answers, or how Python starts.
_DROPPED = ("TIMELINE_", "PYTHON", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LESS")


class Runner(NamedTuple):
    """A command, and what takes its output: a pipe or a terminal."""

    name: str
    run: Callable[[Sequence[str]], float]
    command: tuple[str, ...]


class Budget(NamedTuple):
    """What may take at most so many times as long as something else."""

    what: Runner
    against: Runner
    most: float


def main() -> int:
    """Measure; print the table; return 1 if a budget is exceeded."""
    parser = argparse.ArgumentParser(description="How quickly `timeline` starts, in ratios.")
    parser.add_argument("--rounds", type=int, default=25, help="25 unless told")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        budgets = _budgets(Path(folder))
        _CACHE["XDG_CACHE_HOME"] = folder
        runners = list(dict.fromkeys(each for budget in budgets for each in budget[:2]))
        for runner in runners:
            runner.run(runner.command)  # writes the .pyc files, fills the disk's cache
        taken = [{each: each.run(each.command) for each in runners} for _ in range(rounds)]
    return _report(budgets, taken)


def _budgets(folder: Path) -> list[Budget]:
    (folder / "floor.py").write_text(FLOOR)
    (folder / "timeline_command.py").write_text(TIMELINE)
    python = sys.executable
    floor = (python, str(folder / "floor.py"))
    timeline = (python, str(folder / "timeline_command.py"))
    list_2019 = (*timeline, "list", "--year", "2019")
    tab = ("env", "_TIMELINE_COMPLETE=zsh", *timeline, "80")
    unkept = ("env", "TIMELINE_CACHE=off", *list_2019)
    in_pipe = Runner("the floor in a pipe", through_pipe, floor)
    version = Runner("--version", through_pipe, (*timeline, "--version"))
    return [
        Budget(
            Runner("list --year 2019, a page on a terminal", on_terminal, list_2019),
            Runner("the floor on a terminal", on_terminal, floor),
            1.25,
        ),
        Budget(
            Runner("list --year 2019, lines in a pipe", through_pipe, list_2019),
            in_pipe,
            1.1,
        ),
        Budget(Runner("the same, TIMELINE_CACHE=off", through_pipe, unkept), in_pipe, 1.6),
        Budget(
            Runner("Tab behind timeline show lett", through_pipe, (*tab, "show", "lett")),
            in_pipe,
            1.0,
        ),
        Budget(
            version,
            Runner("import typer", through_pipe, (python, "-c", "import typer")),
            1.05,
        ),
        *(
            Budget(
                Runner(f"Tab behind timeline {line}", through_pipe, (*tab, *words)), version, 1.3
            )
            for line, words in TABS.items()
        ),
    ]


def through_pipe(command: Sequence[str]) -> float:
    """Return the processor's seconds that *command* takes to write into a pipe."""
    process = subprocess.Popen(
        command, env=_environment(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        shown = process.stdout.read() if process.stdout else b""
        return _taken(process, shown)


def on_terminal(command: Sequence[str]) -> float:
    """Return the same for a *command* that writes to a terminal."""
    outside, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 1000, 100, 0, 0))
    process = subprocess.Popen(
        command, env=_environment(), cwd=ROOT, stdin=inside, stdout=inside, stderr=inside
    )
    os.close(inside)
    shown = _read_all(outside)
    taken = _taken(process, shown)
    os.close(outside)
    return taken


def _taken(process: subprocess.Popen[bytes], shown: bytes) -> float:
    """Wait for the end; return what it took; raise `CalledProcessError` where it failed."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args, shown)
    return used.ru_utime + used.ru_stime


def _read_all(terminal: int) -> bytes:
    shown = b""
    try:
        while part := os.read(terminal, 65536):
            shown += part
    except OSError:  # how Linux says that nobody is left to write
        pass
    return shown


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_DROPPED)}
    return kept | _CACHE | {"PAGER": "cat", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}


def _report(budgets: list[Budget], taken: list[dict[Runner, float]]) -> int:
    print(f"Medians of {len(taken)} rounds, Python {sys.version.split()[0]}\n")
    print(f"{'':40}{'ms':>6}{'ratio':>8}{'at most':>10}")
    exceeded = []
    for what, against, most in budgets:
        ratio = statistics.median(each[what] / each[against] for each in taken)
        print(f"{against.name:40}{_milliseconds(taken, against):6.0f}{1:8.2f}")
        print(f"{what.name:40}{_milliseconds(taken, what):6.0f}{ratio:8.2f}{most:10.2f}\n")
        if ratio > most:
            exceeded.append(f"{what.name} takes {ratio:.2f} times as long as {against.name}")
    for sentence in exceeded:
        print(f"Too slow: {sentence}.")
    return 1 if exceeded else 0


def _milliseconds(taken: list[dict[Runner, float]], runner: Runner) -> float:
    return 1000 * statistics.median(each[runner] for each in taken)


if __name__ == "__main__":
    sys.exit(main())
