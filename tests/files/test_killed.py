"""A process that is killed at any step of a change leaves the old file or the new one, whole."""

import subprocess
import sys

import pytest

OLD = "old: a line\n" * 400
NEW = "new: another line\n" * 500

# Every call by which a change could touch the disk ends the process at its turn: before
# the call, or after it; a write ends it halfway as well.
_KILLED = """
import os, sys, fcntl
from timeline.files import change as changing
from timeline.files import output

how, turn, when, path = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
calls = 0

def deadly(module, name):
    call = getattr(module, name)
    def wrapped(*args, **rest):
        global calls
        calls += 1
        last = calls == turn
        if last and when == "half" and name == "write":
            args = (args[0], args[1][: len(args[1]) // 2])
        elif last and when == "before":
            os._exit(9)
        result = call(*args, **rest)
        if last:
            os._exit(9)
        return result
    setattr(module, name, wrapped)

for name in ("open", "write", "fsync", "ftruncate", "close", "chown", "chmod", "replace",
             "rename", "unlink", "link", "setxattr", "removexattr", "listxattr", "stat", "lstat"):
    deadly(os, name)
deadly(fcntl, "flock")
text = open(os.environ["NEW"], encoding="utf-8").read()
if how == "change":
    with changing.changing(path) as change:
        change.write(text)
else:
    getattr(output, how)(path, text)
os._exit(0)
"""


def _run(tmp_path, how, turn, when, path):
    (tmp_path / "new").write_text(NEW)
    command = [sys.executable, "-c", _KILLED, how, str(turn), when, str(path)]
    return subprocess.run(command, env={"NEW": str(tmp_path / "new")}, check=False).returncode


@pytest.mark.parametrize("when", ["before", "after", "half"])
@pytest.mark.parametrize("how", ["change", "save", "create"])
def test_a_killed_process_leaves_a_whole_file(tmp_path, how, when):
    """At every step; one hidden file at most lies beside it, and is in nobody's way."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "events.yaml"
    seen = set()
    for turn in range(1, 60):
        for each in folder.iterdir():
            each.unlink()
        if how != "create":
            path.write_text(OLD)
        ended = _run(tmp_path, how, turn, when, path)
        seen.add(path.read_text() if path.exists() else None)
        beside = [each for each in folder.iterdir() if each != path]
        assert len(beside) <= 1, turn
        assert all(each.name.startswith(".events.yaml.") for each in beside)
        if ended == 0:
            break
        assert ended == 9
    assert ended == 0
    assert turn > 5
    assert seen == {NEW, None if how == "create" else OLD}
    assert not beside


@pytest.mark.parametrize("how", ["change", "save", "create"])
def test_after_a_killed_process_the_next_one_goes_on(tmp_path, how):
    """Whatever was left beside the file is taken over and cleared away."""
    path = tmp_path / "events.yaml"
    for turn in range(1, 40):
        path.unlink(missing_ok=True)
        if how != "create":
            path.write_text(OLD)
        if _run(tmp_path, how, turn, "half", path) == 0:
            break
        path.write_text(OLD)
        again = "save" if how == "create" else how
        assert _run(tmp_path, again, 1000, "before", path) == 0
        assert path.read_text() == NEW
        assert sorted(each.name for each in tmp_path.iterdir()) == ["events.yaml", "new"]
