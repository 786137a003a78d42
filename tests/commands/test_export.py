"""`timeline export`: exactly the selection, whole or not at all, and what is lost is told."""

import json
import stat

import pytest

from tests import databases
from tests.timelines import said
from timeline.commands.export import Target
from timeline.exchange.formats import WRITERS
from timeline.loading import load

FORMATS = [target.value for target in Target]
LOSSLESS = ("yaml", "json")


@pytest.fixture(name="export")
def _export(run, small_file):
    def export(*args, **rest):
        return run("-f", small_file, "export", *args, **rest)

    return export


def test_the_formats_to_choose_from_are_those_with_a_writer():
    """In the order of the help; the table itself is not read for --help."""
    assert list(WRITERS) == FORMATS


@pytest.mark.parametrize("target", FORMATS)
def test_every_format_writes_the_selection_and_counts_it(export, target):
    """Two events are of the general or deny him; no other title is in the file."""
    found = export(target, "general")
    assert found.exit_code == 0, found.stderr
    assert "The general claims victory" in found.stdout
    assert "old quarrel" not in found.stdout
    assert f"{target}: 1 event read, 1 written" in found.stderr


@pytest.mark.parametrize("target", FORMATS)
def test_a_file_is_what_standard_output_would_get(export, target, tmp_path):
    """Byte for byte, in UTF-8; and standard output stays empty."""
    path = tmp_path / "out"
    to_file = export(target, "-o", str(path))
    assert to_file.exit_code == 0, to_file.stderr
    assert to_file.stdout == ""
    assert path.read_bytes() == export(target).stdout_bytes


@pytest.mark.parametrize("target", LOSSLESS)
def test_our_own_formats_load_again_with_nothing_to_report(export, small, target, tmp_path):
    """What is written is what was read."""
    path = tmp_path / f"again.{target}"
    found = export(target, "--strict", "-o", str(path))
    assert found.stderr == f"{path}: 7 events read, 7 written\n"
    again = load.load(str(path))
    assert [said(m.event) for m in again.select()] == [said(m.event) for m in small.select()]
    assert again.actors == small.actors
    assert again.sources == small.sources


def test_strict_writes_nothing_where_something_is_lost(export, tmp_path):
    """JSON Lines have no room for the registries: exit 1, no file, nothing on standard output."""
    path = tmp_path / "events.jsonl"
    found = export("jsonl", "--strict", "-o", str(path))
    assert found.exit_code == 1
    assert "actor kind: JSON Lines has no place for it" in found.stderr
    assert not path.exists()
    assert export("jsonl", "--strict").stdout == ""


def test_what_is_lost_is_also_a_file_for_programs(export, tmp_path):
    """How many were read and written, and every loss with its count and places."""
    path = tmp_path / "lost.json"
    assert export("jsonl", "war", "--report", str(path)).exit_code == 0
    report = json.loads(path.read_text())
    assert (report["read"], report["written"], report["refused"]) == (2, 2, 0)
    losses = {loss["what"]: loss for loss in report["losses"]}
    assert losses["arc title: JSON Lines has no place for it"]["places"] == ["north", "south"]


def test_the_file_that_is_read_is_never_replaced(run, small_file, tmp_path):
    """Not even by way of a link: a part of it would take the place of the whole."""
    link = tmp_path / "link.yaml"
    link.symlink_to(small_file)
    found = run("-f", small_file, "export", "yaml", "war", "-o", str(link))
    assert found.exit_code == 2
    assert "is the file that is read" in found.stderr


def test_maybes_are_marked_or_told(export):
    """The old quarrel of about 1998 is only possibly of 1998; YAML cannot say that, CSV can."""
    assert "that it only possibly answers the query: old-quarrel" in (
        export("yaml", "--year", "1998").stderr
    )
    table = export("csv", "--year", "1998")
    assert "possible,old-quarrel" in table.stdout
    assert "possibly" not in table.stderr


def test_a_database_goes_into_a_file_or_a_pipe(export, tmp_path):
    """Whole, under the one rule of all files; what there is can be asked."""
    path = tmp_path / "events.db"
    found = export("sqlite", "general", "--strict", "-o", str(path))
    assert (found.exit_code, found.stderr) == (0, f"{path}: 1 event read, 1 written\n")
    assert databases.asked(path.read_bytes(), "SELECT id, verdict FROM events") == [
        ("general-speaks", "certain")
    ]
    refused = export("sqlite", "-o", str(path))
    assert (refused.exit_code, "add --force to replace it" in refused.stderr) == (2, True)
    assert export("sqlite", "-o", str(path), "--force").exit_code == 0
    assert databases.asked(path.read_bytes(), "SELECT count(*) FROM events") == [(7,)]
    assert export("sqlite", "-o", "-").stdout_bytes == path.read_bytes()


def test_a_database_is_not_read(run, export, tmp_path):
    """Whoever opens one is told what it is, and what to open instead."""
    path = tmp_path / "events.db"
    export("sqlite", "-o", str(path))
    found = run("-f", str(path), "list")
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.endswith(
        "events.db is an SQLite database\n"
        "name the event file that it was exported from: a database is not read\n"
    )


