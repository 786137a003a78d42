"""What is kept of files: never a stale answer, and never in the way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.errors import TimelineError
from timeline.indexing import indexed, kept, snapshot, stamps, store
from timeline.model.timeline import Timeline

from .conftest import TEXT, later

pytestmark = pytest.mark.usefixtures("kind")


KINDS = {"snapshot": [".snapshot"], "index": [".snapshot", ".index"]}


def ids(timeline):
    """Return the ids of the events."""
    return [match.event.id for match in timeline.select()]


def test_the_second_time_nothing_is_read(ask, file, reads, cache, kind):
    """The answer is the same, in files that only their owner may read."""
    first = ask(file)
    assert reads == [str(file)]
    second = ask(file)
    assert reads == [str(file)]
    assert [match.event for match in second.select()] == [match.event for match in first.select()]
    made = list(cache.iterdir())
    assert len(made) == len(KINDS[kind])
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
    assert cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("old", "new"), [("ferry", "train"), ("2018/..", "2017")])
def test_a_file_that_has_changed_is_read(ask, file, old, new):
    """Also where it is as large as before."""
    ask(file)
    file.write_text(TEXT.replace(old, new), encoding="utf-8")
    for _ in range(2):
        first = next(iter(ask(file).select())).event
        assert new in (first.id, first.date.text)


def test_a_change_within_one_tick_of_the_clock_is_seen(ask, file, reads, monkeypatch):
    """A file that was changed just before it was read is not trusted by its times, nor kept."""
    monkeypatch.setattr(stamps, "_SETTLED", 2_000_000_000)
    ask(file)
    ask(file)
    assert reads == [str(file)] * 2
    assert not list(store.kept())


def test_what_changes_while_it_is_read_is_not_kept(file):
    """What was read may be neither the one nor the other."""
    left = []
    kept.timeline([str(file)], None, later(left))
    file.write_text(TEXT.replace("ferry", "train"), encoding="utf-8")
    left[0]()
    assert not list(store.kept())


def test_a_backup_with_its_old_time_is_read(ask, file):
    """As large and as old as what it replaces."""
    ask(file)
    times = file.stat()
    backup = file.with_name("backup")
    backup.write_text(TEXT.replace("ferry", "train"), encoding="utf-8")
    os.utime(backup, ns=(times.st_atime_ns, times.st_mtime_ns))
    backup.replace(file)
    assert ids(ask(file)) == ["train", "bridge"]
    time.sleep(0.05)  # until the clock of the disk has gone on
    file.write_text(TEXT, encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert ids(ask(file)) == ["ferry", "bridge"]


def test_where_only_times_differ_its_content_decides(ask, file, reads):
    """A checkout, a copy, a touch: no event is read; from then on its time is known."""
    ask(file)
    os.utime(file, (1, 1))
    assert ids(ask(file)) == ["ferry", "bridge"]
    assert reads == [str(file)]
    (found,) = store.kept()
    assert snapshot.header(store.read(found.path)).files[0].modified == 1_000_000_000


def test_a_clock_that_was_set_back_makes_no_stale_answer(ask, file, monkeypatch):
    """A file of the future has never settled."""
    monkeypatch.setattr(stamps, "_SETTLED", 2_000_000_000)
    past = time.time_ns() - 10**15
    monkeypatch.setattr(time, "time_ns", lambda: past)
    ask(file)
    file.write_text(TEXT.replace("ferry", "train"), encoding="utf-8")
    assert ids(ask(file)) == ["train", "bridge"]
    assert not list(store.kept())


def test_times_tell_nothing_where_the_system_has_no_time_of_change(ask, file, monkeypatch):
    """There the content decides each time."""
    monkeypatch.setattr(stamps, "_TELLS_CHANGES", False)
    ask(file)
    times = file.stat()
    file.write_text(TEXT.replace("ferry", "train"), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert ids(ask(file)) == ["train", "bridge"]


def test_several_files_are_kept_together(ask, tmp_path, file, reads):
    """Their union; each order, and each file, for itself."""
    other = tmp_path / "other.yaml"
    other.write_text("- {id: tunnel, date: 2020, title: A tunnel}\n")
    assert len(ask(file, other)) == len(ask(file, other)) == 3
    assert len(reads) == 2
    assert len(ask(file)) == 2
    other.write_text("- {id: tunnel, date: 2020, title: Two tunnels}\n")
    assert ask(file, other).get("tunnel").title == "Two tunnels"


def test_positions_are_those_of_the_folder_one_stands_in(ask, file, tmp_path, monkeypatch):
    """A path that was typed from there, by its whole name, or through a link."""
    ask(file)
    monkeypatch.chdir(tmp_path)
    assert str(ask("small.yaml").get("bridge").place) == "small.yaml:1:3"
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert str(ask("../small.yaml").get("bridge").place) == "../small.yaml:1:3"
    assert str(ask(file).get("bridge").place) == f"{file}:1:3"


def test_standard_input_and_pipes_are_read(ask, reads, tmp_path):
    """What can be read once is kept by nobody."""
    assert stamps.stamps(("-",)) == ()
    os.mkfifo(tmp_path / "pipe")
    assert stamps.stamps((str(tmp_path / "pipe"),)) == ()
    with pytest.raises(TimelineError):
        ask(tmp_path / "nowhere.yaml")
    assert reads == [str(tmp_path / "nowhere.yaml")]


def test_a_file_with_a_problem_is_told_each_time(ask, file):
    """It is no timeline, and nothing is kept of it."""
    file.write_text("- {date: someday, title: x}\n")
    for _ in range(2):
        with pytest.raises(TimelineError, match="not a date"):
            ask(file)


@pytest.mark.parametrize(
    "poison",
    [b"", b"\0" * 4096, b"timeline snapshot 1\n", b"cos\nsystem\n(S'touch poisoned'\ntR."],
    ids=["empty", "zeros", "begun", "pickle"],
)
def test_a_poisoned_snapshot_is_as_none(ask, file, poison, tmp_path, monkeypatch):
    """It is neither obeyed nor told; the file is read, and the next snapshot is a good one."""
    monkeypatch.chdir(tmp_path)
    ask(file)
    (found,) = store.kept()
    Path(found.path).write_bytes(poison)
    assert ids(ask(file)) == ["ferry", "bridge"]
    assert not (tmp_path / "poisoned").exists()
    assert snapshot.snapshot(store.read(found.path))


def test_what_is_not_ours_alone_is_not_read(ask, file, reads):
    """Others might have written it: a link, a file that all may read, a folder."""
    ask(file)
    (found,) = store.kept()
    copy = Path(found.path)
    copy.chmod(0o644)
    ask(file)
    assert len(reads) == 2
    assert copy.stat().st_mode & 0o777 == 0o600
    copy.symlink_to(copy.rename(copy.with_suffix(".elsewhere")))
    ask(file)
    assert len(reads) == 3


@pytest.mark.parametrize("way", ["a file", "nowhere", "no home"])
def test_without_a_folder_files_are_read(ask, file, cache, way, monkeypatch):
    """A file in its place, a folder that cannot be made, no home at all."""
    if way == "a file":
        cache.parent.mkdir()
        cache.write_text("")
    if way == "nowhere":
        monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")
    if way == "no home":
        monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
        monkeypatch.setattr(os.path, "expanduser", lambda path: path)
        assert store.folder() == ""
    assert ids(ask(file)) == ids(ask(file)) == ["ferry", "bridge"]


def test_a_full_disk_leaves_nothing_behind(ask, file, cache, monkeypatch):
    """Neither a half nor a word."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert ids(ask(file)) == ["ferry", "bridge"]
    assert not list(cache.iterdir())


