"""Words that were probably meant as a date or a file: the answer stands, and a remark beside it."""

import pytest

from timeline.commands.support.options import Format


def test_a_word_that_is_a_date_says_how_to_ask_for_it(run, small_file):
    """`list 2018` seeks the word; five events are of that year."""
    result = run("list", "-f", small_file, "2018")
    command = f"timeline -f {small_file} list year:2018"
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == (
        f"'2018' is sought as a word; {command} finds 4 events"
    )
    assert "date:2018-06-01 finds 2 events" in run("list", "-f", small_file, "2018-06-01").stderr


@pytest.mark.parametrize("asked", ["1850", "war", "'2018 war'", "not 2018", "title:2018", "20180"])
def test_what_is_no_date_with_events_is_not_remarked_upon(run, small_file, asked):
    """No event is of 1850; and nobody is told what they did not ask."""
    assert "sought as a word" not in run("list", "-f", small_file, asked).stderr


def test_a_glued_option_that_leaves_nothing_out_is_told(run, small_file):
    """`-aunion` is `not aunion`, which no event has; `-army` leaves some out."""
    assert run("list", "-f", small_file, "-aunion").stderr.splitlines()[-1] == (
        "no event has 'aunion', and nothing is left out; for the option write -a union"
    )
    assert "option" not in run("list", "-f", small_file, "-army").stderr
    assert "option" not in run("list", "-f", small_file, "-zzz").stderr


def test_a_year_before_1_is_no_word_that_is_left_out(run, tmp_path):
    """`list -0043` asks for no word; -2018 is a year of which there is nothing."""
    path = tmp_path / "old.yaml"
    path.write_text("- {date: -0043-03-15, title: Ides}\n- {date: 2018, title: x}\n")
    said = run("list", "-f", str(path), "-0043").stderr.splitlines()[-1]
    assert said == (
        f"'-0043' is sought as a word; timeline -f {path} list year:-0043 finds 1 event"
    )
    assert "sought" not in run("list", "-f", str(path), "-2018").stderr


def test_data_has_no_remarks(run, small_file):
    """Programs read it."""
    for form in (Format.json, Format.jsonl, Format.csv):
        assert run("list", "-f", small_file, "2018", "-o", form).stderr == ""


def test_a_word_that_is_a_file_says_how_to_read_it(run, tmp_path, monkeypatch):
    """`timeline list mine.yaml` is told of -f."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my file.yaml").write_text("- {date: 2019, title: x}\n")
    listed = run("list", '"my file.yaml"').stderr.splitlines()
    assert listed[-1] == (
        "'my file.yaml' is sought as a word; to read the file: timeline -f 'my file.yaml' list"
    )


NINES = "9" * 5000


@pytest.mark.parametrize(
    "args",
    [
        ("list", f"sources>={NINES}"),
        ("list", f"links<={NINES}"),
        ("list", f"year:{NINES}"),
        ("list", f"year:Y{NINES}"),
        ("list", f"before:Y-{NINES}"),
        ("list", f"known:..{NINES} BC"),
        ("list", f"year:'last {NINES} days'"),
        ("list", f"credibility<={NINES}"),
        ("list", "--year", f"{NINES}th century"),
        ("list", f"-n{NINES}"),
        ("list", "-n", NINES),
        ("list", NINES),
        ("list", "=" * 9000),
        ("list", "*" * 9000),
        ("list", "'" * 9000),
        ("list", "‘ " * 4000),
        ("list", "-" * 90 + "war"),
        ("list", "!" * 9000 + "war"),
        ("list", "war|" * 2000 + "war"),
        ("around", NINES),
        ("around", "2019", "--within", f"{NINES}d"),
        ("on", NINES),
        ("on", f"{NINES}-{NINES}"),
        ("chart", "--from", NINES),
        ("thread", "war", "--depth", NINES),
        ("list", "--today", NINES),
    ],
    ids=lambda args: " ".join(args)[:20],
)
def test_whatever_is_huge_is_answered_or_refused(run, small_file, args):
    """No traceback, and no line that is longer than what may be typed."""
    result = run(args[0], "-f", small_file, *args[1:])
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert max(map(len, result.stderr.splitlines()), default=0) < 11_000  # at most the query