@pytest.mark.parametrize("name", [(), ("-o", "-"), ("-o", "/dev/stdout"), ("-o", "/dev/fd/2")])
def test_a_terminal_gets_no_database(asked, name):
    """It would obey it: the answer says what to type."""
    opened = asked("export", "sqlite", *name)
    assert opened.ended() == 2
    assert "sqlite is no text: a terminal cannot show it" in opened.shown
    assert "name a file: --output events.sqlite" in opened.shown
    assert "SQLite format 3" not in opened.shown


def test_lanes_may_stand_for_another_value(export):
    """A picture by actor names the actors; a table has no lanes to choose."""
    assert "José Nuño" in export("svg", "--by", "actor").stdout
    refused = export("csv", "--by", "actor")
    assert refused.exit_code == 2
    assert "--by is for html and svg" in refused.stderr


def test_nothing_is_no_file(export, tmp_path):
    """A query without an answer leaves no empty file behind."""
    path = tmp_path / "none.yaml"
    found = export("yaml", "--year", "1850", "-o", str(path))
    assert found.exit_code == 1
    assert found.stderr == "timeline: nothing to export: no event answers the query\n"
    assert not path.exists()


def test_an_unknown_format_is_wrong_use(export):
    """The formats there are, are named."""
    found = export("pdf")
    assert found.exit_code == 2
    assert "markwhen" in found.stderr


def test_a_replaced_file_keeps_its_permissions(export, tmp_path):
    """An export that is made again and again stays as private as it was made."""
    path = tmp_path / "page.html"
    path.write_text("old")
    path.chmod(0o600)
    assert export("html", "-o", str(path), "--force").exit_code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text() != "old"


def test_a_copy_of_an_event_file_is_as_clean_as_the_file(run, tmp_path):
    """Its comments are in it, those that ignore a rule too; a part says what it leaves out."""
    copy = tmp_path / "copy.yaml"
    assert run("export", "yaml", "-o", str(copy)).stderr.count("dropped") == 0
    found = run("check", "--strict", str(copy))
    assert (found.exit_code, found.stdout) == (0, "")
    part = run("export", "yaml", "--year", "2019")
    assert "a comment on what is not exported" in part.stderr
    marked = "# timeline: ignore unsourced: why\n- {date: 2019, title: x}\n"
    source = tmp_path / "f.yaml"
    source.write_text(marked, encoding="utf-8")
    for command in (("export", "yaml"), ("import", str(source))):
        assert "  # timeline: ignore unsourced: why\n" in run("-f", str(source), *command).stdout
    assert "# timeline" in run("-f", "-", "export", "yaml", input=marked).stdout


def test_of_several_files_what_one_head_cannot_say_is_told(run, tmp_path, monkeypatch):
    """The first title and the earliest day are kept; comments of each file have their place."""
    monkeypatch.chdir(tmp_path)
    head = "timeline: {title: One, summary: First., as_of: 2020-01-31}\n"
    (tmp_path / "one.yaml").write_text(f"# of one\n{head}events:\n- {{date: 2019, title: a}}\n")
    other = head.replace("One", "Two").replace("2020", "2021").replace(" summary: First.,", "")
    (tmp_path / "two.yaml").write_text(f"# of two\n{other}events:\n- {{date: 2018, title: b}}\n")
    result = run("-f", "one.yaml", "-f", "two.yaml", "export", "yaml")
    assert "title: One\n  summary: First.\n  as_of: 2020-01-31\n" in result.stdout
    assert result.stdout.count("# of one") == result.stdout.count("# of two") == 1
    assert result.stderr == (
        "yaml: 2 events read, 2 written\n"
        "dropped 1 × timeline title of one of several files, as in 'Two': two.yaml\n"
        "dropped 1 × timeline as_of of one of several files, as in '2021-01-31': two.yaml\n"
    )


@pytest.mark.parametrize("target", ["yaml", "json"])
def test_of_a_part_what_is_left_out_is_told(run, tmp_path, target):
    """The entries that it does not need by their ids, and the comments on them."""
    path = tmp_path / "t.yaml"
    path.write_text(
        "actors:\n"
        "  # the old one\n"
        "  x: {name: Xenia}\n"
        "  y: {name: Yvo}\n"
        "events:\n"
        "- {date: 2019, title: a, actors: [x]}\n"
        "- {date: 2018, title: b, actors: [y]}  # doubtful\n"
    )
    result = run("-f", str(path), "export", target, "id:a-2019")
    assert "Yvo" not in result.stdout
    dropped = ["dropped 1 × actor that no exported event needs: y"]
    if target == "yaml":
        assert "# the old one" in result.stdout
        dropped.append("dropped 1 × a comment on what is not exported: b-2018")
    assert result.stderr.splitlines()[1:] == dropped


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("html out.html", "timeline export html --output out.html"),
        ("markwhen year:2018 a.mw", "timeline export markwhen year:2018 --output a.mw"),
        ("csv /tmp/X.CSV", "timeline export csv --output /tmp/X.CSV"),
    ],
)
def test_a_file_that_is_named_as_a_word_is_told_its_option(run, small_file, line, hint):
    """It is no word to look for."""
    result = run("export", *line.split(), "-f", str(small_file))
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"to write a file: {hint}".replace(
        "timeline ", f"timeline -f {small_file} "
    )
