"""docs/claims.md: its example loads, and its commands say what stands there."""

import re
import shlex
from pathlib import Path

import pytest

from timeline.loading import load
from timeline.query.fields import Context
from timeline.query.grammar import parse

PAGE = (Path(__file__).parents[1] / "docs" / "claims.md").read_text(encoding="utf-8")


def _blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(name="bridge")
def _bridge(tmp_path, monkeypatch):
    (example,) = _blocks("yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.yaml").write_text(example, encoding="utf-8")
    return "bridge.yaml"


def _answered(run, block):
    """Return a block with what its commands say now; blanks at the ends of lines are no matter."""
    said = []
    for command in re.findall(r"^\$ timeline (.*)", block, re.MULTILINE):
        result = run(*shlex.split(command))
        lines = [f"$ timeline {command}", *(result.stdout + result.stderr).strip("\n").splitlines()]
        said += [line.rstrip() for line in lines]
    return said


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize("at", range(len(_blocks("console"))))
def test_every_run_of_the_page_says_what_stands_there(run, at):
    """Each command, with what it shows and remarks."""
    block = _blocks("console")[at]
    assert _answered(run, block) == [line.rstrip() for line in block.splitlines()]


def test_every_query_of_the_table_can_be_asked(bridge):
    """Its names are there."""
    timeline = load.load(bridge)
    queries = re.findall(r"^\| `(\S*[:=]\S*)` \| [a-z ,]*", PAGE, re.MULTILINE)
    asked = [query for query in queries if not query.startswith(("copy-of", "firsthand"))]
    assert len(asked) >= 7
    for query in asked:
        parse(query, Context(timeline, 0))
