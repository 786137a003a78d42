"""`timeline show`: everything about one event."""

import json


def test_a_unique_part_of_an_id_is_enough(run, small_file):
    """`speaks` is the general's statement: its status, kind, sources and links are shown."""
    text = run("show", "-f", small_file, "speaks").stdout
    for words in (
        "The general claims victory",
        "○ claimed · statement · The south",
        "F reliability cannot be judged",
        "→ follows-from: ",
        "← denied by: 1 Jun 2018 ✕ Rebels deny it",
        "just before  1–9 Apr 2018",
        "just after  1 Jun 2018",
        "[2018-05-21..2018-05-31]",
    ):
        assert words in text


def test_in_a_pipe_no_line_is_broken(run):
    """Each paragraph is one line, however long."""
    text = run("show", "maduro-letter-to-putin-2025").stdout
    assert max(map(len, text.splitlines())) > 200


def test_several_events_are_shown_one_after_another(run, small_file):
    """In the order in which they are named."""
    text = run("show", "-f", small_file, "rebels-deny", "landing").stdout
    assert text.index("Rebels deny it\n") < text.index("The army lands :boom:\n")


def test_a_near_miss_gets_a_suggestion(run, small_file):
    """Exit 2."""
    result = run("show", "-f", small_file, "landign")
    assert result.exit_code == 2
    assert result.stderr == "timeline: no event is called 'landign'\ndid you mean 'landing'?\n"


def test_a_part_of_many_ids_lists_them(run, small_file):
    """Nothing is chosen for the user."""
    result = run("show", "-f", small_file, "el")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "timeline: 'el' may be any of 2 events",
        "  c. 1998  An old quarrel begins  old-quarrel",
        "  1 Jun 2018  Rebels deny it  rebels-deny",
    ]


def test_json_holds_the_event(run, small_file):
    """The same shape as in a list, without a verdict."""
    document = json.loads(run("show", "-f", small_file, "war", "--format", "json").stdout)
    assert [event["id"] for event in document["events"]] == ["war"]
