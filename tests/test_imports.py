"""Start-up is what people feel: nothing heavy is imported by a command that does not use it.

Imports are counted, not seconds: `bench/start.py` measures, and this holds what makes it quick.
"""

import os
import subprocess
import sys

import pytest

from bench.start import TABS
from tests.walk import everything

HEAVY = {"dateutil", "msgspec", "rich", "textual", "yaml"}

# A program that runs the command and prints, last, which packages it has imported.
RUN = """
import sys
from timeline.commands import main
try:
    main()
finally:
    print("\\nimported", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def imported(*arguments: str, **environment: str) -> set[str]:
    """Return the top-level packages that `timeline` with these *arguments* imports."""
    command = [sys.executable, "-c", RUN, *arguments]
    env = {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=env)
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == "imported"
    return set(last[1:])


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), *((name, "--help") for name in sorted(everything()))],
    ids=" ".join,
)
def test_what_only_tells_about_the_program_imports_nothing_heavy(arguments):
    """`--version` and `--help` import no Rich, YAML, msgspec or dateutil."""
    assert not imported(*arguments) & HEAVY


@pytest.mark.parametrize("words", TABS.values(), ids=TABS)
def test_tab_for_what_stands_in_no_file_imports_nothing_heavy(words):
    """It tells about the program: a person waits for it in the middle of a line."""
    assert not imported("80", *words, _TIMELINE_COMPLETE="zsh") & HEAVY


@pytest.mark.parametrize("command", ["list", "chart", "actors"])
def test_lines_in_a_pipe_need_no_rich(command):
    """It is there for pages, and takes a third of the time of one."""
    assert "rich" not in imported(command)
    assert "rich" in imported(command, "--format", "table")


@pytest.mark.parametrize("command", ["list", "actors", "sources", "chart"])
def test_lines_in_a_pipe_need_no_other_form(command):
    """What makes a CSV file is there for those who ask for one."""
    assert "csv" not in imported(command)
    assert "csv" in imported(command, "--format", "csv")


def test_json_is_checked_without_yaml(tmp_path):
    """Nor is anything found in it placed with its help."""
    (tmp_path / "f.jsonl").write_text('{"date": "2019", "title": "T", "sources": []}\n')
    assert "yaml" not in imported("check", str(tmp_path / "f.jsonl"))


@pytest.mark.parametrize("cache", ["on", "off"])
def test_a_small_file_needs_no_database(tmp_path, cache):
    """An index is there for many events."""
    home = str(tmp_path)
    assert "sqlite3" not in imported("list", TIMELINE_CACHE=cache, XDG_CACHE_HOME=home)


@pytest.mark.parametrize(
    "arguments",
    [(), ("list",), ("list", "--year", "2019"), ("list", "--since", "2025-08"), ("actors",)],
    ids=lambda arguments: " ".join(arguments) or "overview",
)
def test_dates_that_are_edtf_need_no_dateutil(arguments):
    """Only a phrase that dateutil reads imports dateutil."""
    assert "dateutil" not in imported(*arguments)


@pytest.mark.parametrize("form", ["--bibtex", "--ris", "--csl"])
def test_a_bibliography_is_written_without_what_reads_one(form):
    """The parsers of BibTeX and RIS are there for `import` alone."""
    assert not {"bibtexparser", "rispy"} & imported("cite", form)


@pytest.mark.parametrize("arguments", [(), ("list",), ("config",)], ids=str)
def test_settings_that_are_not_there_need_no_toml(arguments):
    """Its reader is for those who have set something."""
    assert "tomllib" not in imported(*arguments)


@pytest.mark.parametrize("arguments", [(), ("list", "-o", "table"), ("thread", "--all")], ids=str)
def test_pages_need_no_textual(arguments):
    """It is there for the screen of `explore` alone, and takes longer than all the rest."""
    assert "textual" not in imported(*arguments)


def test_the_watch_would_see_a_heavy_import():
    """What a command does use is seen here, so that the other tests can fail."""
    assert {"yaml", "msgspec"} <= imported("list")
    assert "dateutil" in imported("list", "--since", "26 October 2025")
