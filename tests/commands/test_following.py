"""`timeline around`, `on`, `gaps`, `why`: answers in every form, and refusals."""

import csv
import json

import pytest

from timeline.commands.support.options import Format


@pytest.fixture(name="ask")
def _ask(run, small_file):
    """Ask a command of the small timeline; return (exit code, lines, remarks)."""

    def ask(command, *args):
        result = run(command, "-f", small_file, *args)
        return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()

    return ask


def _cells(lines, *places):
    return [tuple(line.split("\t")[place] for place in places) for line in lines]


def test_around_a_date_in_a_pipe(ask):
    """Words, least and most days, then the cells of a list; the count on the other stream."""
    code, lines, remarks = ask("around", "2018-06-01", "--within", "30d")
    assert code == 0
    assert _cells(lines, 0, 1, 2, 8) == [
        ("going on", "0", "0", "war"),
        ("≈1–11 days before", "-11", "-1", "general-speaks"),
        ("same day", "0", "0", "rebels-deny"),
    ]
    assert remarks == ["around 1 Jun 2018, within 30 days: 3 events"]


def test_around_an_event_marks_it_and_the_query_does_not_concern_it(ask):
    """The denial is no event of the army, and stands there as the centre."""
    _, lines, remarks = ask("around", "rebels-deny", "actor:=army", "-n", "1")
    assert _cells(lines, 0, 8) == [
        ("going on", "war"),
        ("≈53–61 days before", "landing"),
        ("centre", "rebels-deny"),
        ("≈245–272 days after", "occupation"),
    ]
    assert remarks == ["around 1 Jun 2018: 3 events"]


def test_around_as_json_and_json_lines(ask):
    """What was found, how far away, around what."""
    _, lines, _ = ask("around", "deny", "--within", "2w", "--format", "json")
    document = json.loads("\n".join(lines))
    assert document["around"] == {
        "event": "rebels-deny",
        "date": "2018-06-01",
        "first": "2018-06-01",
        "last": "2018-06-01",
    }
    assert (document["found"], document["certain"], document["possible"]) == (2, 2, 0)
    rows = [json.loads(line) for line in ask("around", "deny", "--within", "2w", "-o", "jsonl")[1]]
    assert rows == document["events"]
    assert [(row["id"], row["where"], row["days"], row["sure"]) for row in rows] == [
        ("war", "going on", [0, 0], True),
        ("general-speaks", "before", [-11, -1], True),
        ("rebels-deny", "centre", [0, 0], True),
    ]


def test_a_page_around_a_date_has_the_date_in_its_place(ask):
    """Marked, between what was before and what was after."""
    _, lines, _ = ask("around", "2018-06-03", "--format", "table", "--width", "80")
    assert lines[:2] == ["A small timeline", "around 3 Jun 2018 · 7 events"]
    [at] = [number for number, line in enumerate(lines) if line.startswith("▸")]
    assert "3 Jun 2018" in lines[at]
    assert any("2 days before" in line for line in lines[:at])
    assert any("≈243–270 days" in line for line in lines[at:])


def test_nothing_near_is_said(ask):
    """With what was sought."""
    assert ask("around", "1900", "tag:war", "--within", "1y") == (
        0,
        [],
        ["No event of tag war lies around 1900, within 1 year."],
    )


def test_on_a_day_in_a_pipe(ask):
    """Year and role, then the cells of a list; the query may follow the day."""
    assert _cells(ask("on", "06-01")[1], 0, 1, 7) == [("2018", "on", "rebels-deny")]
    assert ask("on", "1", "june", "rebels") == ask("on", "june 1", "rebels")
    assert ask("on", "06-01", "tag:war")[1:] == (
        [],
        ["No event of tag war is known to be of 1 Jun."],
    )
    assert _cells(ask("on", "01-05")[1], 0, 1, 7) == [("2019", "ends", "war")]
    assert _cells(ask("on", "05-25")[1], 0, 1, 7, 8) == [
        ("2018", "on", "general-speaks", "possible")
    ]
    assert ask("on", "05-25", "--certain")[1] == []


def test_a_year_is_not_dropped_without_a_word(ask):
    """The day of every year is shown; how to ask for that one alone is said."""
    code, lines, remarks = ask("on", "2018-06-01")
    assert (code, lines) == (0, ask("on", "06-01")[1])
    assert remarks[0].startswith("1 Jun of every year; that one alone: timeline ")
    assert remarks[0].endswith(" list on:2018-06-01")
    assert ask("on", "1", "june", "2018")[2][0].endswith(" list 'on:\"1 june 2018\"'")
    assert not any("every year" in remark for remark in ask("on", "today")[2])


@pytest.mark.parametrize(
    "words", [("2018-06",), ("last", "week"), ("early", "may", "2018"), ("2018-06-01T09:00",)]
)
def test_what_is_no_day_is_not_sought_as_words(ask, words):
    """A month, a span, a time of day: refused, never an answer about today."""
    code, lines, remarks = ask("on", *words)
    assert (code, lines) == (2, [])
    assert remarks[0] == f"timeline: '{' '.join(words)}' is not a day of the year"


