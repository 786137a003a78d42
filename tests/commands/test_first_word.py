"""`timeline FILE [COMMAND…]`: a file is opened by naming it; what is none is told so."""

import pytest

from timeline.commands.support import completion

ONE = "- {date: 2019-05-02, title: The bridge opens, actors: [City]}\n"
TWO = "- {date: 2020-06-03, title: The bridge closes}\n"
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20250304
SUMMARY:A talk
END:VEVENT
END:VCALENDAR
"""


NO_FILE = "there is no file of that name"


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(ONE)
    (tmp_path / "two.yaml").write_text(TWO)
    (tmp_path / "talk.ics").write_text(CALENDAR)
    (tmp_path / "2019").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (("one.yaml", "list"), ["2019-05-02"]),
        (("one.yaml", "list", "year:2020"), []),
        (("./one.yaml", "list", "-y", "2019"), ["2019-05-02"]),
        (("talk.ics", "list"), ["2025-03-04"]),
        (("one.yaml", "two.yaml", "list"), ["2019-05-02", "2020-06-03"]),
        (("-f", "one.yaml", "two.yaml", "list"), ["2019-05-02", "2020-06-03"]),
        (("--today", "2021-01-01", "two.yaml", "list"), ["2020-06-03"]),
        (("two.yaml", "--today=2021-01-01", "one.yaml", "list"), ["2019-05-02", "2020-06-03"]),
        (("--", "one.yaml", "list"), ["2019-05-02"]),
        (("-", "list"), ["2018-01-01"]),
    ],
    ids=" ".join,
)
def test_a_file_before_the_command_is_opened(run, args, lines):
    """As -f does it; - is standard input, and several are one timeline."""
    result = run(*args, input="- {date: 2018-01-01, title: Typed}\n")
    assert result.exit_code == 0
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == lines


def test_a_file_alone_shows_what_it_is(run):
    """Its hints name it, for it is found by its name alone."""
    result = run("one.yaml")
    assert result.output == run("-f", "one.yaml").output
    assert "timeline -f one.yaml show the-bridge-opens-2019" in run("-f", "one.yaml").output


def test_other_commands_are_about_the_file_too(run):
    """`check` and `add` take it as the one that is named."""
    assert run("one.yaml", "check").stdout.startswith("one.yaml:1:3: warning")
    assert run("two.yaml", "add", "--date", "2021", "--title", "x").exit_code == 0


def test_a_command_comes_before_a_file_of_its_name(run, folder):
    """A folder that has a file called `list` changes nothing; ./list opens it."""
    (folder / "list").write_text(ONE)
    assert run("--width", "80", "list", "-f", "two.yaml").stdout.startswith("2020-06-03")
    assert run("./list", "list").stdout.startswith("2019-05-02")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("lst",), f"{NO_FILE}\ndid you mean 'list'?"),
        (("one.yml",), f"{NO_FILE}\ndid you mean 'one.yaml' or 'two.yaml'?"),
        (("one.yaml", "lsit"), f"{NO_FILE}\ndid you mean 'list'?"),
        (("bridge",), f"{NO_FILE}\nto look for it: timeline list bridge"),
        (
            ("one.yaml", "a:b", "-n2"),
            f"{NO_FILE}\nto look for it: timeline -f one.yaml list a:b -n2",
        ),
        (("no/such",), f"{NO_FILE}\nfor the commands there are: timeline help"),
        (("2019",), "the file of that name is a folder\nname a file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_neither_is_told_both(run, args, said):
    """The nearest command, or the nearest file, or how to look for the word."""
    result = run(*args)
    word = next(each for each in args if each != "one.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"timeline: no command is called '{word}', and {said}\n"


def test_completion_knows_the_file():
    """`timeline one.yaml list --actor <Tab>` offers the actors of the file."""
    offered = completion.offered(("one.yaml", "list", "--actor"), "Ci")
    assert [each.text for each in offered] == ["City"]
