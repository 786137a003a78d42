"""`timeline list`: the right events, in the form that fits the place."""

import csv
import json

import pytest


@pytest.fixture(name="small_list")
def _small_list(run, small_file):
    """List the small timeline; return (exit code, lines, remarks)."""

    def small_list(*args):
        result = run("list", "-f", small_file, *args)
        return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()

    return small_list


def _ids(lines):
    return [line.split("\t")[5] for line in lines]


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_what_is_not_known_takes_no_line(run, tmp_path, width):
    """Events with a date and a title alone stand below each other."""
    path = tmp_path / "bare.yaml"
    path.write_text("- {date: 2019-03-02, title: One}\n- {date: 2019-03-03, title: Two}\n")
    page = run("list", "-f", str(path), "-o", "table", "--width", width).stdout
    lines = [line.strip() for line in page.splitlines()]
    at = lines.index("2 Mar  ·  One e1")
    assert lines[at + 1 : at + 3] == ["3 Mar  ·  Two e2", ""]


def test_in_a_pipe_it_is_told_how_many_dates_follow_from_order(run, tmp_path):
    """The cells of a line are as they are: of those that are shown, not of all."""
    path = tmp_path / "bridge.yaml"
    path.write_text(
        "- {id: opens, date: 2019-03-02, title: The bridge opens}\n"
        "- {title: Divers look, links: [after: opens]}\n"
    )
    assert run("list", "-f", str(path)).stderr == "2 events, 1 dated by order alone\n"
    assert run("list", "-f", str(path), "-n", "1").stderr == "1 of 2 events\n"


