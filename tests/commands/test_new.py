"""`timeline new`: a first event file that loads, checks, and overwrites nothing."""

import json
import re

import pytest

from timeline.editing import starter
from timeline.loading import load
from timeline.model.schema import ALL, EVENT


@pytest.fixture(name="folder")
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_has_no_events_and_is_sound(run, folder):
    """It loads, `check` and `fmt` find nothing in it, and it is called as it is to be."""
    assert run("new", "story.yaml", "--title", "A bridge", "--summary", "Two: sides").exit_code == 0
    loaded = load.load("story.yaml")
    assert (len(loaded), loaded.title, loaded.summary) == (0, "A bridge", "Two: sides")
    for args in (("check", "--strict", "--notes"), ("fmt", "--check")):
        done = run(*args, "story.yaml")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == ["story.yaml", "timeline.schema.json"]


def test_an_event_can_be_added_and_removed(run, folder):
    """The comments stay, to the byte."""
    run("new", "story.yaml")
    before = (folder / "story.yaml").read_text("utf-8")
    said = ("--date", "spring 2019", "--title", "It opens")
    assert run("add", "-f", "story.yaml", *said).exit_code == 0
    after = (folder / "story.yaml").read_text("utf-8")
    assert after == f"{before}  - id: it-opens-2019\n    date: 2019-21\n    title: It opens\n"
    assert run("remove", "-f", "story.yaml", "it-opens", "--yes").exit_code == 0
    assert (folder / "story.yaml").read_text("utf-8") == before


def test_what_its_comments_say_can_be_written(folder):
    """The event in them, without the signs of a comment, loads as it stands."""
    lines = starter.empty().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("#   - id:"))
    end = next(at for at, line in enumerate(lines) if at > first and line == "#")
    event = [line[2:] for line in lines[first:end]]
    other = "  - {id: engineer-warns-2018, date: 2018-11, title: He warns}"
    (folder / "story.yaml").write_text("\n".join(["events:", *event, other, ""]))
    [warned, closed] = [match.event for match in load.load("story.yaml").select()]
    assert closed.links[0].target == warned.id
    assert all(getattr(closed, key.attribute) for key in EVENT.keys)


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.noun)
def test_every_key_stands_in_its_comments(record):
    """A later one as well."""
    text = starter.empty()
    missing = [name for name in record.names if not re.search(rf"[ {{]{name}:", text)]
    assert missing == []


def test_on_a_terminal_it_asks(asked, tmp_path):
    """For what is missing; and the first event is asked for as `add` does."""
    file = tmp_path / "story.yaml"
    opened = asked("new", str(file), "--summary", "Two sides")
    opened.answer("Title       > ", "A bridge")
    opened.answer("Add a first event now? [Y/n] ", "")
    opened.answer("Date        > ", "2019")
    opened.wait_for("Title       > ")
    opened.type("\x03")
    assert opened.ended() == 130
    loaded = load.load(str(file))
    assert (len(loaded), loaded.title, loaded.summary) == (0, "A bridge", "Two sides")


def test_who_leaves_the_questions_has_no_file(asked, tmp_path):
    """Exit 130."""
    opened = asked("new", str(tmp_path / "story.yaml"))
    opened.wait_for("Title       > ")
    opened.type("\x03")
    opened.wait_for("Nothing was written.")
    assert (opened.ended(), list(tmp_path.iterdir())) == (130, [])


def test_the_example_shows_what_an_event_file_can_say(run, folder):
    """Vague dates, a claim and its denial, graded sources; nothing for `check` to find."""
    assert run("new", "story.yaml", "--example").exit_code == 0
    events = [match.event for match in load.load("story.yaml").select()]
    assert events[0].date.text == "2018-11~"
    assert {"claimed", "denied", "disputed", "confirmed"} == {event.status for event in events}
    assert [link.target for event in events for link in event.links if link.type == "denies"] == [
        "engineer-claims-2019"
    ]
    checked = run("check", "--strict", "story.yaml")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "")
    formatted = run("fmt", "--check", "story.yaml")
    assert (formatted.exit_code, formatted.stdout) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ["story.yaml", "timeline.schema.json"]


def test_editors_find_the_schema_beside_it(run, folder):
    """The first line names the file, in any folder; it is what `timeline schema` writes."""
    (folder / "sub").mkdir()
    result = run("new", "sub/story.yaml")
    first = (folder / "sub/story.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=timeline.schema.json"
    assert (folder / "sub/timeline.schema.json").read_text("utf-8") == run("schema").stdout
    assert result.stdout == ""
    assert result.stderr == (
        "wrote sub/story.yaml: add an event with `timeline -f sub/story.yaml add`\n"
        "wrote sub/timeline.schema.json, from which editors know the keys\n"
    )


def test_a_schema_that_is_there_is_left_alone(run, folder):
    """The same one in silence; another one with what would renew it."""
    run("new", "one.yaml")
    assert "schema" not in run("new", "two.yaml").stderr
    (folder / "timeline.schema.json").write_text("{}", encoding="utf-8")
    assert run("new", "three.yaml").stderr.splitlines()[1] == (
        "timeline.schema.json is there already; `timeline schema > timeline.schema.json` renews it"
    )
    assert (folder / "timeline.schema.json").read_text("utf-8") == "{}"


def test_without_a_schema_there_is_one_file_and_no_line(run, folder):
    """`--no-schema`."""
    run("new", "story.yaml", "--no-schema")
    assert [path.name for path in folder.iterdir()] == ["story.yaml"]
    assert "yaml-language-server" not in (folder / "story.yaml").read_text("utf-8")


def test_nothing_is_overwritten(run, folder):
    """Exit 2, the old text as it was, no schema; with --force it is."""
    (folder / "story.yaml").write_text("mine", encoding="utf-8")
    result = run("new", "story.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "timeline: there is a file 'story.yaml' already\n"
        "name another, or add --force to replace it\n"
    )
    assert (folder / "story.yaml").read_text("utf-8") == "mine"
    assert [path.name for path in folder.iterdir()] == ["story.yaml"]
    assert run("new", "story.yaml", "--force").exit_code == 0
    assert (folder / "story.yaml").read_text("utf-8") == starter.empty()


def test_a_folder_that_is_not_there_is_said(run, folder):
    """Exit 1, nothing written."""
    result = run("new", "no/where.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("timeline: cannot write 'no/where.yaml'")
    assert not list(folder.iterdir())


@pytest.mark.parametrize("args", [(), ("-",)])
def test_without_a_file_it_goes_to_standard_output(run, folder, args):
    """And nothing is written anywhere."""
    assert run("new", *args).stdout == starter.empty()
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("The old bridge", "The old bridge"),
        ("no", "no"),
        ("null", "null"),
        ('A "b": [c] #d {e} \\n', 'A "b": [c] #d {e} \\n'),
        ("two\nlines\x1b[31m", "two lines[31m"),
        ("Мост 😀 – é", "Мост 😀 – é"),
        ("", ""),
    ],
)
def test_any_title_arrives_as_it_was_given(run, folder, title, read):
    """Whatever YAML would make of it; on one line, without what cannot be shown."""
    run("new", str(folder / "a.yaml"), "--title", title)
    data = json.loads(run("-f", "a.yaml", "--format", "json").stdout)
    assert data["timeline"] == read


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.ics", "x.mw"])
def test_it_is_not_written_under_a_name_that_is_read_as_something_else(run, folder, name):
    """What could be read by nobody is not begun."""
    result = run("new", name)
    assert (result.exit_code, list(folder.iterdir())) == (2, [])
    assert result.stderr.splitlines()[-1] == "name it 'x.yaml'"
