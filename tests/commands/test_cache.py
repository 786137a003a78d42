"""`timeline cache`, and that every command says the same with copies of files and without."""

import os
import subprocess
import sys

import pytest

from tests.conftest import SMALL, TABLE
from tests.test_imports import RUN
from tests.walk import WALK, line
from timeline.commands.support import ends
from timeline.exchange import formats
from timeline.indexing import kept as indexing
from timeline.indexing import store
from timeline.loading import load
from timeline.model import timeline as model

FORMS = ((), ("-o", "table"), ("-o", "json"), ("-o", "jsonl"), ("-o", "csv"), ("-o", "md"))


@pytest.fixture(name="cache", autouse=True)
def _cache(keeping):
    """Stand in a folder with a file that has settled, and have copies kept in another."""
    (keeping / "small.yaml").write_text(SMALL, encoding="utf-8")
    (keeping / "table.csv").write_text(TABLE, encoding="utf-8")
    return keeping / "cache" / "timeline"


@pytest.fixture(name="kind", params=["snapshot", "index"])
def _kind(request, monkeypatch):
    """Keep copies as of a small file, or as of a large one: either way the same."""
    if request.param == "index":
        monkeypatch.setattr(indexing, "_MOST_READ", 0)
    return request.param


@pytest.fixture(name="ask")
def _ask(run, kind, monkeypatch):
    """Run a command as `run` does, and let it do what it has left until it had answered."""
    del kind
    monkeypatch.setattr(ends, "do_aside", lambda step: step())

    def ask(*args, **rest):
        result = run(*args, **rest)
        ends.do_what_is_left()
        return result

    return ask


def said(result):
    """Return all that a run leaves."""
    return result.exit_code, result.stdout_bytes, result.stderr


@pytest.mark.parametrize("name", ["small.yaml", "table.csv"])
def test_every_command_says_the_same_with_a_copy_and_without(ask, run, monkeypatch, name):
    """To the byte, in every form that it has, with the remarks on a table; no file is read.

    But for the lines on which sources stand, which no copy has.
    """
    asked = [line(walked, *form) for walked in WALK for form in FORMS]
    asked += [[*each, "--today", "2031-01-01", "--width", "60"] for each in asked[:: len(FORMS)]]
    named = [("--file", name, *each) for each in asked]
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    without = [said(run(*each)) for each in named]
    assert not list(store.kept())
    monkeypatch.setenv("TIMELINE_CACHE", "on")
    ask("list", "--file", name)
    assert len(list(store.kept())) == 1
    placed = ("evidence", "versions", "why")
    told = {each: said(run(*each)) for each in named if set(placed) & set(each)}
    monkeypatch.setattr(load, "examine", None)  # nobody may read it now
    monkeypatch.setattr(formats, "reader", None)
    assert [told.get(each) or said(run(*each)) for each in named] == without


def test_exports_and_several_files_are_the_same(ask, run, tmp_path, monkeypatch):
    """What needs the comments of a file reads it; each file tells its remarks, in their order."""
    (tmp_path / "other.yaml").write_text("- {date: 2020, title: Another, actors: [City]}\n")
    (tmp_path / "other.csv").write_text("date,title\n2019-05-01,One\nsoon,Two\n")
    asked = [
        ("list", "-f", "small.yaml", "-f", "other.yaml"),
        ("list", "-f", "small.yaml", "-f", "table.csv"),
        ("list", "-f", "table.csv", "-f", "other.yaml", "-f", "other.csv", "-f", "small.yaml"),
        ("export", "yaml", "-f", "table.csv", "-f", "small.yaml"),
        ("import", "table.csv"),
        ("export", "csv", "-f", "small.yaml"),
        ("export", "yaml", "-f", "small.yaml"),
        ("check", "small.yaml"),
        ("fmt", "--diff", "small.yaml"),
        ("list", "-f", "small.yaml", "actor:nobody"),
        ("show", "-f", "small.yaml", "nothing"),
    ]
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    without = [said(run(*each)) for each in asked]
    monkeypatch.setenv("TIMELINE_CACHE", "on")
    for _ in range(2):
        assert [said(ask(*each)) for each in asked] == without


