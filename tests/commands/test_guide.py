"""`timeline help`: a command's help, and what a query may say."""

import shlex

import pytest

from timeline.phrases import guide as dates
from timeline.query.fields import FIELDS, MEASURES, Context
from timeline.query.grammar import parse
from timeline.query.guide import GUIDE


def test_help_on_a_command_is_its_help(run):
    """The same as `list --help`."""
    assert run("help", "list").stdout == run("list", "--help").stdout


def test_help_on_the_query_language_names_every_field(run):
    """What the grammar knows is explained."""
    assert run("help", "query").stdout == GUIDE
    missing = [name for name in FIELDS if f"{name}:" not in GUIDE]
    assert [*missing, *(name for name in MEASURES if f"{name}" not in GUIDE)] == []


def test_help_on_dates_shows_their_forms(run):
    """`tests/phrases` reads what stands in it."""
    assert run("help", "dates").stdout == dates.guide()


def test_the_help_fits_a_terminal():
    """No line is wider than 80 cells."""
    assert max(map(len, GUIDE.splitlines())) <= 80


def test_an_unknown_topic_is_refused(run):
    """Exit 2, with the nearest."""
    result = run("help", "qury")
    assert result.exit_code == 2
    assert result.stderr == "timeline: there is no help on 'qury'\ndid you mean 'query'?\n"


@pytest.mark.parametrize(
    "line", [line for line in GUIDE.splitlines() if line.startswith("  timeline list ")]
)
def test_the_examples_can_be_typed(curated, line):
    """Each example is a query that finds something in the shipped timeline."""
    command = line.split("   ")[0]
    text = " ".join(shlex.split(command)[2:])
    assert len(curated.select(parse(text, Context(curated, 0)))) > 0
