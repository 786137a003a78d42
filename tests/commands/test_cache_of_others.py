"""Tables and other formats are kept as event files are, with what is told of them."""

import os
from pathlib import Path

import pytest

import timeline
from tests.conftest import TABLE
from timeline.commands.support import ends
from timeline.exchange import formats
from timeline.indexing import kept, snapshot, store

OLD = (10**9, 10**9)

# A file of each format, with an open end where it has one.
OTHERS = {
    "table.csv": TABLE,
    "table.tsv": "date\ttitle\n2019/..\tIt goes on\n5 May 2018\tIt begins\n",
    "rows.json": '[{"day": "2019-05-01", "what": "One", "who": "A"}]',
    "rows.jsonl": '{"day": "2019-05-01", "what": "One"}\n{"day": "soon", "what": "Two"}\n',
    "slides.json": '{"events": [{"start_date": {"year": "2019"}, "text": {"headline": "One"}}]}',
    "notes.mw": "title: Notes\n\n2019-05-01: One\n2020/now: Two\nnow: Three\n",
    "talks.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\n"
    "DTSTART:20190501T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "family.ged": "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Anna /Ek/\n1 BIRT\n"
    "2 DATE ABT 1900\n1 OCCU Smith\n2 DATE FROM 1920\n0 TRLR\n",
    "books.bib": "@book{ek1999, author={Anna Ek}, title={A book}, year={1999}}\n",
    "books.ris": "TY  - BOOK\nAU  - Ek, Anna\nTI  - A book\nPY  - 1999\nER  - \n",
}


@pytest.fixture(name="cache", autouse=True)
def _cache(keeping, monkeypatch):
    """Stand in a folder with a file of each format, all of them old, and have copies kept."""
    monkeypatch.setattr(ends, "do_aside", lambda step: step())
    for name, text in OTHERS.items():
        (keeping / name).write_text(text, encoding="utf-8")
        os.utime(name, OLD)


@pytest.fixture(name="reads")
def _reads(monkeypatch):
    """Return the formats of the files that are really read, in a list that grows."""
    found, usual = [], formats.reader
    monkeypatch.setattr(formats, "reader", lambda name: found.append(name) or usual(name))
    return found


@pytest.fixture(name="ask")
def _ask(run):
    """Run a command, and let it do what it has left until it had answered; return all it said."""

    def ask(*args, **rest):
        result = run(*args, **rest)
        ends.do_what_is_left()
        return result.exit_code, result.stdout, result.stderr

    return ask


@pytest.mark.thorough
@pytest.mark.parametrize("most", [10_000, 0], ids=["snapshot", "index"])
@pytest.mark.parametrize("name", OTHERS)
def test_the_second_time_nothing_is_read(ask, reads, name, most, monkeypatch):
    """All is the same, on any day: events, sources, where they stand, and the remarks."""
    monkeypatch.setattr(kept, "_MOST_READ", most)
    asked = [
        ("list", "-o", "json", "-f", name),
        ("sources", "-f", name, "--unused"),
        ("list", "-f", name, "--today", "2031-01-01", "year:2030"),
    ]
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    without = [ask(*each) for each in asked]
    assert without[0][0] == 0
    monkeypatch.setenv("TIMELINE_CACHE", "on")
    ask("list", "-f", name)
    reads.clear()
    assert [ask(*each) for each in asked] == without
    assert reads == (["markwhen"] if name == "notes.mw" else [])  # of another day


def test_the_remarks_are_told_again(ask):
    """How many were refused and guessed, what the file has decided, and how to learn more."""
    first = ask("list", "-f", "table.csv")
    assert first[2] == (
        "table.csv: dates such as 3/4/2020 are read day first (dmy): '25/5/2018' in line 5 can be"
        " nothing else\n"
        "table.csv: 1 of 8 refused, 3 dropped, 14 guessed: `timeline import table.csv` tells more\n"
        "7 events\n"
    )
    assert ask("list", "-f", "table.csv") == first


def test_they_name_the_file_as_it_is_called_now(ask, tmp_path, monkeypatch):
    """From another folder too."""
    ask("list", "-f", "table.csv")
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    told = ask("show", "war", "-f", "../table.csv")[2]
    assert "`timeline import ../table.csv` tells more" in told
    assert "../table.csv: dates such as" in told


