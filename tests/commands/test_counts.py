"""`timeline actors`, `years`, `arcs`, and `timeline` alone."""

import csv
import json

import pytest


def test_actors_in_a_pipe(run, small_file):
    """Key, name, certain, possible, first, last."""
    lines = run("actors", "-f", small_file, "--year", "2018").stdout.splitlines()
    assert lines == [
        "army\tArmy of the Union\t3\t0\t2018-03/2019-01-05\t[2018-05-21..2018-05-31]",
        "union\tThe Union\t3\t0\t2018-03/2019-01-05\t[2018-05-21..2018-05-31]",
        "rebels\tRebels\t2\t0\t2018-03/2019-01-05\t2018-06-01",
        "general\tJosé Nuño\t1\t0\t[2018-05-21..2018-05-31]\t[2018-05-21..2018-05-31]",
    ]


def test_years_count_only_what_was_asked_for(run, small_file):
    """The army fought or held in each of three years."""
    lines = run("years", "-f", small_file, "--actor", "=army").stdout.splitlines()
    assert [line.split("\t")[::2][:2] for line in lines] == [
        ["2018", "2"],
        ["2019", "2"],
        ["2020", "1"],
    ]


def test_counts_are_data(run, small_file):
    """The rebels deny it once, on 1 June 2018: in every form."""
    asked = ("actors", "-f", small_file, "status:denied", "-o")
    (row,) = csv.DictReader(run(*asked, "csv").stdout.splitlines())
    assert row == {
        "key": "rebels",
        "name": "Rebels",
        "certain": "1",
        "possible": "0",
        "first": "2018-06-01",
        "last": "2018-06-01",
    }
    data = json.loads(run(*asked, "jsonl").stdout)
    assert {name: str(data[name]) for name in row} == row
    assert json.loads(run(*asked, "json").stdout)["counts"] == [data]


@pytest.mark.parametrize(
    ("args", "inner"), [(("sources", "status:denied"), "sources"), ((), None)], ids=["sources", ""]
)
def test_lines_of_json_are_those_of_the_whole(run, small_file, args, inner):
    """One for each entry; of the overview there is one."""
    rows = [
        json.loads(line)
        for line in run("-f", small_file, *args, "-o", "jsonl").stdout.split("\n")[:-1]
    ]
    whole = json.loads(run("-f", small_file, *args, "-o", "json").stdout)
    assert rows == (whole[inner] if inner else [whole])


def test_arcs_as_json(run, small_file):
    """With the query and every count."""
    document = json.loads(run("arcs", "-f", small_file, "--format", "json").stdout)
    counts = {count["key"]: count["certain"] for count in document["counts"]}
    assert counts == {"north": 3, "south": 4}


@pytest.mark.parametrize(
    ("args", "keys"),
    [
        (("tags",), ["war"]),
        (("places",), ["Harbour", "Old Town"]),
        (("arcs",), ["north", "south"]),
        (("arcs", "--sort", "count"), ["south", "north"]),
        (("arcs", "--sort", "name", "-n", "1"), ["north"]),
        (("actors", "--sort", "name"), ["army", "general", "rebels", "union"]),
        (("years", "--sort", "count"), ["2018", "2019", "1997", "1998", "1999", "2020"]),
        (("years", "--sort", "name", "--limit", "2"), ["1997", "1998"]),
        (("sources",), ["gazette", "rumour"]),
        (("sources", "--sort", "name", "--limit", "1"), ["rumour"]),
    ],
    ids=" ".join,
)
def test_values_come_in_the_order_asked_for(run, small_file, args, keys):
    """Most first, but years in order and arcs as in the file; then no more than the limit."""
    lines = run(*args, "-f", small_file).stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == keys


@pytest.mark.parametrize("form", ["table", "lines"])
def test_a_limit_says_how_many_there_are(run, small_file, form):
    """In the heading of a page, and beside lines."""
    shape = ["--format", "table"] if form == "table" else []
    result = run("actors", "-f", small_file, "-n", "1", *shape)
    assert "1 of 4 actors" in (result.stdout if shape else result.stderr)


