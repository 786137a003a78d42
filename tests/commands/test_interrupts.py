"""Ctrl-C at any moment: exit 130, not a word, and every file as it was or as it is to be.

Moments are counted in calls of functions, so that they are the same on any machine.
"""

import os

import pytest

from tests.conftest import SMALL

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

FIRST = 30  # calls until Python has heard what Ctrl-C is to do
MOMENTS = 12
COMMANDS = {
    "list": ("-f", "small.yaml", "list"),
    "page": ("-f", "small.yaml", "lanes", "-o", "table"),
    "help": ("list", "--help"),
    "add": ("-f", "small.yaml", "add", "--date", "2020", "--title", "Another"),
    "fmt": ("fmt", "small.yaml"),
    "export": ("-f", "small.yaml", "export", "html", "-o", "made.html", "--report", "lost.json"),
    "import": ("import", "table.csv", "-o", "made.yaml"),
}


def _begin(folder):
    folder.mkdir()
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "table.csv").write_text("date,title\n2019,War\n")
    return folder


def _files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(name="whole", params=COMMANDS)
def _whole(request, cold, tmp_path):
    """Run a command to its end; return it, how many calls that takes, and the files it leaves."""
    args = COMMANDS[request.param]
    folder, count = _begin(tmp_path / "whole"), tmp_path / "count"
    assert cold.run(folder, args, count=str(count)) == 0
    return args, int(count.read_text()), _files(folder)


def test_an_interrupt_ends_it_quietly(cold, whole, tmp_path):
    """At moments from its first calls to the last, in imports, in loading, in writing."""
    args, calls, after = whole
    assert calls > 1000
    before = _files(_begin(tmp_path / "before"))
    for number in range(MOMENTS):
        folder = _begin(tmp_path / f"run{number}")
        moment = FIRST + (calls - FIRST) * number // MOMENTS
        assert cold.run(folder, args, interrupt=moment) == 130, moment
        assert (tmp_path / f"run{number}.err").read_bytes() == b"", moment
        found = _files(folder)
        assert set(found) <= set(after), moment
        assert all(found[name] in (before.get(name), after[name]) for name in found), moment


def test_whoever_starts_it_so_that_it_cannot_be_interrupted_is_obeyed(cold, tmp_path):
    """As in the background of a script: the signal does nothing."""
    folder = _begin(tmp_path / "here")
    assert cold.run(folder, COMMANDS["list"], interrupt=1000, ignored=True) == 0
    assert len((tmp_path / "here.out").read_text(encoding="utf-8").splitlines()) == 7
