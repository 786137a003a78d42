"""Other formats where an event file may stand: `timeline -f table.csv list`."""

import subprocess
import sys

import pytest

TABLE = "day,what,who\n2018-05-01,A table is laid,Cooks\n5/6/2018,Nobody knows when,\n"


@pytest.fixture(name="table")
def _table(tmp_path) -> str:
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return str(path)


def test_a_table_is_listed(run, table):
    """And a line says that something was lost, and where to see what."""
    result = run("list", "-f", table)
    assert result.exit_code == 0
    assert result.stdout.split("\t")[:3] == ["2018-05-01", "", "A table is laid"]
    short = f"{table}: 1 of 2 refused, 3 guessed: `timeline import {table}` tells more"
    assert result.stderr.splitlines() == [short, "1 event"]


def test_before_the_command_too(run, table):
    """As any file."""
    assert "A table is laid" in run("-f", table, "list").stdout
    assert "cooks" in run("-f", table, "list", "actor:cook", "-o", "json").stdout


def test_files_of_all_formats_are_one_timeline(run, table, small_file):
    """In the order of time; the title is that of the first file."""
    result = run("list", "-f", table, "-f", small_file, "-o", "json")
    assert '"timeline": "A small timeline"' in result.stdout
    assert "8 events" not in result.stdout
    ids = [line for line in result.stdout.splitlines() if line.startswith('      "id"')]
    assert [line.split('"')[3] for line in ids] == [
        *("old-quarrel", "war", "landing", "a-table-is-laid-2018", "general-speaks"),
        *("rebels-deny", "some-year", "occupation"),
    ]


def test_standard_input_of_any_format(run):
    """By what its text shows."""
    result = run("list", "-f", "-", input="day,what\n2019,War\n")
    assert result.stdout.startswith("2019\t\tWar")
    result = run("list", "-f", "-", input="- {date: 2019, title: War}\n")
    assert result.stdout.startswith("2019\t\tWar")
    assert "import" not in result.stderr


def test_a_table_of_which_nothing_can_be_read(run, tmp_path):
    """Exit 1, and the whole report."""
    path = tmp_path / "t.csv"
    path.write_text("day,what\n1/2/2019,War\n")
    result = run("list", "-f", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--order" in result.stderr
    assert "none of 1 event could be read" in result.stderr


def test_a_table_shows_the_order_of_its_dates(run, tmp_path):
    """Read as it is, where no option could say it; the value that shows it is named."""
    path = tmp_path / "t.csv"
    path.write_text("day,what\n3/4/2019,War\n25/4/2019,Peace\n")
    result = run("list", "-f", str(path))
    assert result.exit_code == 0
    assert result.stdout.startswith("2019-04-03\t\tWar")
    assert "day first (dmy): '25/4/2019' in line 3" in result.stderr


def test_a_json_event_file_is_one(run, tmp_path):
    """Its mistakes are reported as before, with a caret."""
    path = tmp_path / "t.json"
    path.write_text('[{"date": "2019", "title": "War", "sumary": "x"}]')
    result = run("list", "-f", str(path))
    assert result.exit_code == 1
    assert "did you mean 'summary'?" in result.stderr


def test_event_files_need_no_reader_of_other_formats():
    """`list` on YAML, or on the curated timeline, runs no module of `exchange`."""
    program = (
        "import sys\n"
        "from timeline.commands import main\n"
        "sys.argv = ['timeline', 'list', '--year', '2019']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "ours = [name for name in sys.modules if name.startswith('timeline.exchange.')]\n"
        "waiting = '_LazyModule'\n"
        "print([name for name in ours if type(sys.modules[name]).__name__ != waiting])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_values_of_a_table_complete(table, tmp_path):
    """Through the same door; and nothing is said."""
    line = f"timeline -f {table} list --actor "
    result = subprocess.run(
        [sys.executable, "-m", "timeline", line, " \n:=<>", "9", "80"],
        capture_output=True,
        text=True,
        check=False,
        env={"_TIMELINE_COMPLETE": "bash", "PATH": "/usr/bin", "HOME": str(tmp_path)},
    )
    assert "ooks" in result.stdout
    assert result.stderr == ""
