"""`--starts`, wherever events are asked for: when they began, not what still went on."""

import json

import pytest

COMMANDS = [
    *(("list",), ("list", "--by", "known"), ("actors",), ("places",), ("tags",), ("arcs",)),
    *(("years",), ("sources",), ("chart",), ("lanes", "-o", "jsonl"), ("cite",)),
    *(("thread", "--all"), ("gaps",), ("export", "csv"), ("around", "2019"), ("on", "01-05")),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_still_went_on_is_left_out(run, small_file, command):
    """The war of March 2018 went on in 2019 and began before it; the others began in 2019."""
    began = run(*command, "-f", small_file, "year:2019", "--starts")
    others = run(*command, "-f", small_file, "year:2019 not id:=war", "--starts")
    assert (began.exit_code, began.stdout) == (0, others.stdout)
    if command != ("chart",):  # which counts nothing but beginnings
        assert began.stdout != run(*command, "-f", small_file, "year:2019").stdout


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (("--year", "2019"), ["some-year", "occupation"]),
        (("--since", "2019"), ["some-year", "occupation"]),
        (("after:2018",), ["some-year", "occupation"]),
        (("not since:2019",), ["old-quarrel", "war", "landing", "general-speaks", "rebels-deny"]),
        (("--until", "2018-03"), ["old-quarrel", "war"]),
        (("on:2018-12-24",), []),
        (("known:2018-03-02", "tag:war"), ["war", "landing"]),
    ],
)
def test_every_question_about_time_asks_for_the_beginning(run, small_file, asked, ids):
    """As options and as terms; `known:` is about sources, and stays as it is."""
    result = run("list", "-f", small_file, *asked, "--starts", "-o", "json")
    document = json.loads(result.stdout)
    assert [event["id"] for event in document["events"]] == ids
    assert document["query"].endswith(" · beginnings only")


def test_a_page_says_so_in_its_heading(run, small_file):
    """Beside what was asked."""
    page = run("list", "-f", small_file, "year:2019", "--starts", "-o", "table").stdout
    assert "2019 · beginnings only · 2 events" in page


def test_both_sides_of_a_comparison_ask_for_beginnings(run, small_file):
    """And what both share."""
    asked = ("compare", "-f", small_file, "2018", "2019", "--starts", "-o", "jsonl")
    sides = {row["id"]: row["sides"] for row in map(json.loads, run(*asked).stdout.splitlines())}
    assert sides["war"] == "A"
    assert sides["occupation"] == "B"


def test_why_speaks_of_the_beginning(run, small_file):
    """It went on in 2019, and did not begin then."""
    result = run("why", "-f", small_file, "war", "year:2019", "--starts")
    said = "Mar 2018 – 5 Jan 2019: its beginning (Mar 2018) does not fit"
    assert result.stdout.splitlines()[0] == f"no\tyear:2019\t{said}"


def test_what_only_went_on_is_not_near_and_has_no_anniversary(run, small_file):
    """Around 2 January 2019 the war is ten months before; 5 January is its last day."""
    near = run("around", "-f", small_file, "2019-01-02", "--starts").stdout
    [war] = [line for line in near.splitlines() if "\twar" in line]
    assert war.startswith("≈277–307 days before")
    assert run("on", "-f", small_file, "01-05", "--starts").stdout == ""
    assert "\twar" in run("on", "-f", small_file, "01-05").stdout


def test_within_counts_from_the_beginning(run, small_file):
    """On 2 January 2019 the war went on; what began within 30 days is a treaty of some day."""
    asked = ("around", "-f", small_file, "2019-01-02", "--within", "30d", "-o", "jsonl")
    rows = [json.loads(line)["id"] for line in run(*asked).stdout.splitlines()]
    assert "war" in rows
    rows = [json.loads(line)["id"] for line in run(*asked, "--starts").stdout.splitlines()]
    assert rows == ["some-year", "occupation"]


def test_years_count_beginnings(run, small_file):
    """The war of 2018 and 2019 counts in 2018, the harbour in 2019; about 1998 is possible."""
    lines = run("years", "-f", small_file, "--starts").stdout.splitlines()
    counts = {line.split("\t")[0]: tuple(line.split("\t")[2:4]) for line in lines}
    assert counts["2018"] == ("4", "0")
    assert counts["2019"] == ("2", "0")
    assert counts["1998"] == ("0", "1")
    assert "2020" not in counts


def test_the_help_says_so(run):
    """Of every command that asks for events, and of the query."""
    assert "--starts" in run("help", "query").stdout
    for command in ("list", "actors", "years", "chart", "lanes", "compare", "thread", "around"):
        assert "--starts" in run(command, "--help").stdout
    for command in ("on", "gaps", "why", "cite", "export", "sources"):
        assert "--starts" in run(command, "--help").stdout


@pytest.mark.parametrize(
    ("command", "forms"),
    [
        ("list", "<table|json|jsonl|csv|md>"),
        ("chart", "<table|json|jsonl|csv|md>"),
        *((command, "<table|json|jsonl|csv>") for command in ("gaps", "lanes", "compare")),
        *((command, "<table|json|jsonl>") for command in ("why", "thread")),
    ],
)
def test_the_help_offers_the_forms_that_there_are(run, small_file, command, forms):
    """No form is offered that the command then refuses."""
    assert forms.strip("<>") in run(command, "--help").stdout
    arguments = {"why": ["war", "tag:war"], "thread": ["war"], "compare": ["north", "south"]}
    for form in ("json", "jsonl", "csv", "md"):
        result = run(command, *arguments.get(command, []), "-f", small_file, "-o", form)
        assert result.exit_code == (0 if form in forms.strip("<>").split("|") else 2), form