def test_a_table_that_has_changed_is_read(ask):
    """With its remarks."""
    ask("list", "-f", "table.csv")
    Path("table.csv").write_text(TABLE.replace("lost,soon", "lost,2030"), encoding="utf-8")
    for _ in range(2):
        code, lines, told = ask("list", "-f", "table.csv")
        assert (code, "Nobody knows when" in lines, "refused" in told) == (0, True, False)


def test_a_file_of_which_nothing_can_be_read_is_told_each_time(ask):
    """Nothing is kept of it."""
    Path("table.csv").write_text("date,title\nsoon,One\n", encoding="utf-8")
    first = ask("list", "-f", "table.csv")
    assert first[0] == 1
    assert "none of 1 event could be read" in first[2]
    assert ask("list", "-f", "table.csv") == first
    assert not list(store.kept())


def test_standard_input_is_read(ask, reads):
    """What can be read once is kept by nobody."""
    for _ in range(2):
        assert ask("list", "-f", "-", input=TABLE)[0] == 0
    assert reads == ["csv", "csv"]
    assert not list(store.kept())


def test_a_link_with_another_ending_is_read_by_it(ask):
    """What was kept of the file that it leads to says nothing of it."""
    Path("table.csv").write_text("date,title\n2019-05-01,One\n", encoding="utf-8")
    Path("link.mw").symlink_to("table.csv")
    ask("list", "-f", "table.csv")
    other = ask("list", "-f", "link.mw")
    assert other == ask("list", "-f", "link.mw")
    assert "2019-05-01" not in other[1]


def test_what_counts_from_today_is_read_anew_on_another_day(ask):
    """`now` is another day each day."""
    for today in ("2026-11-23", "2026-11-24", "2026-11-23"):
        lines = ask("list", "-f", "notes.mw", "--today", today)[1].splitlines()
        assert lines[-1].startswith(f"{today}\t")


@pytest.mark.parametrize("way", ["off", "settings"])
def test_nothing_is_kept_where_that_is_said(ask, way, monkeypatch):
    """By the environment; by settings beside it, which take away what was kept before."""
    ask("list", "-f", "table.csv")
    assert len(list(store.kept())) == 1
    if way == "off":
        assert ask("cache", "--clear")[0] == 0
        monkeypatch.setenv("TIMELINE_CACHE", "off")
    else:
        Path("timeline.toml").write_text("cache = false\n", encoding="utf-8")
    assert ask("list", "-f", "table.csv")[0] == 0
    assert not list(store.kept())


def test_it_is_shown_among_what_is_kept(ask):
    """With the number of its events."""
    ask("list", "-f", "table.csv")
    assert ask("cache")[1].split("\t")[::3] == ["table.csv", "7\n"]


def test_event_files_and_others_are_each_kept(ask, reads):
    """Of event files that are read together one copy, of each other file its own."""
    Path("one.yaml").write_text("- {date: 2020, title: One, id: one}\n", encoding="utf-8")
    Path("two.jsonl").write_text('{"date": "2021", "title": "Two", "id": "two"}\n', "utf-8")
    named = [word for name in ("two.jsonl", "table.csv", "one.yaml") for word in ("-f", name)]
    ask("list", "-f", "two.jsonl")
    first = ask("list", *named)
    assert len(list(store.kept())) == 3
    reads.clear()
    assert ask("list", *named) == first
    assert reads == []


def test_nobody_asks_what_files_are_that_were_read_together(ask, monkeypatch):
    """They are event files, whatever their names end with, until one of them changes."""
    for name in ("one", "two"):
        line = f'{{"date": "2021", "title": "{name}"}}\n'
        Path(f"{name}.jsonl").write_text(line, encoding="utf-8")
    named = ("-f", "one.jsonl", "-f", "two.jsonl")
    first = ask("list", *named)
    assert first[0] == 0
    with monkeypatch.context() as without:
        without.setattr(formats, "format_of", None)
        assert ask("list", *named) == first
    Path("two.jsonl").write_text('{"day": "2019-05-01", "what": "Another"}\n', encoding="utf-8")
    assert "Another" in ask("list", *named)[1]


def test_whatever_reads_a_format_counts():
    """A copy that was made by another program is none: of each room the modules are looked at."""
    package = Path(timeline.__file__).parent
    rooms = set(snapshot.rooms(str(package), way="csv", is_index=False))
    found = {file.parent.relative_to(package) for file in (package / "exchange").rglob("*.py")}
    assert {each.as_posix() for each in found} <= rooms
    assert {"phrases", "views/parts", "model", "edtf", "files"} <= rooms
