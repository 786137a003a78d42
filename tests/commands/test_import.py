"""`timeline import`: an event file is written that loads, and what was lost is told."""

import json
import os
from pathlib import Path
from threading import Thread

import pytest

from timeline.commands.support.loss_report import losses_lines
from timeline.exchange.losses import Losses
from timeline.loading import load
from timeline.model.records import Place

TABLE = "day,what,size\n2019-03-05,War begins,3\n1/2/2019,Peace,\n2019-03,War goes on,4\n"


@pytest.fixture(name="table")
def _table(tmp_path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture(name="target")
def _target(tmp_path) -> Path:
    return tmp_path / "events.yaml"


def test_an_event_file_goes_to_standard_output(run, table):
    """With nothing but the file: the report is on standard error."""
    result = run("import", str(table), "--map", "title=what")
    assert result.exit_code == 0
    found = load.load("x.yaml", instead={"x.yaml": result.stdout})
    assert [(match.event.date.text, match.event.title) for match in found.select()] == [
        ("2019-03", "War goes on"),
        ("2019-03-05", "War begins"),
    ]
    order = "the date does not say whether the day or the month comes first"
    assert result.stderr.splitlines() == [
        f"{table}: 3 events read, 2 written, 1 refused",
        "read as: date ← day, title ← what; not used: size",
        f"refused 1 × {order}, as in '1/2/2019': line 3",
        "            import it with --order dmy or --order mdy: the dates of this file fit both",
        "dropped 2 × values in columns that are not used: line 1",
        "guessed 1 × what a column says, by its name: line 1",
    ]


def test_a_file_is_written_once(run, table, target):
    """A second time only with --force."""
    assert run("import", str(table), "--order", "dmy", "-o", str(target)).exit_code == 0
    assert len(load.load(str(target))) == 3
    before = target.read_text()
    again = run("import", str(table), "-o", str(target))
    assert (again.exit_code, target.read_text()) == (2, before)
    assert "--force" in again.stderr
    assert run("import", str(table), "-o", str(target), "--force").exit_code == 0
    assert len(load.load(str(target))) == 2


def test_nothing_is_written_under_a_name_that_is_read_as_something_else(run, table, tmp_path):
    """YAML in a .csv would be a table next time."""
    refused = run("import", str(table), "-o", str(tmp_path / "mine.csv"))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.endswith(f"name it '{tmp_path / 'mine.yaml'}'\n")
    assert not (tmp_path / "mine.csv").exists()


def test_strict_writes_nothing_where_anything_is_lost(run, table, target, tmp_path):
    """A guess is one of the losses; the report is written all the same."""
    report = tmp_path / "report.json"
    result = run("import", str(table), "-o", str(target), "--strict", "--report", str(report))
    assert (result.exit_code, result.stdout, target.exists()) == (1, "", False)
    assert "nothing is written: 1 refused, 2 dropped and 2 guessed" in result.stderr
    found = json.loads(report.read_text())
    assert (found["read"], found["written"], found["refused"]) == (3, 2, 1)
    assert found["losses"][0]["places"] == [f"{table}:3:1"]


def test_strict_lets_through_what_loses_nothing(run, tmp_path, target):
    """Every column stated, every row read."""
    table = tmp_path / "t.csv"
    table.write_text("day,what\n2019,War\n")
    stated = ("--map", "date=day", "--map", "title=what")
    result = run("import", str(table), *stated, "--strict", "-o", str(target))
    assert result.exit_code == 0
    assert len(load.load(str(target))) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("day,what\n1/2/2019,War\n", "none of 1 event could be read"),
        ("day,what\n", "holds no events"),
        ('day,what\n2019,"War\n', "a quotation mark is opened in this row and never closed"),
    ],
)
def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path, target, text, said):
    """Exit 1, and no file."""
    table = tmp_path / "t.csv"
    table.write_text(text)
    result = run("import", str(table), "-o", str(target))
    assert (result.exit_code, target.exists()) == (1, False)
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "markwen"), "did you mean 'markwhen'?"),
        (("--order", "ymd"), "write 'dmy' or 'mdy'"),
        (("--map", "title"), "'title' names no column"),
        (("--map", "title=what,title=day"), "--map names 'title' twice"),
        (("--map", "title=wat"), "did you mean 'what'?"),
        (("--preset", "timesketh"), "did you mean 'timesketch'?"),
    ],
)
def test_wrong_use_is_refused(run, table, options, said):
    """Exit 2, with what to write instead."""
    result = run("import", str(table), *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("x.json", '[{"date": "3/4/2020", "title": "A"}]', ()),
        ("x.jsonl", '{"date": "3/4/2020", "title": "A"}\n', ()),
        ("-", '[{"date": "3/4/2020", "title": "A"}]', ()),
        ("-", "Datum;Titel\n3/4/2020;A\n", ("--map", "date=Datum,title=Titel")),
    ],
)
def test_what_is_described_as_a_table_is_read_as_one(run, tmp_path, name, text, options):
    """Also where its keys are just ours, or none that we know: --order is not passed over."""
    path = name if name == "-" else str(tmp_path / name)
    if name != "-":
        (tmp_path / name).write_text(text)
    result = run("import", path, "--order", "mdy", *options, input=text)
    assert result.exit_code == 0, result.stderr
    assert "date: 2020-03-04" in result.stdout


