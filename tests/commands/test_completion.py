"""Completion in the shells: what may be typed next, from the file in use, and never an error."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.loading.load import load
from timeline.reports.completion import candidates, next_words

ROOT = Path(__file__).parents[2]


def _complete(shell, typed, file=""):
    """Return what *shell* is offered at the end of the line *typed*."""
    words = typed.split(" ")
    environment = {
        **os.environ,
        "_TIMELINE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "TIMELINE_FILE": file,
    }
    command = [sys.executable, "-m", "timeline"]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
    return run.stdout.split()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("timeline list --actor gen", ["general"]),
        ("timeline list --arc ", ["north", "south"]),
        ("timeline list --status d", ["disputed", "denied"]),
        ("timeline list --place old", ["old-town"]),
        ("timeline list --year 199", ["1997", "1998", "1999"]),  # one event, of 1998~
        ("timeline list --source ga", ["gazette"]),
        ("timeline list tag : w", ["war"]),
        ("timeline list sta", ["status:"]),
        ("timeline show reb", ["rebels-deny"]),
    ],
)
def test_bash_is_offered_what_the_file_has(small_file, typed, offered):
    """Bash hands a colon over as a word of its own."""
    assert _complete("bash", typed, small_file) == offered


def test_the_file_of_the_line_counts(small_file):
    """Before the command or after it."""
    assert _complete("bash", f"timeline -f {small_file} list --actor gen") == ["general"]
    assert _complete("bash", f"timeline list -f {small_file} --actor gen") == ["general"]


def test_fish_and_zsh_are_offered_the_whole_word(small_file):
    """They take `actor:gen` for one word."""
    assert _complete("fish", "timeline list actor:gen", small_file) == ["actor:general"]
    assert any(
        "general" in word for word in _complete("zsh", "timeline list actor:gen", small_file)
    )


@pytest.mark.parametrize("typed", ["timeline list --actor x", "timeline show x", "timeline list x"])
def test_a_broken_file_offers_nothing_and_says_nothing(tmp_path, typed):
    """No message in the middle of somebody's line."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("events: [")
    assert _complete("bash", typed, str(broken)) == []
    assert _complete("bash", typed, "nowhere.yaml") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_the_script(shell):
    """Where the shell is there, it reads what --show-completion prints."""
    path = shutil.which(shell)
    if not path:
        pytest.skip(f"{shell} is not installed")
    environment = {**os.environ, "_TIMELINE_COMPLETE": f"source_{shell}"}
    command = [sys.executable, "-m", "timeline"]
    script = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout
    subprocess.run([path, "-n", "/dev/stdin"], input=script, text=True, check=True)


def test_only_plain_words_are_offered(tmp_path):
    """A name that a shell would take apart, or obey, is not offered; spaces become hyphens."""
    path = tmp_path / "hostile.yaml"
    path.write_text(
        "- {id: '$(id)', date: 2019, title: x, actors: ['a;b', plain], places: [New Town]}\n"
    )
    timeline = load(str(path))
    assert candidates("id", timeline) == []
    assert candidates("actor", timeline) == ["plain"]
    assert candidates("place", timeline) == ["new-town"]
    assert candidates("title", timeline) == []


def test_the_last_word_is_a_field_or_a_field_with_its_values(small):
    """Comparisons too."""
    assert {"actor:", "known:", "sources>="} <= set(next_words("", small))
    assert next_words("kind:", small) == ["kind:statement"]
