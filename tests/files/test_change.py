"""A file is changed as it is meant to be, or stays as it was; nothing else lies beside it."""

import os
import stat
import struct
import subprocess
import sys
import time

import pytest

from timeline.errors import UsageError
from timeline.files import draft, lock, output
from timeline.files.change import ChangedMeanwhile, changing
from timeline.files.content import Unreadable
from timeline.files.copies import copied, left_over, set_aside
from timeline.files.draft import CannotSave
from timeline.files.lock import Busy
from timeline.files.output import save


@pytest.fixture(name="path")
def _path(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_bytes(b"old\n")
    return path


def _change(path, text):
    with changing(str(path)) as change:
        change.write(text)


def _alone(path):
    return list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "old", [b"old\n", b"\xef\xbb\xbfold\r\nolder\r\n", "Guaidó\rold".encode(), b"old"]
)
def test_every_byte_is_as_it_is_to_be(path, old):
    """Line ends, the byte order mark and a missing last line end come through."""
    path.write_bytes(old)
    with changing(str(path)) as change:
        change.write(change.text.replace("old", "new"))
    assert path.read_bytes() == old.replace(b"old", b"new")
    assert _alone(path)


def test_what_is_not_written_stays(path):
    """Whether the caller has nothing to write, the same to write, or fails."""
    before = path.stat()
    with changing(str(path)):
        pass
    _change(path, "old\n")
    with pytest.raises(ZeroDivisionError), changing(str(path)):
        raise ZeroDivisionError
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert _alone(path)


def test_permissions_stay(path):
    """Neither wider nor narrower."""
    for mode in (0o600, 0o664, 0o644):
        path.chmod(mode)
        _change(path, f"{mode}\n")
        assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_the_owner_stays(path):
    """What root changes does not become root's."""
    os.chown(path, 12345, 23456)
    _change(path, "new\n")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_links_are_followed_and_stay(path, tmp_path):
    """A chain of them, also from another folder: the file at its end is changed."""
    far = tmp_path / "far"
    far.mkdir()
    (far / "second").symlink_to("../events.yaml")
    first = tmp_path / "first"
    first.symlink_to("far/second")
    _change(first, "new\n")
    assert path.read_text() == "new\n"
    assert [str(each.readlink()) for each in (first, far / "second")] == [
        "far/second",
        "../events.yaml",
    ]
    assert [each.name for each in far.iterdir()] == ["second"]


def _rewritten(path):
    path.write_text("theirs\n")


def _replaced(path):
    other = path.with_name("other")
    other.write_text("theirs\n")
    other.rename(path)


def _removed(path):
    path.unlink()


@pytest.mark.parametrize("happens", [_rewritten, _replaced, _removed])
def test_a_change_made_meanwhile_is_never_overwritten(path, happens):
    """By whatever does not ask for the lock: an editor, git."""
    with changing(str(path)) as change:
        happens(path)
        with pytest.raises(ChangedMeanwhile, match="nothing was written"):
            change.write("ours\n")
    assert [each.read_text() for each in path.parent.iterdir()] in (["theirs\n"], [])


@pytest.mark.parametrize("happens", [_rewritten, _replaced, _removed])
def test_the_last_look_is_just_before_the_new_text_takes_its_place(path, monkeypatch, happens):
    """What comes while the new text is made beside the file is not overwritten either."""

    def filled(*given, **rest):
        draft.fill(*given, **rest)
        happens(path)

    monkeypatch.setattr("timeline.files.change.fill", filled)
    with pytest.raises(ChangedMeanwhile, match="nothing was written"):
        _change(path, "ours\n")
    assert [each.read_text() for each in path.parent.iterdir()] in (["theirs\n"], [])


@pytest.mark.parametrize("step", ["write", "fsync", "ftruncate"])
def test_a_full_disk_leaves_the_old_file(path, monkeypatch, step):
    """Wherever it shows, also before there is anything to write."""

    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(output.os, step, full)
    with pytest.raises(CannotSave, match=f"cannot write '{path}': No space left on device"):
        _change(path, "new\n")
    assert path.read_text() == "old\n"
    assert _alone(path)