def test_sources_in_a_pipe(run, small_file):
    """Id, publisher, title, date, grade, certain, possible, alone, address."""
    lines = run("sources", "-f", small_file).stdout.splitlines()
    assert lines == [
        "gazette\tThe Gazette\tWar begins\t2018-03-02\tB\t5\t0\t4\thttps://gazette.example/war?a=1",
        "rumour\tRumours\t\t\tF\t3\t0\t2\t",
    ]


def test_sources_that_nothing_cites(run, small_file):
    """Of the whole file there are none, and that is said; of the treaty, the rumour."""
    result = run("sources", "-f", small_file, "--unused")
    assert (result.stdout, result.stderr) == ("", "Every source is cited.\n")
    lines = run("sources", "-f", small_file, "treaty", "--unused").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["rumour"]


def test_the_queries_that_the_help_of_sources_names_work(run, small_file):
    """Events of a single source, and unsourced ones, are one query away."""
    text = run("sources", "--help").stdout
    assert "timeline list 'sources<=1', timeline list sources=0" in " ".join(text.split())
    assert len(run("list", "-f", small_file, "sources<=1").stdout.splitlines()) == 6
    assert run("list", "-f", small_file, "sources=0").stdout == ""


@pytest.mark.parametrize("command", ["sources", "cite"])
def test_events_without_a_source_have_no_bibliography(run, command):
    """It is said, and is no failure."""
    result = run(command, "-f", "-", input="- {date: 2019, title: Unsourced}\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "None of these events has a source.\n"


@pytest.mark.parametrize("command", ["actors", "years", "arcs"])
def test_a_page_of_counts_has_a_heading(run, small_file, command):
    """The same heading as a list."""
    text = run(command, "-f", small_file, "--format", "table").stdout
    assert text.startswith("A small timeline\n7 events\n")


@pytest.mark.parametrize("command", ["actors", "years", "arcs"])
def test_nothing_to_count_is_said(run, small_file, command):
    """As in a list."""
    result = run(command, "-f", small_file, "--year", "2005")
    assert result.stderr.startswith("No event matches 2005.")


def test_the_overview_says_what_the_file_is(run):
    """Title, span, numbers, arcs, and commands to try, which work."""
    text = run().stdout
    for words in (
        "Moscow and Caracas",
        "14 May 2001 → c. 30 Mar 2026",
        "The letter of October 2025",
        "timeline list --actor venezuela --year 2025",
    ):
        assert words in text
    commands = [line.split("timeline ")[-1] for line in text.splitlines() if "timeline " in line]
    *others, screen = commands
    assert screen == "explore"  # which needs a terminal
    for command in others:
        assert run(*command.split()).exit_code == 0


def test_the_overview_of_a_bare_list_of_events(run):
    """No title, no registries: it still says what it can."""
    result = run("-f", "-", input="- {date: 2019, title: Only this}\n")
    assert result.exit_code == 0
    assert "2019" in result.stdout


def test_the_overview_as_json(run):
    """What the file is, for other programs."""
    document = json.loads(run("--format", "json").stdout)
    assert (document["timeline"], document["as_of"]) == ("Moscow and Caracas", "2026-03-31")


def test_years_before_christ_have_room(run, tmp_path):
    """Their column is as wide as they are; where there is no room beside the bars, they lie below.

    At 60 cells the name has what is left: 60 less 1, 8 and 2 for the number, 12 and 2 for the
    bar and 11 for the years.
    """
    file = tmp_path / "bc.yaml"
    file.write_text(
        "- {date: -0043-03-15, title: The Ides, actors: [Marcus Iunius Brutus Caepio]}\n"
        "- {date: 2019, title: A film, actors: [Marcus Iunius Brutus Caepio]}\n"
    )
    wide = run("actors", "-f", str(file), "-o", "table", "--width", "60").stdout.splitlines()
    assert wide[-2:] == [
        " Marcus Iunius Brutus           2  ████████████  44 BCE–2019",
        " Caepio",
    ]
    narrow = run("actors", "-f", str(file), "-o", "table", "--width", "40").stdout.splitlines()
    assert narrow[-2:] == [
        " Marcus Iunius             2  ████████",
        " Brutus Caepio        44 BCE–2019",
    ]
