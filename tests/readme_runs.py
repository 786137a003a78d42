"""What the README shows of the program: real runs, put in by `make fix`, held by `make check`."""

import os
import shlex
import subprocess
import sys


def show(command: str, *, lines: int | None = None) -> None:
    """Print *command* and what it says, as Markdown; *lines* cuts a long answer.

    The page of a terminal of 80 cells, on a fixed day, so that it is always the same.
    """
    _, *args = shlex.split(command)
    page = [] if args[-1:] == ["--help"] else ["--format", "table", "--width", "80"]
    environment = {**os.environ, "TIMELINE_TODAY": "2026-11-23", "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "timeline", *page, *args],
        env={name: value for name, value in environment.items() if name != "TIMELINE_FILE"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    answer = run.stdout.strip("\n").splitlines()
    cut = ["…"] if lines and len(answer) > lines else []
    print("```console", f"$ {command}", *answer[:lines], *cut, "```", sep="\n")  # noqa: T201