def test_a_disk_that_fills_up_halfway_leaves_the_old_file(path, monkeypatch):
    """Half of the text is written when there is no room any more."""
    write, calls = os.write, []

    def half(descriptor, data):
        calls.append(len(data))
        if len(calls) > 2:
            raise OSError(28, os.strerror(28))
        return write(descriptor, data[: len(data) // 2] if len(data) > 100 else data)

    monkeypatch.setattr(output.os, "write", half)
    with pytest.raises(CannotSave, match="No space left"):
        _change(path, "new\n" * 1000)
    assert calls[1:] == [4000, 2000]
    assert path.read_text() == "old\n"
    assert _alone(path)


def test_what_may_not_be_changed_is_refused(path, tmp_path):
    """A read-only file is so for root too; standard input is no file; nor is a folder."""
    path.chmod(0o444)
    with pytest.raises(CannotSave, match="it is read-only"):
        _change(path, "new\n")
    with pytest.raises(UsageError, match="name a file with -f"):
        _change("-", "new\n")
    with pytest.raises(Unreadable, match="is a folder"):
        _change(tmp_path, "new\n")
    with pytest.raises(Unreadable, match="there is no file"):
        _change(tmp_path / "event.yaml", "new\n")
    assert _alone(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_read_only_folder_is_said(path):
    """Nothing can be made beside the file."""
    path.parent.chmod(0o555)
    with pytest.raises(CannotSave, match="Permission denied"):
        _change(path, "new\n")
    path.parent.chmod(0o755)


def test_a_folder_that_cannot_take_a_file_is_said(path, monkeypatch):
    """What the system says about the draft is said about the file."""

    def refused(*_):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(lock.os, "open", refused)
    with pytest.raises(CannotSave, match=f"cannot write '{path}': Permission denied"):
        _change(path, "new\n")


def test_what_is_not_text_is_not_changed(path):
    """A file in another encoding stays as it is."""
    for wrong in (b"caf\xe9", b"a\0b"):
        path.write_bytes(wrong)
        with pytest.raises(Unreadable):
            _change(path, "new\n")
        assert path.read_bytes() == wrong
        assert _alone(path)


def test_a_second_process_waits_and_then_says_who_has_it(path, monkeypatch):
    """By its number, so that it can be looked at; the file stays."""
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with changing(str(path)) as change:
        with pytest.raises(Busy, match=rf"another timeline \(process {os.getpid()}\) is changing"):
            _change(path, "second\n")
        change.write("first\n")
    assert path.read_text() == "first\n"
    assert _alone(path)


def test_what_a_killed_process_left_is_taken_over(path):
    """Its draft is unlocked, whatever is in it."""
    path.with_name(".events.yaml.timeline").write_text("half of a text, longer than the next")
    _change(path, "new\n")
    assert path.read_text() == "new\n"
    assert _alone(path)


def _link_to(draft):
    draft.symlink_to("precious")


def _second_name_of(draft):
    draft.hardlink_to(draft.with_name("precious"))


def _pipe(draft):
    os.mkfifo(draft)


def _folder(draft):
    draft.mkdir()


@pytest.mark.parametrize("trap", [_link_to, _second_name_of, _pipe, _folder])
def test_a_draft_that_is_a_trap_is_not_written_through(path, tmp_path, trap):
    """A link in its place could lead anywhere, a second name is that of another file."""
    (tmp_path / "precious").write_text("precious")
    draft = path.with_name(".events.yaml.timeline")
    trap(draft)
    with pytest.raises(CannotSave, match="is in the way") as refused:
        _change(path, "new\n")
    assert "take it away" in refused.value.hint
    assert (path.read_text(), (tmp_path / "precious").read_text()) == ("old\n", "precious")
    assert os.path.lexists(draft)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_what_somebody_else_left_is_cleared_away(path):
    """A draft that is not ours could be written by its owner when it has become the file."""
    draft = path.with_name(".events.yaml.timeline")
    draft.write_text("half")
    os.chown(draft, 12345, 23456)
    with draft.open() as theirs:
        _change(path, "new\n")
        assert theirs.read() == "half"
    assert (path.read_text(), path.stat().st_uid) == ("new\n", 0)
    assert _alone(path)


def _rights(*entries):
    """Return a list of access rights as the system writes it: (tag, rights, who)."""
    parts = (struct.pack("<HHI", *entry) for entry in entries)
    return struct.pack("<I", 2) + b"".join(parts)


NOBODY = 0xFFFFFFFF
LENT = _rights((1, 6, NOBODY), (2, 6, 1000), (4, 4, NOBODY), (16, 6, NOBODY), (32, 0, NOBODY))
OWN = _rights((1, 6, NOBODY), (2, 4, 1001), (4, 0, NOBODY), (16, 4, NOBODY), (32, 0, NOBODY))


@pytest.mark.parametrize("own", [None, OWN])
@pytest.mark.parametrize("write", [_change, lambda path, text: save(str(path), text)])
def test_lists_of_access_rights_stay(path, own, write):
    """What a folder lends to every new file is not the file's; what the file has, it keeps."""
    path.chmod(0o640)
    try:
        if own:
            os.setxattr(path, "system.posix_acl_access", own)
        os.setxattr(path.parent, "system.posix_acl_default", LENT)
    except (AttributeError, OSError):
        pytest.skip("this disk has no lists of access rights")
    before = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    write(path, "new\n")
    assert path.read_text() == "new\n"
    assert {name: os.getxattr(path, name) for name in os.listxattr(path)} == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_attributes_stay(path):
    """Those that people give; one that the system keeps for itself is no reason to fail."""
    try:
        os.setxattr(path, "user.origin", b"a page")
    except (AttributeError, OSError):
        pytest.skip("this disk has no attributes")
    _change(path, "new\n")
    assert os.getxattr(path, "user.origin") == b"a page"


@pytest.mark.parametrize("name", ["x" * 250 + ".yaml", "é" * 120 + ".yaml", "y" * 255])
def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path, name):
    """Its draft, and the copy that an editor gets, have shorter ones."""
    path = tmp_path / name
    path.write_text("old\n")
    _change(path, "new\n")
    assert path.read_text() == "new\n"
    copy = copied(path, "edited\n")
    assert copy.name.endswith(path.suffix)
    assert list(left_over(path)) == [copy]
    aside = set_aside(copy, path)
    assert aside.read_text() == "edited\n"
    assert not aside.name.startswith(".")


def test_nobody_may_read_the_copy_who_may_not_read_the_file(path):
    """While it is edited, and when it is set aside."""
    path.chmod(0o600)
    copy = copied(path, "edited\n")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", ["pipe", "loop", "loop-of-two", "zero"])
def test_what_is_no_file_is_refused_before_it_is_read(tmp_path, kind):
    """Nobody waits for a pipe that nobody writes to, or reads a device to its end."""
    path = tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "zero":
        path.symlink_to("/dev/zero")
    else:
        other = tmp_path / "second" if kind == "loop-of-two" else path
        path.symlink_to(other)
        if other != path:
            other.symlink_to(path)
    with pytest.raises(CannotSave, match=r"no ordinary file|symbolic link"):
        _change(path, "new\n")


def test_without_locks_a_change_made_meanwhile_is_still_found(path, monkeypatch):
    """On Windows, and on disks that have none."""
    monkeypatch.setattr(lock, "fcntl", None)
    with changing(str(path)) as outer:
        _change(path, "inner\n")
        with pytest.raises(ChangedMeanwhile):
            outer.write("outer\n")
    assert path.read_text() == "inner\n"
    assert _alone(path)


def test_a_disk_that_refuses_locks_is_changed_all_the_same(path, monkeypatch):
    """Some network disks answer ENOLCK."""

    def no_locks(*_):
        raise OSError(37, os.strerror(37))

    monkeypatch.setattr(lock.fcntl, "flock", no_locks)
    _change(path, "new\n")
    assert path.read_text() == "new\n"
    assert _alone(path)


_ADD_LINES = """
import sys
from timeline.files.change import changing
for number in range(25):
    with changing(sys.argv[1]) as change:
        change.write(change.text + f"{sys.argv[2]}{number}\\n")
"""


def test_processes_at_once_lose_nothing(path):
    """Four of them append 25 lines each: there are a hundred more, each once."""
    running = [
        subprocess.Popen([sys.executable, "-c", _ADD_LINES, str(path), name]) for name in "abcd"
    ]
    assert [each.wait(timeout=60) for each in running] == [0, 0, 0, 0]
    lines = path.read_text().splitlines()
    assert lines[0] == "old"
    assert sorted(lines[1:]) == sorted(f"{name}{number}" for name in "abcd" for number in range(25))
    assert _alone(path)


_HOLD = """
import sys, time
from timeline.files.change import changing
with changing(sys.argv[1]) as change:
    print("held", flush=True)
    time.sleep(0.3)
    change.write(change.text + "first\\n")
"""


def test_the_second_waits_for_the_first(path):
    """And goes on from what the first has written."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout.readline() == "held\n"
        started = time.monotonic()
        with changing(str(path)) as change:
            change.write(change.text + "second\n")
    assert time.monotonic() - started > 0.1
    assert path.read_text() == "old\nfirst\nsecond\n"


def test_an_empty_file_can_be_begun(path):
    """It holds no text, which is none of another encoding."""
    path.write_bytes(b"\n")
    with changing(str(path)) as change:
        assert change.text == ""
        change.write("one\n")
    assert path.read_bytes() == b"one\n"
