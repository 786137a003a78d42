"""`timeline remove`: an event goes with its comments, or the file stays as it was."""

import pytest

from timeline.loading import load

FILE = """\
# About the file.
events:
  # About the first.
  - id: first
    date: 2018
    title: What came first

  # About the second.
  - id: second  # beside it
    date: 2019-02~
    title: 'What came second'

  - id: denial
    date: 2019-03
    title: It is denied
    links: [{denies: second}]   # spaced so
"""
WITHOUT_FIRST = """\
# About the file.
events:
  # About the second.
  - id: second  # beside it
    date: 2019-02~
    title: 'What came second'

  - id: denial
    date: 2019-03
    title: It is denied
    links: [{denies: second}]   # spaced so
"""
ONLY_FIRST = """\
# About the file.
events:
  # About the first.
  - id: first
    date: 2018
    title: What came first
"""


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(FILE)
    return path


def test_an_event_goes_and_all_else_stays(run, file):
    """With its own comments; a part of its id is enough."""
    result = run("remove", "fir", "--yes", "-f", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"removed first from {file}\n"
    assert file.read_text() == WITHOUT_FIRST


def test_what_links_point_at_stays(run, file):
    """They are named, and the way on can be typed."""
    result = run("remove", "second", "--yes", "-f", str(file))
    assert (result.exit_code, file.read_text()) == (2, FILE)
    assert result.stderr == (
        "timeline: a link of an event that stays points at it:\n"
        "  denial denies second\n"
        f"take the link out first: `timeline -f {file} edit denial`, or remove that event too\n"
    )


def test_several_go_together_with_the_links_between_them(run, file):
    """In any order, each once."""
    result = run("remove", "second", "denial", "second", "-y", "-f", str(file))
    assert result.stderr == f"removed second from {file}\nremoved denial from {file}\n"
    assert file.read_text() == ONLY_FIRST


def test_a_dry_run_shows_the_change_alone(run, file):
    """As a difference, and asks nothing."""
    result = run("remove", "first", "--dry-run", "-f", str(file))
    assert (result.exit_code, result.stderr, file.read_text()) == (0, "", FILE)
    lines = result.stdout.splitlines()
    assert [line for line in lines[3:] if line.startswith("-")] == [
        "-  # About the first.",
        "-  - id: first",
        "-    date: 2018",
        "-    title: What came first",
        "-",
    ]
    assert not [line for line in lines[3:] if line.startswith("+")]


def test_where_nobody_can_be_asked_it_is_refused(run, file):
    """Exit 2, with both ways on."""
    result = run("remove", "first", "-f", str(file))
    assert (result.exit_code, file.read_text()) == (2, FILE)
    assert result.stderr == (
        "timeline: there is no terminal to ask on\n"
        "add --yes to remove without being asked, --dry-run to see what would change\n"
    )


@pytest.mark.parametrize("typed", ["", "n", "\x03"])
def test_no_is_what_is_not_yes(asked, file, typed):
    """Exit 130; the event has been shown before."""
    opened = asked("remove", "first", "-f", str(file))
    opened.wait_for("2018 · What came first")
    opened.wait_for("Remove it? [y/N] ")
    opened.type(typed if typed == "\x03" else f"{typed}\n")
    opened.wait_for("Nothing was removed")
    assert (opened.ended(), file.read_text()) == (130, FILE)


def test_yes_removes(asked, file):
    """What is asked about several says how many."""
    opened = asked("remove", "second", "denial", "-f", str(file))
    opened.answer("Remove these 2 events? [y/N] ", "y")
    assert (opened.ended(), file.read_text()) == (0, ONLY_FIRST)


def test_what_others_write_while_somebody_is_asked_stays(asked, file):
    """What goes is taken out of what the file holds by then."""
    opened = asked("remove", "first", "-f", str(file))
    opened.wait_for("Remove it? [y/N] ")
    more = "\n  - {id: late, date: 2020, title: It came late}\n"
    file.write_text(FILE + more)
    opened.type("y\n")
    assert (opened.ended(), file.read_text()) == (0, WITHOUT_FIRST + more)


def test_a_link_that_was_written_meanwhile_is_respected(asked, file):
    """Nothing is taken out that something points at by now."""
    opened = asked("remove", "first", "-f", str(file))
    opened.wait_for("Remove it? [y/N] ")
    changed = FILE.replace("[{denies: second}]", "[{denies: first}]")
    file.write_text(changed)
    opened.type("y\n")
    opened.wait_for("denial denies first")
    assert (opened.ended(), file.read_text()) == (2, changed)


def test_the_last_one_leaves_a_file_that_loads(run, file):
    """And `add` works on it."""
    file.write_text(ONLY_FIRST)
    assert run("remove", "first", "-y", "-f", str(file)).exit_code == 0
    assert file.read_text() == "# About the file.\nevents:\n"
    assert len(load.load(str(file))) == 0
    assert run("add", "--date", "2020", "--title", "New", "-f", str(file)).exit_code == 0


def test_a_list_needs_an_event(run, file):
    """A file that is nothing else would be empty."""
    file.write_text("- {id: only, date: 2019, title: A}\n")
    result = run("remove", "only", "-y", "-f", str(file))
    assert result.exit_code == 2
    assert "has no other event\ndelete the file" in result.stderr
    assert file.read_text() == "- {id: only, date: 2019, title: A}\n"


def test_a_line_of_json_lines_goes(run, tmp_path):
    """The others stay as they are written."""
    file = tmp_path / "mine.jsonl"
    lines = ['{"id":"a", "date":"2018", "title":"A"}\n', '{"id": "b","date":"2019","title":"B"}\n']
    file.write_text("".join(lines))
    assert run("remove", "a", "-y", "-f", str(file)).exit_code == 0
    assert file.read_text() == lines[1]


def test_ids_that_are_made_of_titles_do_not_move(run, file):
    """The second of two would get the id of the first."""
    text = "- {date: 2019-01, title: Vote}\n- {date: 2019-02, title: Vote}\n"
    file.write_text(text)
    result = run("remove", "vote-2019", "-y", "-f", str(file))
    assert (result.exit_code, file.read_text()) == (1, text)
    assert "without changing other events" in result.stderr


def test_the_events_of_several_files(run, tmp_path):
    """The file need not be named; two at once are refused."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("events:\n- {id: a, date: 2018, title: A}\n")
    two.write_text("events:\n- {id: b, date: 2019, title: B}\n")
    both = ("-f", str(one), "-f", str(two), "-y")
    result = run("remove", "a", "b", *both)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        "timeline: these events stand in 2 files",
    )
    assert run("remove", "b", *both).exit_code == 0
    assert two.read_text() == "events:\n"


@pytest.mark.parametrize(
    "lines", ["- {date: 2019, title: A}\n", '{"date": "2019", "title": "A"}\n']
)
def test_an_event_goes_by_the_id_that_it_has_beside_other_files(run, tmp_path, lines):
    """There it gets a number, where each file alone would give the same one."""
    one, two = tmp_path / "one.yaml", tmp_path / f"two.{'yaml' if lines[0] == '-' else 'jsonl'}"
    one.write_text("- {date: 2019, title: A}\n")
    two.write_text(lines + lines.replace("2019", "2020"))
    assert run("remove", "a-2019-2", "-f", str(one), "-f", str(two), "-y").exit_code == 0
    assert two.read_text() == lines.replace("2019", "2020")


@pytest.mark.parametrize("word", ["rm", "delete", "del"])
def test_other_words_for_it_lead_to_it(run, word):
    """They are no commands."""
    result = run(word, "x")
    assert result.exit_code == 2
    assert result.stderr.endswith("\ndid you mean 'remove'?\n")
