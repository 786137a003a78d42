"""docs/tasks.md: every command is typed, and says what the page does; each can be found by help."""

import re
import shlex
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "tasks.md").read_text(encoding="utf-8")
TASKS = dict(part.split("\n", 1) for part in PAGE.split("\n## ")[1:])
_BLOCK = re.compile(r"```console\n(.*?)```\n(.*?)(?=```console|\Z)", re.DOTALL)


def _steps(task):
    """Return each block of commands with the words that are said to stand in a line."""
    for commands, below in _BLOCK.findall(TASKS[task]):
        answers = [re.findall("`(.+?)`", line) for line in below.splitlines() if line[:2] == "* "]
        yield [shlex.split(line)[1:] for line in commands.removeprefix("$ ").split("\n$ ")], answers


def test_there_are_thirteen():
    """Each with a command and an answer."""
    assert len(TASKS) == 13
    for task in TASKS:
        assert all(commands and all(answers) for commands, answers in _steps(task))


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_answered(run, tmp_path, monkeypatch, task):
    """In an empty folder, one step after the other."""
    monkeypatch.chdir(tmp_path)
    for commands, answers in _steps(task):
        results = [run(*command) for command in commands]
        lines = [line for each in results for line in each.output.splitlines()]
        for words in answers:
            assert any(all(word in line for word in words) for line in lines), (words, lines)
        if "mistype" not in task:
            assert all(not result.exit_code for result in results), lines


@pytest.mark.parametrize("task", TASKS)
def test_a_command_is_found_by_help(run, task):
    """Its name in that of the program, its options in its own, the fields in that of queries."""
    if "mistype" in task:
        return
    told_by = cache(lambda *words: run(*words).output)
    for commands, _ in _steps(task):
        for command in commands:
            name, rest = _taken_apart(command)
            assert re.search(rf" {name}\b", told_by("--help"))
            told = told_by(name, "--help")
            for option in re.findall(r"(?<!\S)(--?[a-z-]+)", " ".join(rest)):
                assert option in told
            for field in re.findall(r"(?<!\S)([a-z]+):", " ".join(rest)):
                assert f"{field}:" in told_by("help", "query")


def _taken_apart(command):
    """Return the name of a command, and what stands behind it; a file may stand before it."""
    before = list(takewhile(lambda word: word == "-f" or word.endswith((".yaml", ".ics")), command))
    name, *rest = command[len(before) :]
    return name, [word for word in rest if " " not in word]
