"""A cache of one's own for each test, and files that need no time to settle."""

import os

import pytest

from timeline.indexing import bits, briefs, chosen, dates, index, kept, spans, stamps, vocabulary
from timeline.loading import load

TEXT = """\
- {id: bridge, date: 2019-03, title: The bridge opens, actors: [City]}
- {id: ferry, date: 2018/.., title: A ferry runs, links: [{follows-from: bridge}]}
"""


@pytest.fixture(name="cache", autouse=True)
def _cache(tmp_path, monkeypatch):
    """Return the folder of snapshots, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(stamps, "_SETTLED", -(10**18))  # files of this moment count as old
    return tmp_path / "cache" / "timeline"


@pytest.fixture(name="kind", params=["snapshot", "index"])
def _kind(request, monkeypatch):
    """Return what is kept of a file, as of a small one or of a large one: either way the same."""
    if request.param == "index":
        monkeypatch.setattr(kept, "_MOST_READ", 0)
    return request.param


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(TEXT, encoding="utf-8")
    os.utime(path, (10**9, 10**9))  # what is written to it later has another time
    return path


@pytest.fixture(name="reads")
def _reads(monkeypatch):
    """Return the paths that are really read, in a list that grows."""
    found, usual = [], load.load

    def reading(*paths, **rest):
        found.extend(paths)
        return usual(*paths, **rest)

    monkeypatch.setattr(load, "load", reading)
    return found


def later(left):
    """Return what takes in, as a list, what is to be done once the answer has been given."""
    return lambda step, **_: left.append(step)


@pytest.fixture(name="ask")
def _ask():
    """Ask for files as a run of the program does: what is left to do is done when it has them."""

    def ask(*paths, today=None):
        left = []
        found = kept.timeline([str(path) for path in paths], today, later(left))
        for step in left:
            step()
        return found

    return ask


@pytest.fixture(name="pieces")
def _pieces(monkeypatch):
    """Let what is divided be divided from a few events on."""
    monkeypatch.setattr(bits, "PIECE", 8)
    monkeypatch.setattr(bits, "_BYTES", 1)
    monkeypatch.setattr(vocabulary, "_BLOCK", 2)
    monkeypatch.setattr(spans, "_BLOCK", 2)
    monkeypatch.setattr(index, "_AT_ONCE", 2)
    monkeypatch.setattr(dates, "_AT_ONCE", 2)
    monkeypatch.setattr(briefs, "_BLOCK", 8)
    monkeypatch.setattr(chosen, "_TO_A_VALUE", 0)
