"""`timeline config`, and what settings do to commands: an option, the environment, a file."""

import pytest

from timeline import settings

MINE = "- {date: 2019-05-02, title: The bridge opens — again and with a crowd, actors: [City]}\n"


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand in a folder below one that may have settings, and has a file of events."""
    (tmp_path / "a").mkdir()
    (tmp_path / "war.yaml").write_text(MINE)
    monkeypatch.chdir(tmp_path / "a")
    return tmp_path


def test_it_shows_where_settings_are_what_is_set_and_by_what(run, folder, monkeypatch):
    """In a pipe a line each, with tabs."""
    text = "default_file = 'war.yaml'\nwidth = 60\nascii = true\n[queries]\ncity = 'actor:city'\n"
    (folder / "timeline.toml").write_text(text)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PAGER", "more")
    result = run("--width", "90", "config")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "here\t../timeline.toml\t",
        "yours\t/no/settings/timeline/timeline.toml\tthere is none",
        "file\t../war.yaml\tdefault_file",
        "default_file\twar.yaml\t../timeline.toml:1",
        "width\t90\t--width",
        "color\t1\tNO_COLOR",
        "ascii\ttrue\t../timeline.toml:3",
        "brief\t\tnot set: a line for each event on a page",
        "deduce\t\tnot set: questions count what is known of order",
        "pager\tmore\tPAGER",
        "cache\toff\tTIMELINE_CACHE",
        "@city\tactor:city\t../timeline.toml:5",
    ]


def test_where_nothing_is_set_it_says_what_may_be(run):
    """Each key with what it is."""
    lines = run("config").stdout.splitlines()
    assert lines[0] == "here\ttimeline.toml\tthere is none here or above"
    assert lines[2].startswith("file\t/")
    assert "width\t\tnot set: cells of a line of a page" in lines


def test_the_default_file_is_read_where_none_is_near(run, folder):
    """It is said which; a file that is near comes first, and one that is named before it."""
    (folder / "timeline.toml").write_text("default_file = 'war.yaml'\n")
    result = run("list")
    assert result.stdout.startswith("2019-05-02")
    assert result.stderr == "the file is ../war.yaml\n1 event\n"
    assert run("check").stderr.startswith("the file is ../war.yaml\n")
    (folder / "events.yaml").write_text("- {date: 2020, title: Near}\n")
    assert run("list").stdout.startswith("2020\t")


def test_a_page_is_as_it_is_set(run, folder, monkeypatch):
    """As wide, in ASCII, with colours; the environment comes first, and an option before it."""
    (folder / "timeline.toml").write_text("width = 40\nascii = true\ncolor = 'always'\n")
    page = ("list", "-f", "../war.yaml", "--format", "table")
    assert "2 May  -  The bridge opens" in run(*page).stdout
    assert "\x1b[" in run(*page).stdout
    assert "\x1b[" not in run(*page, "--color", "never").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(*page).stdout
    narrow, wide = run(*page).stdout, run(*page, "--width", "100").stdout
    assert max(map(len, narrow.splitlines())) <= 40 < max(map(len, wide.splitlines()))
    monkeypatch.setenv("COLUMNS", "90")
    assert max(map(len, run(*page).stdout.splitlines())) > 40


_UNDONE = {
    "default_file": ("'../other.yaml'", ("-f", "../war.yaml")),
    "width": ("40", ("--width", "80")),
    "color": ("'always'", ("--color", "auto")),
    "ascii": ("true", ("--no-ascii",)),
    "brief": ("true", ("--no-brief",)),
}
"""What is set → a value of it, and the option that undoes that."""


@pytest.mark.parametrize("key", _UNDONE)
def test_an_option_undoes_what_is_set(run, folder, key):
    """Each has one; for what counts as known see test_deduce.py, and for the pager there is PAGER.

    That no copy is kept is a promise, which no line breaks.
    """
    assert {*_UNDONE} == {*settings.KEYS} - {"deduce", "pager", "cache"}
    value, option = _UNDONE[key]
    (folder / "other.yaml").write_text("- {date: 1920, title: Another}\n")
    file = () if key == "default_file" else ("-f", "../war.yaml")
    plain = run("list", "-f", "../war.yaml", "--format", "table").stdout
    (folder / "timeline.toml").write_text(f"{key} = {value}\n")
    asked = ("list", "--format", "table", *file)
    assert run(*asked).stdout != plain
    assert run(*asked, *option).stdout == plain


def test_what_is_said_of_a_command_comes_before_what_is_said_of_all(run, folder):
    """The last word counts, whatever it is."""
    (folder / "timeline.toml").write_text("ascii = true\n")
    asked = ("-f", "../war.yaml", "--format", "table")
    assert "·" in run("--ascii", "list", "--no-ascii", *asked).stdout
    assert "·" not in run("--no-ascii", "list", "--ascii", *asked).stdout
    assert "ascii\tfalse\t--no-ascii\n" in run("--no-ascii", "config").stdout


def test_lines_in_a_pipe_are_as_they_are(run, folder):
    """Programs read them: neither broken nor coloured, whatever is set."""
    before = run("list", "-f", "../war.yaml").stdout
    (folder / "timeline.toml").write_text("width = 20\ncolor = 'always'\n")
    assert run("list", "-f", "../war.yaml").stdout == before


def test_settings_with_a_fault_are_told(run, folder):
    """By every command that reads them, with the line; `config` too."""
    (folder / "timeline.toml").write_text("widht = 40\n")
    for args in (("list",), ("config",), ("list", "-f", "../war.yaml")):
        result = run(*args)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == (
            "timeline: ../timeline.toml:1: no key is called 'widht'\ndid you mean 'width'?\n"
        )
    assert run("--help").exit_code == 0
