"""Which files are read quickly, and that those read together fit together."""

import os
from threading import Thread

import pytest

from tests.loading.quick.both_ways import outcome
from timeline.loading import load
from timeline.loading.quick import files as quick
from timeline.loading.quick import relations
from timeline.loading.shipped import default_path

BRIDGE = '{"id": "bridge", "date": "2019-03", "title": "The bridge opens"}\n'
DENIAL = '{"date": "2020", "title": "It does not", "links": [{"denies": "bridge"}]}\n'


def test_several_files_are_read_together(tmp_path):
    """An id that stands in both is told, as ever."""
    file, other = tmp_path / "events.jsonl", tmp_path / "other.ndjson"
    file.write_text(BRIDGE)
    other.write_text(DENIAL)
    paths = [str(file), str(other)]
    assert outcome(lambda: load.load(*paths)) == outcome(lambda: load.examine(*paths).sound())
    assert len(load.load(*paths)) == 2
    other.write_text(BRIDGE)
    assert "stands twice" in outcome(lambda: load.load(*paths))


def test_the_curated_file_is_read_quickly():
    """All of it."""
    found = quick.documents([str(default_path())])
    assert found
    assert relations.are_sound(found)
    assert outcome(load.load) == outcome(lambda: load.examine().sound())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize("name", ["p.yaml", "p.jsonl"])
def test_a_pipe_is_read_once(tmp_path, name):
    """Whoever looks at it first takes what is in it: the quick way leaves it alone."""
    pipe = tmp_path / name
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=("not plain\n",), daemon=True)
    writer.start()
    assert quick.documents([str(pipe)]) is None
    assert pipe.read_text() == "not plain\n"
    writer.join()