@pytest.mark.parametrize("text", ["- {date: 2020, title: A}", '{"events": []}'])
@pytest.mark.parametrize("option", [("--order", "mdy"), ("--map", "title=x")])
def test_an_event_file_is_no_table(run, tmp_path, text, option):
    """Exit 2: what is said of columns and orders would be passed over."""
    path = tmp_path / ("x.json" if text.startswith("{") else "x.yaml")
    path.write_text(text)
    result = run("import", str(path), *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--map, --order and --preset are for tables" in result.stderr


def test_a_missing_file_is_said_to_be_missing(run, tmp_path):
    """Whatever its name says."""
    for name in ("none.csv", "none.ics", "none"):
        result = run("import", str(tmp_path / name))
        assert result.exit_code == 1
        assert "there is no file" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize("words", [("import",), ("list", "-f")])
def test_a_pipe_is_read_by_its_name(run, tmp_path, words):
    """As a shell names one, `<(...)`: its format shows in what it holds; later it is no more."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=("day,what\n2019,War\n",), daemon=True)
    writer.start()
    result = run(*words, str(pipe))
    writer.join()
    assert "War" in result.stdout
    assert f"`timeline import {pipe}`" not in result.stderr
    assert result.exit_code == 0


def test_standard_input_is_read(run):
    """By what it shows, or by what is said."""
    result = run("import", "-", input="day,what\n2019,War\n")
    assert result.exit_code == 0
    assert "title: War" in result.stdout
    assert result.stderr.startswith("standard input: 1 event read, 1 written\n")
    result = run("import", "-", "--from", "tsv", input="day\twhat\n2019\tWar\n")
    assert "title: War" in result.stdout


def test_an_event_file_is_written_anew(run, small_file):
    """JSON becomes YAML so; nothing is lost."""
    result = run("import", small_file)
    assert result.exit_code == 0
    assert result.stderr == f"{small_file}: 7 events read, 7 written\n"
    again = load.load("x.yaml", instead={"x.yaml": result.stdout})
    assert len(again) == 7


def test_what_is_in_the_text_can_do_no_harm(run, tmp_path):
    """Neither in the file that is written, nor in the report."""
    table = tmp_path / "t.csv"
    table.write_text("day,what\n2019,\"War: [b] \x1b[31m {x} #1 'y'\"\n\x1b[31m,x\n")
    result = run("import", str(table))
    assert "\x1b" not in result.stderr
    found = load.load("x.yaml", instead={"x.yaml": result.stdout})
    (match,) = found.select()
    assert match.event.title == "War: [b] \x1b[31m {x} #1 'y'"


def test_a_thousand_alike_take_one_line():
    """The first three places, and how many there are besides."""
    losses = Losses()
    for line in range(2, 1_502):
        losses.refuse("no date", Place("a/t.csv", line))
    losses.drop("a link", "war")
    losses.drop("a link", "peace")
    assert losses_lines(losses, "a/t.csv") == [
        "a/t.csv: 0 events read, 0 written, 1,500 refused",
        "refused 1,500 × no date: lines 2, 3, 4 and 1,497 more",
        "dropped     2 × a link: war and peace",
    ]


def test_lines_fit_a_terminal():
    """What is too long goes on below its beginning."""
    losses = Losses()
    losses.remarks.append("read as: " + ", ".join(f"key{n} ← column{n}" for n in range(9)))
    losses.refuse(
        "a reason that is rather long to be told in a line", Place("t.csv", 2), "an example"
    )
    lines = losses_lines(losses, "t.csv", 50)
    assert all(len(line) <= 50 for line in lines)
    assert lines[-1].startswith(" " * len("refused 1 × "))
