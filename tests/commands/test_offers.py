"""Commands that are offered can be typed as they are, whatever the file's names are."""

import json
import shlex

import pytest

from timeline.commands.support.command_line import argument, command, option


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["actors"], "timeline actors"),
        (["list", "--actor", "Old Army"], "timeline list --actor 'Old Army'"),
        (["show", "x;touch PWN;#"], "timeline show 'x;touch PWN;#'"),
        (["show", "it's $HOME `id`"], """timeline show 'it'"'"'s $HOME `id`'"""),
        (["show", ""], "timeline show ''"),
        (["show", "a\nb"], ""),
        (["show", "a\x1b[2J"], ""),
        (["show", "a\u202eb"], ""),
        (["show", "a\u200bb"], ""),
    ],
)
def test_words_are_quoted_or_nothing_is_offered(words, line):
    """A shell reads the words as they are; what cannot be seen cannot be copied."""
    assert command(*words) == line


def test_files_are_named_before_the_command():
    """The command is about the same files; what came by standard input is gone."""
    assert command("actors", files=["my file.yaml"]) == "timeline -f 'my file.yaml' actors"
    assert command("actors", files=["-"]) == ""


def test_a_value_is_no_option():
    """A value that begins with a hyphen is given so that it is taken for none."""
    assert option("--actor", "-x") == ["--actor=-x"]
    assert option("--year", "2019") == ["--year", "2019"]
    assert argument("-x") == ["--", "-x"]
    assert argument("x") == ["x"]


@pytest.mark.parametrize(
    "name",
    ["Old Army", "x;touch PWN;#", "-x", "--help", "it's", "$(id)", "a*", "b: c", "=x", "\\", '"q"'],
)
def test_what_the_overview_offers_works(run, tmp_path, name):
    """Typed as they are shown, the commands find the actor, the event and the file."""
    file = tmp_path / "a file.json"
    event = {"date": "2019", "title": "t", "id": name, "actors": [name]}
    file.write_text(json.dumps([event]), encoding="utf-8")
    page = run("-f", str(file), "-o", "table", "--width", "200").stdout
    offered = [shlex.split(line[line.index("timeline ") :]) for line in _lines(page)]
    *commands, screen = offered
    assert screen == ["timeline", "-f", str(file), "explore"]  # which needs a terminal
    assert len(commands) == 3
    for command_, *args in commands:
        assert command_ == "timeline"
        answer = run(*args)
        assert answer.exit_code == 0, answer.stderr
        assert name in answer.stdout


def test_without_actors_the_rest_is_offered(run, tmp_path):
    """A file that has just been begun: an event to look at, and the screen."""
    file = tmp_path / "new.yaml"
    file.write_text("- {id: bridge, date: 2019, title: The bridge is closed}\n")
    page = run("-f", str(file), "-o", "table", "--width", "200").stdout
    assert [line.split()[-1] for line in _lines(page)] == ["bridge", "explore"]


@pytest.mark.parametrize("name", ["a\x1b[2J", "x\u202ey"])
def test_what_cannot_be_typed_is_not_offered(run, tmp_path, name):
    """The names are of no use to anybody; the others are offered."""
    file = tmp_path / "over.json"
    event = {"date": "2019", "title": "t", "id": name, "actors": [name]}
    file.write_text(json.dumps([event]), encoding="utf-8")
    page = run("-f", str(file), "-o", "table", "--width", "200").stdout
    assert [line.split()[-1] for line in _lines(page)] == ["actors", "explore"]


def _lines(page):
    return [line for line in page.splitlines() if "timeline -f" in line]