def test_without_memory_for_a_copy_nothing_is_said(ask, file, monkeypatch):
    """The answer has been given."""

    def full(*_):
        raise MemoryError

    monkeypatch.setattr(snapshot, "content", full)
    monkeypatch.setattr(indexed, "write", full)
    assert ids(ask(file)) == ["ferry", "bridge"]
    assert not list(store.kept())


def test_a_name_that_is_no_text_is_read_each_time(ask, tmp_path, reads):
    """A snapshot could not say of which file it is."""
    name = os.fsdecode(b"small-\xff.yaml")
    try:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this disk has no such names")
    assert ids(ask(tmp_path / name)) == ids(ask(tmp_path / name)) == ["ferry", "bridge"]
    assert len(reads) == 2


def test_what_was_killed_while_it_wrote_is_cleaned_up(ask, file, cache):
    """Its half is never read, and goes when it is old."""
    cache.mkdir(parents=True)
    for name in ("small-1.snapshot.aa.half", "small-2.snapshot.bb.half"):
        (cache / name).write_bytes(b"timeline snapshot 1\n")
    os.utime(cache / "small-1.snapshot.aa.half", (1, 1))
    ask(file)
    assert [path.name for path in cache.glob("*.half")] == ["small-2.snapshot.bb.half"]


def test_what_is_of_no_file_any_more_goes(ask, file, tmp_path):
    """A copy does not outlive its file for long."""
    ask(file)
    other = tmp_path / "other.yaml"
    file.rename(other)
    ask(other)
    assert [each.sources for each in store.kept()] == [(os.path.realpath(other),)]


def test_the_oldest_go_first_where_there_is_too_much(ask, file, tmp_path, monkeypatch):
    """All together take no more than their room."""
    ask(file)
    (first,) = store.kept()
    os.utime(first.path, (1, 1))
    monkeypatch.setattr(store, "_MOST_BYTES", first.size + 10)
    other = tmp_path / "other.yaml"
    other.write_text(TEXT)
    ask(other)
    assert [each.sources for each in store.kept()] == [(os.path.realpath(other),)]


TWICE = """
import sys
from timeline.indexing import kept, stamps
stamps._SETTLED = -(10**18)
kept._MOST_READ = int(sys.argv[2])
for _ in range(20):
    left = []
    found = kept.timeline([sys.argv[1]], None, lambda step, **_: left.append(step))
    assert len(found) == 2
    kept.store.drop(kept.store.place(stamps.stamps([sys.argv[1]])))
    for step in left:
        step()
"""


def test_two_at_once_do_not_disturb_each_other(file, cache, kind):
    """Each finds a whole snapshot or none."""
    line = [sys.executable, "-c", TWICE, str(file), "0" if kind == "index" else "9"]
    runs = [subprocess.Popen(line) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert not list(cache.glob("*.half"))


def test_what_is_forgotten_is_gone(ask, file):
    """Where nothing may be kept of a file any more, what was kept goes."""
    ask(file)
    kept.forget([str(file)])
    assert not list(store.kept())
    kept.forget(["nowhere.yaml"])


def test_it_is_the_same_class_of_answer(ask, file):
    """A timeline, whichever way it came."""
    assert type(ask(file)) is type(ask(file)) is Timeline
