"""`timeline compare`: two questions, side by side in every form."""

import json

import pytest

ASSAD = (
    "compare",
    "arc:syria-assad",
    "arc:caribbean-2025",
    "--align",
    "fall-of-assad-government-2024",
    "washington-post-reports-maduro-letter-2025",
)


def test_the_last_weeks_of_assad_beside_the_autumn_of_maduro(run):
    """Days from the facts: counted to 8 December 2024, and to 31 October 2025."""
    lines = [line.split("\t") for line in run(*ASSAD).stdout.splitlines()]
    days = {line[7]: (line[0], line[1]) for line in lines}
    assert days["syrian-rebel-offensive-begins-2024"] == ("-11", "A")
    assert days["rebels-take-hama-2024"] == ("-3", "A")
    assert days["fall-of-assad-government-2024"] == ("0", "A")
    assert days["first-us-boat-strike-2025"] == ("-59", "B")
    assert days["uss-ford-enters-caribbean-sea-2025"] == ("16", "B")
    assert days["us-caribbean-deployment-begins-2025"] == ("-91..-61", "B")


def test_both_days_0_stand_on_one_line(run):
    """Also the one that is in neither query; the page says so."""
    page = run(*ASSAD, "--within", "90d", "-o", "table", "--width", "112").stdout
    (line,) = [line for line in page.splitlines() if line.lstrip().startswith("T ")][:1]
    assert "Assad's government falls" in line
    assert "Washington Post reports Maduro's letter" in line
    assert "day 0, not in B" in page
    assert "within 90 days of day 0" in page
    assert "T−59" in page
    assert "≈T−91…−61" in page
    assert "rebels attack" in page
    assert "T−5,017" not in page


def test_within_is_told_in_the_counts(run):
    """27 November is 11 days off; of the arc's 16 events, 8 lie within as many, 7 within ten."""
    said = run(*ASSAD, "--within", "11d").stderr
    assert said.startswith("A: 8 of 16 events; B: ")
    assert run(*ASSAD, "--within", "10d").stderr.startswith("A: 7 of 16 events; B: ")


def test_the_heading_says_both_questions_and_what_both_share(run, small_file):
    """In words, each with its count."""
    base = ("compare", "-f", small_file, "union", "rebels", "--since", "2018")
    page = run(*base, "-o", "table", "--width", "112").stdout
    head = page.splitlines()[:6]
    assert head[:2] == ["A small timeline", "since 1 Jan 2018 · 2 events in both"]
    text = " ".join(" ".join(head).split())
    assert "A actor The Union and its members B actor Rebels" in text
    assert "5 events 3 events" in text


def test_options_and_further_words_restrict_both_sides(run, small_file):
    """`--actor`, and a query after A and B."""
    base = ("compare", "-f", small_file, "north", "south")
    by_option = run(*base, "--actor", "army")
    assert [line.split("\t")[6] for line in by_option.stdout.splitlines()] == [
        "war",
        "landing",
        "general-speaks",
        "occupation",
    ]
    assert run(*base, "actor:army").stdout == by_option.stdout
    assert by_option.stderr == "A: 1 event; B: 3 events; no event in both\n"


def test_possible_answers_are_marked_and_can_be_left_out(run, small_file):
    """About 1998 may be 1997."""
    base = ("compare", "-f", small_file, "1998", "north")
    assert run(*base).stdout.splitlines()[0].split("\t")[::7] == ["AB", "possible"]
    assert "≈=" in run(*base, "-o", "table", "--width", "100").stdout
    assert run(*base, "--certain").stderr == "A: 0 events; B: 3 events; no event in both\n"


def test_json_has_both_questions_and_every_event(run, small_file):
    """The same events as JSON Lines, one object a line."""
    base = ("compare", "-f", small_file, "union", "rebels")
    document = json.loads(run(*base, "-o", "json").stdout)
    assert document["a"] == {
        "query": "actor The Union and its members",
        "certain": 6,
        "possible": 0,
        "day_0": None,
    }
    assert (document["b"]["certain"], document["in_both"]) == (4, 3)
    rows = [json.loads(line) for line in run(*base, "-o", "jsonl").stdout.splitlines()]
    assert document["events"] == rows
    assert (rows[0]["sides"], rows[0]["offset"]) == ("AB", None)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (
            ("north", "south", "--within", "90d"),
            2,
            "timeline: --within counts from a day 0\nadd --align EVENT EVENT\n",
        ),
        (("north", "arc:wset"), 2, "no arc is called 'wset'"),
        (("north", "south", "--align", "war", "nobody"), 2, "no event is called 'nobody'"),
        (
            ("north", "south", "--align", "war", "landing", "--within", "soon"),
            2,
            "write 30d, 6w, 3m or 1y",
        ),
        (("1803", "1804"), 0, "No event matches 1803 or 1804.\n"),
        (("north",), 2, "timeline: compare needs B\n"),
        (("north", "south", "-o", "md"), 2, "there are table, json, jsonl and csv"),
    ],
)
def test_what_cannot_be_compared_is_said(run, small_file, args, code, message):
    """What is wrong, and what to write instead; nothing on standard output."""
    result = run("compare", "-f", small_file, *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr


@pytest.mark.parametrize("sides", [("landing", "rebels-deny"), ("e3", "e5")])
def test_two_events_are_no_questions_and_the_way_between_them_is_told(run, small_file, sides):
    """What is printed counts the days from one to the other."""
    result = run("compare", "-f", small_file, *sides)
    line = f"timeline -f {small_file} around landing id:rebels-deny"
    assert result.stderr.splitlines()[1:] == [f"To count the days between the two events: {line}"]
    assert "rebels-deny" in run("around", "-f", small_file, "landing", "id:rebels-deny").stdout


def test_where_a_side_names_no_event_no_way_is_told(run, small_file):
    """Two words that nothing has are questions without an answer."""
    result = run("compare", "-f", small_file, "zzz", "landing")
    assert "To count" not in result.stderr