def test_without_a_day_it_is_today(ask):
    """And all words are the query."""
    lines = ask("on", "--today", "2020-06-01")[1]
    assert lines == ask("on", "today", "--today", "2020-06-01")[1] == ask("on", "06-01")[1]
    assert ask("on", "rebels", "--today", "2020-06-01")[1] == lines
    assert ask("on", "army", "--today", "2020-06-01")[1] == []


def test_a_page_of_a_day_says_how_long_ago(ask):
    """From 23 November 2026, eight years; the end of a span is called so."""
    text = "\n".join(ask("on", "06-01", "--format", "table")[1])
    assert text.startswith("A small timeline\non 1 Jun · 1 event\n")
    assert "8 years ago" in text
    assert "7 years ago, ended" in " ".join(" ".join(ask("on", "01-05", "-o", "table")[1]).split())


def test_on_as_json(ask):
    """The day, and each event with its year."""
    document = json.loads("\n".join(ask("on", "1 jun", "--format", "json")[1]))
    assert (document["day"], document["found"]) == ("06-01", 1)
    assert [(row["id"], row["year"], row["role"]) for row in document["events"]] == [
        ("rebels-deny", 2018, "on")
    ]


def test_gaps_in_a_pipe(ask):
    """From about 1998, which may be 1999, to March 2018; the war is over before nothing else."""
    _, lines, remarks = ask("gaps")
    assert _cells(lines, 0, 1, 3, 4, 5, 6)[0] == (
        "2000-01-01",
        "2018-02-28",
        "certain",
        "old-quarrel",
        "war",
        "",
    )
    assert _cells(lines, 2)[0] == ("6634",)
    assert remarks == ["7 events", *remarks[1:]]


def test_gaps_between_beginnings(ask):
    """From the denial on 1 June to the year 2019 nothing began."""
    lines = ask("gaps", "--starts", "-n", "2", "-y", "2018..2019")[1]
    assert ("2018-06-02", "2018-12-31", "213", "certain") in _cells(lines, 0, 1, 2, 3)
    # Up to 27 February, if the treaty was drafted later, and the harbour taken on the 28th.
    possible = ("2018-06-02", "2019-02-27", "possible", "some-year; occupation")
    assert possible in _cells(lines, 0, 1, 3, 6)


def test_gaps_as_json(ask):
    """Silences with the events on both sides whole."""
    document = json.loads("\n".join(ask("gaps", "-n", "1", "--format", "json")[1]))
    first = document["silences"][0]
    assert (first["days"], first["before"]["id"], first["after"]["id"]) == (
        6634,
        "old-quarrel",
        "war",
    )


def test_what_goes_on_for_years_is_remarked_upon(run):
    """The curated timeline has a war and a campaign that leave no silence."""
    remarks = run("gaps").stderr
    assert "go on for over a year; --starts ignores that" in remarks
    assert "--starts" not in run("gaps", "--starts").stderr


def test_no_silence_is_said(ask):
    """One event has none beside it; none at all is said as everywhere."""
    assert ask("gaps", "id:war")[2] == ["There is no silence between these events."]
    assert ask("gaps", "-y", "2005")[2][0] == "No event matches 2005."


def test_why_in_a_pipe(ask):
    """The tree, a term a line: answer, term, what decided it; options are terms too."""
    code, lines, remarks = ask("why", "landing", "since:2018-04-05 not tag:war", "-a", "army")
    assert (code, remarks) == (0, ["no"])
    doubt = "some day between 1 and 9 Apr 2018: may be over before 5 Apr 2018"
    assert lines == [
        "no\tall of\t",
        "yes\t├ actor:army\thas Army of the Union",
        f"maybe\t├ since:2018-04-05\t{doubt}",
        "no\t└ not\t",
        "yes\t  └ tag:war\thas war",
    ]


@pytest.mark.parametrize(
    ("event", "term", "verdict", "because"),
    [
        ("war", "actor:general", "no", "has only The Union, Army of the Union and Rebels"),
        ("war", "status:confirmed", "yes", "is confirmed"),
        ("war", "status:denied", "no", "is confirmed"),
        ("rebels-deny", "tag:war", "no", "has no tag"),
        ("war", "begun", "yes", "in 'It is said to have begun in March.'"),
        ("war", "peace", "no", "in none of its texts"),
        ("war", "year:2019", "yes", "Mar 2018 – 5 Jan 2019: reaches into 2019"),
        ("rebels-deny", "year:2018", "yes", "1 Jun 2018: lies in 2018"),
        ("rebels-deny", "year:2019", "no", "1 Jun 2018: is over before 1 Jan 2019"),
        ("rebels-deny", "before:2018", "no", "1 Jun 2018: does not begin by 31 Dec 2017"),
        ("war", "since:2019", "yes", "Mar 2018 – 5 Jan 2019: is not over before 1 Jan 2019"),
        ("war", "until:2018", "yes", "Mar 2018 – 5 Jan 2019: begins by 31 Dec 2018"),
        (
            "old-quarrel",
            "year:1998",
            "maybe",
            "c. 1998 (1997–1999): may begin after 31 Dec 1998 or be over before 1 Jan 1998",
        ),
        ("war", "sources>=2", "yes", "has 2 sources"),
        ("war", "reliability>=A", "maybe", "its sources are graded B and F"),
        (
            "war",
            "known:2018-03-02",
            "maybe",
            "first dated report 2 Mar 2018; an undated one may be earlier",
        ),
    ],
)
def test_what_decided_is_said(ask, event, term, verdict, because):
    """One term alone stands at the top."""
    lines = [line for line in ask("why", event, term)[1] if not line.startswith("narrower")]
    assert lines == [f"{verdict}\t{term}\t{because}"]


