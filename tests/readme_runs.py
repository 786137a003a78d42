"""What the README shows of the program: real runs, put in by `make fix`, held by `make check`."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from timeline.phrases import guide

_PAGE = ["--format", "table", "--width", "80"]


def show(command: str, *, lines: int | None = None) -> None:
    """Print *command* and what it says, as Markdown; *lines* cuts a long answer.

    The page of a terminal of 80 cells, on a fixed day, so that it is always the same.
    """
    page = [] if command.endswith("--help") else _PAGE
    answer = _run(command, page).strip("\n").splitlines()
    cut = ["…"] if lines and len(answer) > lines else []
    print("```console", f"$ {command}", *answer[:lines], *cut, "```", sep="\n")  # noqa: T201


def _run(command: str, before: list[str]) -> str:
    """Return what *command* says, with the options *before* put in front."""
    done = _done(command, before)
    done.check_returncode()
    return done.stdout


def _done(
    command: str, before: list[str], cwd: str | None = None
) -> subprocess.CompletedProcess[str]:
    _, *args = shlex.split(command)
    environment = {**os.environ, "TIMELINE_TODAY": "2026-11-23", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "timeline", *before, *args],
        env={name: value for name, value in environment.items() if name != "TIMELINE_FILE"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=cwd,
    )


def dates(*words: str) -> None:
    """Print the lines of `timeline help dates` on these *words*."""
    shown = [guide.form(each).removeprefix("  ") for each in words]
    print("```text", *shown, "```", sep="\n")  # noqa: T201


def play(*commands: str, **files: str) -> None:
    """Print *commands* and all they say, remarks too, as they run one after another.

    They run in a folder of their own with *files*: `incidents_csv` is incidents.csv.
    """
    said = ["```console"]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, ".".join(name.rsplit("_", 1))).write_text(text, encoding="utf-8")
        for command in commands:
            page = _PAGE if command.startswith("timeline diff") else []
            done = _done(command, page, cwd=folder)
            said += [f"$ {command}", *(done.stdout + done.stderr).strip("\n").splitlines()]
    print(*said, "```", sep="\n")  # noqa: T201


def ask(question: str, command: str, *, lines: int = 6) -> None:
    """Print a *question*, the *command* that asks it, and the date and title of the answers."""
    run = _run(command, [])
    cells = [line.split("\t") for line in run.splitlines()]
    answers = [f"{'≈' if row[-1] == 'possible' else ' '} {row[0]:<24} {row[2]}" for row in cells]
    left = [f"… and {len(answers) - lines} more"] if len(answers) > lines else []
    print(f"**{question}**\n")  # noqa: T201
    print("```console", f"$ {command}", *answers[:lines], *left, "```", "", sep="\n")  # noqa: T201