def test_it_shows_what_is_kept_and_takes_it_away(ask, cache):
    """A line for each in a pipe, the sum beside it."""
    nothing = ask("cache")
    assert (nothing.stdout, nothing.stderr) == ("", f"nothing is kept in {store.folder()}\n")
    ask("list", "-f", "small.yaml")
    size = f"{sum(path.stat().st_size for path in cache.iterdir()):,}"
    shown = ask("cache")
    name, bytes_, when, events = shown.stdout.removesuffix("\n").split("\t")
    assert (name, bytes_, len(when)) == ("small.yaml", size, len("2026-11-23 10:00"))
    assert events == "7"
    assert shown.stderr == f"1 copy, {size} bytes, in {store.folder()}\n"
    cleared = ask("cache", "--clear")
    assert (cleared.stdout, cleared.stderr) == ("", f"removed {shown.stderr}")
    assert not list(cache.iterdir())


@pytest.mark.parametrize("where", ["here", "beside"])
def test_settings_keep_a_file_out_of_it(ask, tmp_path, where, monkeypatch):
    """In the folder one stands in, or in that of the file; what was kept before goes."""
    ask("list", "-f", str(tmp_path / "small.yaml"))
    assert list(store.kept())
    if where == "beside":
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "timeline.toml").write_text("cache = false\n")
    answer = ask("list", "-f", str(tmp_path / "small.yaml"))
    assert (answer.exit_code, bool(answer.stdout)) == (0, True)
    assert not list(store.kept())


def test_beside_a_file_any_fault_of_the_settings_keeps_it_out(ask, tmp_path, monkeypatch):
    """They are not those of who asks, and are not complained about; but they may have said no."""
    (tmp_path / "timeline.toml").write_text("cache = perhaps\n")
    (tmp_path.parent / f"{tmp_path.name}-elsewhere").mkdir()
    monkeypatch.chdir(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    answer = ask("list", "-f", str(tmp_path / "small.yaml"))
    assert (answer.exit_code, bool(answer.stdout)) == (0, True)
    assert not list(store.kept())


def test_the_environment_turns_it_off_and_nothing_else_does(ask, run, monkeypatch):
    """A misspelt word must not keep what nobody wants kept."""
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    ask("list", "-f", "small.yaml")
    assert not list(store.kept())
    monkeypatch.setenv("TIMELINE_CACHE", "of")
    answer = run("list", "-f", "small.yaml")
    assert answer.exit_code == 2
    assert answer.stderr == "timeline: TIMELINE_CACHE cannot be 'of'\nwrite TIMELINE_CACHE=off\n"


def test_with_a_copy_no_yaml_is_loaded(tmp_path):
    """Neither the library nor what reads a file with it; the answer is there before the copy."""
    old = (10**9, 10**9)
    os.utime(tmp_path / "small.yaml", old)
    script = RUN.replace(
        "try:", "from timeline.indexing import stamps\nstamps._SETTLED = -(10**18)\ntry:"
    ).replace('.partition(".")[0]', "")

    def imported():
        command = [sys.executable, "-c", script, "list", "-f", "small.yaml"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        return set(done.stdout.splitlines()[-1].split())

    assert "yaml" in imported()
    assert not {"yaml", "hashlib"} & imported()


def test_without_another_process_nothing_is_done_aside(monkeypatch):
    """Nor is anything said: the answer has been given."""
    done = []

    def refused():
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused, raising=False)
    ends.do_aside(lambda: done.append(1))
    assert done == []


def test_without_files_timelines_are_what_they_were():
    """A timeline from a copy is one like any other."""
    assert issubclass(type(load.load()), model.Timeline)
