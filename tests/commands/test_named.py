"""Commands that take an event take whatever it is called; of several one is chosen."""

import pytest


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("show", "2025-10-26"), " Sanctioned Russian Il-76 cargo aircraft lands in Caracas"),
        (("show", "Russian technicians fly home"), "russian-specialists-rotate-out-2019"),
        (("show", "Russian", "technicians", "fly", "home"), "russian-specialists-rotate-out-2019"),
        (("thread", "technicians fly home"), "russian-specialists-rotate-out-2019"),
        (("around", "Il-76"), "russian-il76-lands-caracas-2025"),
        (("why", "il76", "year:2025"), "year:2025"),
    ],
)
def test_words_of_a_title_or_a_date_name_an_event(run, args, words):
    """As a list has printed it."""
    result = run(*args)
    assert result.exit_code == 0
    assert words in result.stdout


def test_both_days_0_are_named_so(run, small_file):
    """The war, and what the general said."""
    asked = ("compare", "-f", small_file, "arc:north", "arc:south")
    by_words = run(*asked, "--align", "War of the Union", "claims victory")
    assert by_words.exit_code == 0
    assert by_words.stdout == run(*asked, "--align", "war", "general-speaks").stdout


@pytest.mark.parametrize(
    "command", [("show",), ("thread",), ("around",), ("why",), ("compare", "a", "b", "--align")]
)
def test_in_a_pipe_several_are_listed(run, command):
    """Cuba stands in three titles; exit 2."""
    args = (*command, "Cuba", "arc:letter-2025")
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr.startswith("timeline: 'Cuba' may be any of 3 events\n  4 Jan 2026  Cuba: ")
    assert len(result.stderr.splitlines()) == 4


def test_what_else_lies_on_a_date_is_counted(run):
    """The Il-76 alone is of 26 October; the war, the letter and others go on, or may lie there."""
    remark = "6 more events lie on that date, or may: `around` shows them\n"
    assert run("show", "2025-10-26").stderr == remark


def test_several_ids_are_several_events(run, small_file):
    """Though a title has both words."""
    result = run("show", "-f", small_file, "rebels-deny", "war")
    assert "Rebels deny it\n" in result.stdout
    assert "War of the Union" in result.stdout


def test_a_link_names_its_event_so(run, tmp_path):
    """The id is written."""
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: letter, date: 2019, title: A note is sent}\n", encoding="utf-8")
    new = ("--date", "2020", "--title", "No", "--link", "denies=note sent")
    assert run("add", "-f", str(path), *new).exit_code == 0
    assert "denies: letter" in path.read_text(encoding="utf-8")


def test_the_handle_of_a_page_is_taken_by_the_next_command(run, small_file):
    """The landing is the third event; it is shown by that in a list, with the title or without."""
    page = run("list", "-f", small_file, "-o", "table", "tag:war").stdout
    assert "The army lands :boom: e3\n" in page
    shown = run("show", "-f", small_file, "landing").stdout
    for typed in (["e3"], ["3"], ["The army lands :boom: e3"], ["The", "army", "lands", "e3"]):
        assert run("show", "-f", small_file, *typed).stdout == shown
    both = run("show", "-f", small_file, "e3", "e5").stdout
    assert both == run("show", "-f", small_file, "landing", "rebels-deny").stdout


@pytest.mark.parametrize("handle", ["e1", "1"])
def test_a_link_takes_no_handle(run, tmp_path, handle):
    """It would lead elsewhere tomorrow; nothing is written."""
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: letter, date: 2019, title: A note is sent}\n", encoding="utf-8")
    new = ("--date", "2020", "--title", "No", "--link", f"denies={handle}")
    result = run("add", "-f", str(path), *new)
    assert result.exit_code == 2
    assert result.stderr.endswith(
        f"'{handle}' is a handle, which moves when events are added\n"
        "in a file, write the id: letter\n"
    )
    assert "No" not in path.read_text(encoding="utf-8")


def test_an_event_file_takes_no_handle(run, tmp_path):
    """The same, with the place."""
    path = tmp_path / "mine.yaml"
    path.write_text("- {date: 2020, title: No, links: [{denies: e1}]}\n", encoding="utf-8")
    first, *_, last = run("list", "-f", str(path)).stderr.splitlines()
    assert first.endswith("mine.yaml:1:44: no event is called 'e1'")
    assert last == "      | a handle moves when events are added: write the id"


def test_on_a_terminal_one_is_chosen(asked):
    """What is no number of the list is asked again."""
    told = asked("show", "Cuba", PAGER="cat")
    told.wait_for("1  Cuba: the US raid killed 32 of its nationals")
    told.wait_for("4 Jan 2026  cuba-32-killed-in-caracas-raid-2026")
    told.answer("Which one? 1 to 3, Enter leaves: ", "4")
    told.answer("Which one? 1 to 3, Enter leaves: ", "3")
    told.wait_for("russian-tanker-reaches-cuba-2026")
    assert told.ended() == 0


@pytest.mark.parametrize(("typed", "exit_code"), [("\n", 0), ("\x03", 130)])
def test_whoever_chooses_nothing_leaves(asked, typed, exit_code):
    """Enter ends it, and so does Ctrl-C."""
    told = asked("show", "Cuba")
    told.wait_for("Enter leaves: ")
    told.type(typed)
    assert told.ended() == exit_code


@pytest.mark.parametrize("command", [("show",), ("thread",), ("around",), ("why",)])
def test_a_handle_beyond_the_last_is_told_which_there_are(run, small_file, command):
    """Seven events; nothing near is guessed."""
    result = run(*command, "e8", "year:2018", "-f", small_file)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[1:] == ["there are e1 to e7"]
