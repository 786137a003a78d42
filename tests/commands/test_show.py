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
    """An id that nobody has is wrong use, with the one that is most like it."""
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


def test_accounts_stand_under_each_other(run, tmp_path):
    """Each is a sentence: whose it is, what they say, on which side, since when, on whose word."""
    path = tmp_path / "bridge.yaml"
    path.write_text(
        "actors: {mayor: {name: The mayor}, union: {name: The union}}\n"
        "events:\n"
        "  - id: closed\n"
        "    date: 2019\n"
        "    title: The bridge is closed\n"
        "    by: [mayor]\n"
        "    sources: [gazette]\n"
        "    accounts:\n"
        "      - {by: [mayor], says: It was closed in time., sources: [gazette]}\n"
        "      - {by: [union], date: 2019-03-02, stance: denies, says: Nobody closed it.}\n",
        encoding="utf-8",
    )
    page = run("show", "closed", "-f", str(path), "--format", "table", "--width", "80").stdout
    assert (
        "           by  The mayor\n"
        "     accounts  The mayor: It was closed in time. [gazette]\n"
        "               The union: Nobody closed it. (denies, 2 Mar 2019)\n"
    ) in page
    told = run("show", "closed", "-f", str(path), "--format", "md").stdout
    assert "It was closed in time. \\[gazette\\]; The union: Nobody closed it." in told


def test_what_became_of_evidence_is_told_by_diff(run, tmp_path):
    """Names for ids; an account by whose it is; another voice, and whose account it tells."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    head = "actors: {mayor: {name: The mayor}, union: {name: The union}}\n"
    event = "events:\n  - {id: closed, date: 2019, title: a, sources: [{source: s%s}]%s}\n"
    account = ", accounts: [{by: [union], says: %s}]"
    old.write_text(
        f"{head}sources: {{s: {{publisher: S}}}}\n" + event % ("", account % "Nobody closed it."),
        encoding="utf-8",
    )
    new.write_text(
        f"{head}sources: {{s: {{publisher: S, of: [mayor], firsthand: yes}}}}\n"
        + event % (", stance: denies, relays: [AP]", account % "It is open." + ", by: [mayor]"),
        encoding="utf-8",
    )
    told = run("diff", str(old), str(new), "--format", "md").stdout
    for line in (
        "- by added: The mayor",
        "- stance of S added: denies",
        "- relays of S added: AP",
        "- account of The union: Nobody closed it. → It is open.",
        "- voice of added: The mayor",
        "- firsthand added: yes",
    ):
        assert line in told
