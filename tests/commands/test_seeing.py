"""`timeline chart`, `timeline lanes`: the options, and every form."""

import csv
import json

import pytest

from timeline.commands.chart import By
from timeline.commands.support.parameters import Value
from timeline.phrases.units import UNITS
from timeline.reports.groups import VALUES


@pytest.fixture(name="small_run")
def _small_run(run, small_file):
    """Run a command on the small timeline; return its lines and remarks."""

    def small_run(command, *args):
        result = run(command, "-f", small_file, *args)
        assert result.exit_code == 0, result.stderr
        return result.stdout.splitlines(), result.stderr.splitlines()

    return small_run


def test_what_can_be_chosen_is_what_there_is():
    """The options are written down apart, so that --help needs nothing heavy."""
    assert {each.value for each in By} == {"auto", *UNITS}
    assert {each.value for each in Value} == set(VALUES)


def test_a_chart_in_a_pipe(small_run):
    """Period, certain, possible: the numbers of the file, and how many there are."""
    lines, remarks = small_run("chart", "--by", "year")
    assert (lines[0], lines[-2:]) == ("1997\t0\t0.3333", ["2018\t4\t0", "2019\t2\t0"])
    assert remarks == ["7 events"]


def test_a_question_confines_the_chart(small_run):
    """Of 2018 twelve months; the war began in March, the quarrel before."""
    lines, remarks = small_run("chart", "--year", "2018", "--by", "month")
    assert [line.split("\t")[1] for line in lines] == list("001111000000")
    assert remarks == ["4 events"]
    assert len(small_run("chart", "--year", "2018")[0]) == 12


def test_a_zoom_says_what_it_leaves_out(small_run):
    """`--from` and `--to` draw a part, and count the rest."""
    _, remarks = small_run("chart", "--from", "2018", "--to", "2018", "--by", "year")
    assert remarks == ["7 events, 1 began earlier, 2 began later"]
    _, remarks = small_run("lanes", "--from", "jun 2018", "--to", "aug 2018")
    assert remarks == ["7 events, 5 events outside this stretch of time"]


def test_a_split_chart(small_run):
    """A row of lines for each value; only some of them with --rows."""
    lines, _ = small_run("chart", "--by", "year", "--split", "actor", "--rows", "1")
    assert {line.split("\t")[0] for line in lines} == {"The Union"}
    assert small_run("chart", "--split", "actor", "--rows", "1")[1] == ["7 events, 3 rows more"]


@pytest.mark.parametrize("command", ["chart", "lanes"])
def test_a_page_has_a_heading_that_says_what_is_drawn(small_run, command):
    """Title, number, and by what."""
    lines, remarks = small_run(command, "--format", "table", "--width", "80")
    said = {"chart": "by the year in which they began", "lanes": "by arc"}[command]
    assert lines[:2] == ["A small timeline", f"7 events · {said}"]
    assert remarks == []


def test_lanes_in_a_pipe(small_run):
    """Lane, start, end, title, id, verdict: every lane, however many."""
    lines, remarks = small_run("lanes", "--by", "status")
    assert [line.split("\t")[0] for line in lines] == [
        *["confirmed"] * 3,
        "reported",
        "claimed",
        "disputed",
        "denied",
    ]
    assert remarks == ["7 events"]


def test_only_the_fullest_lanes(small_run):
    """`--lanes` counts the rest, and the events that are in none."""
    lines, remarks = small_run("lanes", "--by", "actor", "--lanes", "1")
    assert len(lines) == 6
    assert remarks == ["7 events, 3 lanes more, 1 event in none of these"]


def test_json_has_the_counts_and_the_layout(small_run):
    """One document each."""
    chart = json.loads("\n".join(small_run("chart", "--by", "year", "--format", "json")[0]))
    assert (chart["format"], chart["events"], len(chart["bars"])) == (1, 7, 23)
    lanes = json.loads("\n".join(small_run("lanes", "--fold", "--format", "json")[0]))
    assert [lane["key"] for lane in lanes["lanes"]] == ["north", "south"]
    assert len(lanes["folds"]) == 1


def test_jsonl_is_an_object_a_bar_and_an_object_an_event(small_run):
    """With the value they belong to."""
    bars = [json.loads(line) for line in small_run("chart", "--split", "arc", "-o", "jsonl")[0]]
    assert (bars[0]["key"], bars[0]["period"]) == ("north", "1997")
    events = [json.loads(line) for line in small_run("lanes", "--format", "jsonl")[0]]
    assert [event["id"] for event in events][:2] == ["old-quarrel", "war"]


def test_csv_and_markdown(small_run):
    """A table of the same numbers."""
    rows = list(csv.DictReader(small_run("chart", "--by", "year", "--format", "csv")[0]))
    assert rows[0] == {"period": "1997", "certain": "0", "possible": "0.3333"}
    rows = list(csv.DictReader(small_run("lanes", "--format", "csv")[0]))
    assert rows[-1]["end"] == ".."
    lines, _ = small_run("chart", "--split", "arc", "--format", "md")
    assert "| period | The north | The south |" in lines
    assert "| 2018 | 1 | 3 |" in lines


@pytest.mark.parametrize("command", ["chart", "lanes"])
def test_nothing_found_is_said_in_a_sentence(small_run, command):
    """As in a list."""
    lines, remarks = small_run(command, "--year", "2005")
    assert (lines, remarks[0]) == ([], "No event matches 2005.")
    document = json.loads("\n".join(small_run(command, "--year", "2005", "-o", "json")[0]))
    assert document["query"] == "2005"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("chart", "--by", "fortnight"), "fortnight"),
        (("lanes", "--by", "colour"), "colour"),
        (("lanes", "--lanes", "0"), "--lanes"),
        (("lanes", "--from", "2019", "--to", "2018"), "the last day is before the first"),
        (("chart", "--from", "no day"), "no day"),
        (("lanes", "--format", "md"), "this has no form 'md'"),
    ],
)
def test_wrong_use_is_refused(run, small_file, args, said):
    """Exit 2, and what is wrong."""
    result = run(args[0], "-f", small_file, *args[1:])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_curated_timeline_in_many_ways(run):
    """The examples of the help, and what people will try first."""
    for args in (
        ("chart", "actor:russia", "--split", "arc"),
        ("lanes", "--by", "actor", "--from", "2025-08"),
        ("lanes", "--by", "place", "--fold", "--lanes", "4"),
        ("chart", "--by", "day"),
    ):
        result = run(*args, "--format", "table", "--width", "80")
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) > 10
