"""Every command that takes events: the same query, and every form, with the same events."""

import csv
import io
import json
import re

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from typer.main import get_command
from typer.testing import CliRunner

from tests.examples import examples
from timeline.commands.support.app import app
from timeline.commands.support.catalogue import COMMANDS

FORMS = ("table", "json", "jsonl", "csv", "md")
# The commands of this room: they promise every form.
LISTINGS = ("list", "actors", "years", "places", "tags", "arcs", "sources", "cite")
OPTIONS = ("actor", "year", "since", "until", "place", "arc", "status", "tag", "source", "certain")


def _takes_events():
    """Return the commands whose arguments include a query."""
    group = get_command(app)
    names = [name for names in COMMANDS.values() for name in names]
    made = {name: group.get_command(None, name) for name in names}
    return [name for name, each in made.items() if "query" in [p.name for p in each.params]]


def test_the_listings_take_events():
    """None of them is missed below."""
    assert set(LISTINGS) <= set(_takes_events())


@pytest.mark.parametrize("name", _takes_events())
def test_every_command_that_takes_events_has_every_option_of_the_query(name):
    """One query on every command: the family is taken whole."""
    params = [param.name for param in get_command(app).get_command(None, name).params]
    assert {*OPTIONS, "query"} <= set(params)


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize(
    "query",
    [
        ("actor:army", "year:2018"),
        ("--actor", "army", "--year", "2018"),
        ("actor:army and", "not before:2018", "--until", "2018"),
    ],
    ids=" ".join,
)
def test_positional_and_option_are_the_same_question(run, small_file, name, query):
    """The war, the landing and the general's statement answer each of them."""
    result = run(name, "-f", small_file, *query, "--format", "jsonl")
    asked = run(name, "-f", small_file, "id:war or id:landing or id:speaks", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == asked.stdout != ""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_has_every_form(run, small_file, name, form):
    """Each says something about 2018, and nothing on the side."""
    result = run(name, "-f", small_file, "year:2018", "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("\n")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LISTINGS)
def test_nothing_found_is_no_failure_in_any_form(run, small_file, name, form):
    """A page says so on the other stream; data is whole and empty."""
    result = run(name, "-f", small_file, "year:2005", "--format", form)
    assert result.exit_code == 0
    assert ("No event matches 2005." in result.stderr) == (form == "table")
    assert (result.stdout == "") == (form in ("table", "jsonl"))


def test_a_form_that_an_answer_does_not_have_is_wrong_use(run, small_file):
    """The overview is no table of rows: exit 2, with the forms that there are."""
    result = run("-f", small_file, "--format", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "timeline: this has no form 'csv'\nthere are table, json and jsonl\n"


WORDS = st.sampled_from(
    (
        *("actor:russia", "actor:maduro", "year:2019", "since:2025-08", "until:2013"),
        *("arc:letter", "status:claimed", "tag:arms", "place:caracas", "missile"),
        *("sources>=2", "reliability>=B"),
    )
)
QUERIES = st.lists(WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from([" ".join(words), " or ".join(words), f"not ({words[0]})"])
)


@examples(15, suppress_health_check=list(HealthCheck))
@given(query=QUERIES, limit=st.sampled_from([(), ("-n", "5"), ("-r",), ("--certain",)]))
def test_every_form_of_a_list_has_the_same_events_in_the_same_order(query, limit):
    """Lines, JSON, JSON Lines and CSV by id, pages and Markdown by title, about real events."""
    said = {form: _said(query, *limit, *form) for form in [(), *(("-o", form) for form in FORMS)]}
    expected = [line.split("\t")[5] for line in said[()].splitlines()]
    titles = [line.split("\t")[2] for line in said[()].splitlines()]
    assert [row["id"] for row in json.loads(said["-o", "json"])["events"]] == expected
    assert [json.loads(line)["id"] for line in said["-o", "jsonl"].splitlines()] == expected
    assert [row["id"] for row in csv.DictReader(io.StringIO(said["-o", "csv"]))] == expected
    assert _in_order(said["-o", "table"], titles)
    items = [line for line in said["-o", "md"].splitlines() if re.match(r"- (≈ )?\*\*", line)]
    assert len(items) == len(titles)
    assert all(
        _in_order(re.sub(r"\\(.)", r"\1", item), [title])
        for item, title in zip(items, titles, strict=True)
    )


def _said(query, *args):
    environment = {"TIMELINE_TODAY": "2026-11-23", "TIMELINE_FILE": None, "FORCE_COLOR": None}
    command = ["list", query, "--width", "1000", *args]
    result = CliRunner().invoke(app, command, prog_name="timeline", env=environment)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def _in_order(text, parts):
    """Return whether *parts* stand in *text* one after another, however it is broken."""
    flat = "".join(text.split())
    at = 0
    for part in ("".join(part.split()) for part in parts):
        found = flat.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


@pytest.mark.parametrize("command", [("around", "landing"), ("on", "06-01")])
def test_what_is_listed_by_following_has_markdown_too(run, small_file, command):
    """With the question in the heading, and footnotes."""
    text = run(*command, "-f", small_file, "--format", "md").stdout
    assert text.startswith("# A small timeline\n")
    assert "[^1]: " in text