def test_russia_in_2019(run):
    """The main example: events in order on standard output, their number on the other."""
    result = run("list", "--actor", "russia", "--year", "2019")
    days = [line.split("\t")[0] for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert days == sorted(days)
    assert days[0] == "2019-01-23"
    assert all(day.startswith("2019-") for day in days)
    assert result.stderr == f"{len(days)} events\n"


def test_a_page_has_a_heading_years_and_a_legend(run, small_file):
    """With `--format table` a pipe gets the page that a terminal gets."""
    result = run("list", "-f", small_file, "--since", "aug 2018", "--format", "table")
    lines = result.stdout.splitlines()
    assert lines[:2] == ["A small timeline", "since 1 Aug 2018 · 3 events"]
    assert result.stderr == ""


def test_maybes_are_counted_apart_and_can_be_left_out(small_list):
    """About 1998 may be 1997; `--certain` leaves it out."""
    assert small_list("--year", "1998..2018")[2] == ["4 events (+1 possibly)"]
    assert small_list("--year", "1998")[2] == ["0 events (+1 possibly)"]
    assert small_list("--year", "1998", "--certain")[1] == []


def test_reverse_is_exactly_the_opposite_order(small_list):
    """Newest first."""
    assert _ids(small_list("-r")[1]) == _ids(small_list()[1])[::-1]


def test_a_limit_says_how_many_there_are(small_list):
    """Two of seven."""
    _, lines, remarks = small_list("--limit", "2")
    assert _ids(lines) == ["old-quarrel", "war"]
    assert remarks == ["2 of 7 events"]


def test_words_are_sought(small_list):
    """Every word must be found."""
    assert _ids(small_list("rebels", "union")[1]) == ["old-quarrel", "war", "some-year"]


def test_json_is_one_document_and_has_what_the_lines_have(small_list):
    """The same events, in the same order."""
    document = json.loads("\n".join(small_list("--format", "json", "--year", "2018")[1]))
    assert [event["id"] for event in document["events"]] == _ids(small_list("-y", "2018")[1])
    assert (document["certain"], document["possible"], document["query"]) == (4, 0, "2018")


def test_jsonl_is_an_object_a_line(small_list):
    """No remark is needed beside it."""
    code, lines, remarks = small_list("--format", "jsonl")
    assert (code, remarks) == (0, [])
    assert [json.loads(line)["id"] for line in lines] == _ids(small_list()[1])


@pytest.mark.parametrize(
    ("args", "remarks"),
    [
        (
            ("--year", "2005"),
            ["No event matches 2005.", "There are events in 1997–1999 and 2018–2020."],
        ),
        (
            ("--actor", "general", "--year", "2019"),
            ["No event matches actor José Nuño · 2019.", "There are events in 2018."],
        ),
        (("nowhere",), ["No event matches “nowhere”."]),
    ],
)
def test_nothing_found_is_said_in_a_sentence(small_list, args, remarks):
    """With the years that have some events, the other conditions kept."""
    assert small_list(*args) == (0, [], remarks)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--actor", "unoin"), "timeline: no actor is called 'unoin'\ndid you mean 'union'?\n"),
        (("--arc", "norht"), "timeline: no arc is called 'norht'\ndid you mean 'north'?\n"),
        (("--tag", "peace"), "timeline: no tag is called 'peace'\nthere is war\n"),
        (
            ("--status", "confrmed"),
            "timeline: no status is called 'confrmed'\ndid you mean 'confirmed'?\n",
        ),
        (
            ("--year", "2019-20"),
            (
                "timeline: this reads as month 20, and there is none (character 6 of '2019-20')\n"
                "write 2019/2020 for the years\n"
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_nearest(run, small_file, args, message):
    """Exit 2: wrong use, and what to write instead."""
    result = run("list", "-f", small_file, *args)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_options_may_stand_before_the_command(run, small_file):
    """`timeline -f FILE list` is `timeline list -f FILE`."""
    before = run("-f", small_file, "--format", "jsonl", "list")
    assert before.stdout == run("list", "-f", small_file, "--format", "jsonl").stdout != ""


def test_the_file_may_be_named_in_the_environment(run, small_file, monkeypatch):
    """TIMELINE_FILE stands in for --file, which counts more."""
    monkeypatch.setenv("TIMELINE_FILE", small_file)
    assert "old-quarrel" in run("list").stdout
    assert "old-quarrel" not in run("list", "-f", "events.yaml").stdout


def test_standard_input_is_a_file(run):
    """`-f -` reads what is piped in."""
    result = run("list", "-f", "-", input="- {date: 2019, title: Piped}\n")
    assert result.stdout.startswith("2019\t\tPiped\t")


def test_several_files_are_one_timeline(run, small_file, tmp_path):
    """`-f` may be given again."""
    other = tmp_path / "other.yaml"
    other.write_text("events: [{date: 2018-04, title: Another}]\n")
    result = run("list", "-f", small_file, "-f", str(other), "--year", "2018")
    assert "another-2018" in _ids(result.stdout.splitlines())


def test_today_can_be_set(run, small_file):
    """What `last year` means depends on it, and nothing else."""
    said = run("list", "-f", small_file, "--today", "2019-07-01", "--year", "last year")
    assert _ids(said.stdout.splitlines()) == [
        "war",
        "landing",
        "general-speaks",
        "rebels-deny",
    ]


def test_a_broken_file_is_reported_with_its_place(run, tmp_path):
    """Exit 1, the line, a caret, and nothing on standard output."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("- date: 2019-13\n  title: x\n  sumary: y\n")
    result = run("list", "-f", str(broken))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{broken}:1:14: not a date: " in result.stderr
    assert f"{broken}:3:3: unknown key 'sumary' in an event" in result.stderr
    assert "did you mean 'summary'?" in result.stderr


def test_by_known_orders_by_first_report(small_list):
    """The Gazette of 2 March 2018 first; rumours without a date last; limit and reverse after."""
    ids = [line.split("\t")[6] for line in small_list("--by", "known")[1]]
    assert ids[-2:] == ["old-quarrel", "general-speaks"]
    assert ids[:2] == ["war", "landing"]
    last = [line.split("\t")[6] for line in small_list("--by", "known", "-r", "-n", "2")[1]]
    assert last == ids[::-1][:2]


def test_by_known_says_how_long_it_took(run, small_file):
    """In words on the page, in days as data."""
    page = run("list", "-f", small_file, "--by", "known", "status:denied", "-o", "table").stdout
    assert "1 Jun 2018 · told 91 days before" in page
    asked = ("list", "-f", small_file, "--by", "known", "status:denied", "-o")
    data = json.loads(run(*asked, "jsonl").stdout)
    assert data["lag_days"] == {"least": -91, "most": -91, "certain": True}
    assert json.loads(run(*asked, "json").stdout)["events"] == [data]
    (row,) = csv.DictReader(run(*asked, "csv").stdout.splitlines())
    assert (row["known"], row["least_days"], row["most_days"]) == ("2018-03-02", "-91", "-91")


def test_of_a_file_without_events_no_question_is_to_blame(run, tmp_path):
    """Whatever was asked."""
    (tmp_path / "f.yaml").write_text("events: []\n")
    result = run("list", "-f", str(tmp_path / "f.yaml"), "coal")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "This timeline has no events.\n"
