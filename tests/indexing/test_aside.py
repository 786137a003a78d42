"""An index is made aside: nobody waits for it, and what is not made to its end is not there."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.indexing import kept, store

# A run of the program in which every file is a large one, and has settled.
RUN = """
import sys
from timeline.commands import main
from timeline.indexing import kept, stamps
kept._MOST_READ = 0
stamps._SETTLED = -(10**18)
{change}
sys.argv[0] = "timeline"
main()
"""
KILLED = """
import os, signal
from timeline.indexing import database
put = database.Writing.put
def dies(self, cells):
    put(self, [next(iter(cells))])
    os.kill(os.getpid(), signal.SIGKILL)
database.Writing.put = dies
"""
WAITS = """
import time
from pathlib import Path
from timeline.indexing import indexed
write = indexed.write
def waits(*args):
    while not Path({path!r}).exists():
        time.sleep(0.01)
    write(*args)
indexed.write = waits
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no processes aside")


def run(file, change=""):
    """Run `timeline list` on *file* until all that it says is said; return that."""
    line = [sys.executable, "-c", RUN.format(change=change), "-f", str(file), "list"]
    environment = {**os.environ, "TIMELINE_CACHE": "on"}
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == "2 events\n"
    return [row.split("\t")[-2] for row in done.stdout.splitlines()]


def until(is_so):
    """Wait until it is so: for a minute, on the busiest of machines."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_answer_does_not_wait_for_the_index(file, tmp_path):
    """Neither the program nor what reads its output: both have ended while it is not made yet."""
    sign = tmp_path / "go on"
    assert run(file, WAITS.format(path=str(sign))) == ["ferry", "bridge"]
    assert not list(store.kept())
    sign.touch()
    until(lambda: list(store.kept()))
    (made,) = store.kept()
    assert (made.events, Path(made.beside).exists()) == (2, True)
    assert run(file) == ["ferry", "bridge"]


def test_what_is_killed_leaves_nothing_that_is_read(file, cache, ask, reads, monkeypatch):
    """A half, which is nobody's; the next run reads the file, and makes a whole one."""
    assert run(file, KILLED) == ["ferry", "bridge"]
    until(lambda: list(cache.glob("*.half")))
    monkeypatch.setattr(kept, "_MOST_READ", 0)
    monkeypatch.setattr(store, "_PAUSE", -1)
    for _ in range(2):
        assert [match.event.id for match in ask(file).select()] == ["ferry", "bridge"]
    assert reads == [str(file)]


def test_two_do_not_make_the_same_at_once(file, ask, monkeypatch):
    """While another one writes to its half, nobody begins."""
    monkeypatch.setattr(kept, "_MOST_READ", 0)
    ask(file)
    (made,) = store.kept()
    store.drop(made.path)
    Path(f"{made.beside}.aaaa.half").touch()
    ask(file)
    assert not list(store.kept())


def test_a_half_of_a_time_to_come_is_nobodys(file, ask, monkeypatch):
    """The clock was set back since: whoever wrote it a day ahead does not write now."""
    monkeypatch.setattr(kept, "_MOST_READ", 0)
    ask(file)
    (made,) = store.kept()
    store.drop(made.path)
    half = Path(f"{made.beside}.aaaa.half")
    half.touch()
    tomorrow = time.time() + 86_400
    os.utime(half, (tomorrow, tomorrow))
    ask(file)
    assert [each.beside for each in store.kept()] == [made.beside]
    assert not half.exists()


def test_of_a_copy_without_its_index_the_file_is_read(file, ask, reads, monkeypatch):
    """Somebody took it away, put a link there, or another file."""
    monkeypatch.setattr(kept, "_MOST_READ", 0)
    for change in (Path.unlink, _linked, _emptied):
        ask(file)
        (made,) = store.kept()
        change(Path(made.beside))
        reads.clear()
        assert [match.event.id for match in ask(file).select()] == ["ferry", "bridge"]
        assert reads == [str(file)]


def test_the_index_of_another_file_is_not_read(file, ask, reads, monkeypatch):
    """Be it whole and as large, under the name of this one's: it is made anew."""
    monkeypatch.setattr(kept, "_MOST_READ", 0)
    other = file.with_name("other.yaml")
    other.write_text(file.read_text().replace("ferry", "train"))
    os.utime(other, (10**9, 10**9))
    ask(other)
    (others,) = store.kept()
    foreign = Path(others.beside).read_bytes()
    ask(file)
    (made,) = (each for each in store.kept() if each.path != others.path)
    Path(made.beside).write_bytes(foreign)
    reads.clear()
    assert [match.event.id for match in ask(file).select()] == ["ferry", "bridge"]
    assert reads == [str(file)]


def _linked(path):
    path.symlink_to(path.rename(path.with_suffix(".elsewhere")))


def _emptied(path):
    path.write_bytes(b"")