def test_why_as_json(ask):
    """The same tree, nested; in JSON Lines with the depth of each term."""
    document = json.loads("\n".join(ask("why", "war", "tag:war", "2019", "-o", "json")[1]))
    assert (document["event"], document["verdict"]) == ("war", "no")
    assert [part["term"] for part in document["reason"]["parts"]] == ["tag:war", "2019"]
    rows = [json.loads(line) for line in ask("why", "war", "tag:war", "2019", "-o", "jsonl")[1]]
    assert [(row["depth"], row["term"]) for row in rows] == [
        (0, "all of"),
        (1, "tag:war"),
        (1, "2019"),
    ]


def test_a_page_of_reasons_answers_in_a_sentence(ask):
    """The event, the answer, the tree with signs and words."""
    text = "\n".join(ask("why", "landing", "tag:war", "actor:rebels", "-o", "table")[1])
    assert "The army lands :boom:" in text
    assert "It does not match because of actor:rebels." in text
    assert "✓ yes   ├ tag:war" in text
    assert "✕ no    └ actor:rebels" in text


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2019-05-03", [" 3 May 2019  ·  one two three four five", f"{' ' * 16}six"]),
        ("2019-05~/2020-11~", [" c. May 2019 – c. Nov 2020  ·  one two", " three four five six"]),
    ],
)
def test_a_long_title_of_reasons_goes_on_below_itself(run, tmp_path, date, lines):
    """Beside the date; where the date leaves less than half of the line, below it."""
    file = tmp_path / "t.yaml"
    file.write_text(f"- {{id: a, date: {date}, title: one two three four five six}}\n")
    page = run("why", "a", "one", "-f", str(file), "-o", "table", "--width", "40").stdout
    assert [line for line in page.splitlines() if line][:2] == lines


@pytest.mark.parametrize("command", [("around", "war"), ("on", "06-01"), ("gaps",)])
def test_csv_has_a_column_for_each_cell(ask, command):
    """A header, and as many rows as there are lines in a pipe."""
    rows = list(csv.reader(ask(*command, "--format", "csv")[1]))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) - 1 == len(ask(*command)[1])


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize(
    "command", [("around", "war", "nowhere"), ("on", "02-29"), ("gaps", "nowhere")]
)
def test_nothing_found_is_no_failure(ask, command, format_):
    """In every form that there is, an empty answer."""
    code, _, remarks = ask(*command, "--format", format_)
    refused = format_ is Format.md and command[0] == "gaps"
    assert code == (2 if refused else 0), remarks


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("around", "2019", "--within", "3x"),
            "'3x' is no length of time\nwrite 30d, 6w, 3m or 1y",
        ),
        (
            ("around", "landign"),
            "'landign' is no event, and cannot be read as a date\ndid you mean 'landing'?",
        ),
        (("on", "02-30"), "'02-30' is not a day of the year\nwrite 03-23, '23 mar' or today"),
        (("gaps", "-a", "unoin"), "no actor is called 'unoin'\ndid you mean 'union'?"),
        (
            ("why", "war"),
            (
                "there is no query to explain\n"
                "write terms after the event: timeline -f FILE why war year:2019"
            ),
        ),
        (("why", "wra", "tag:war"), "no event is called 'wra'\ndid you mean 'war'?"),
    ],
)
def test_what_cannot_be_is_refused(run, small_file, args, message):
    """Exit 2: wrong use, and what to write instead."""
    command, *rest = args
    result = run(command, "-f", small_file, *rest)
    said = result.stderr.replace(small_file, "FILE")
    assert (result.exit_code, result.stdout, said) == (2, "", f"timeline: {message}\n")


@pytest.mark.parametrize("width", [60, 100])
def test_the_page_of_a_day_looks_as_it_was_accepted(run, small_file, golden, width):
    """The denial is of that day; the war, whose first day is unknown, never claims one."""
    page = run("on", "06-01", "-f", small_file, "-o", "table", "--width", str(width)).stdout
    golden(f"on-{width}.txt", page)


def test_why_keeps_to_ascii_when_asked(run, small_file):
    """The dashes and arrows of dates, and quotation marks, have plainer forms."""
    query = "year:2018 or title:war or since:2020-07"
    for name in ("war", "occupation"):
        text = run("why", name, query, "-f", small_file, "--ascii", "-o", "table").stdout
        assert text.isascii(), text
