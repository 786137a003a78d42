"""A file is written whole or not at all."""

import os
import stat

import pytest

from timeline.files import draft, output
from timeline.files.draft import CannotSave
from timeline.files.output import create, save


def test_saving_keeps_permissions_and_links(tmp_path):
    """A new file is as any other; an old one keeps its mode; a link still leads to its file."""
    path, link = tmp_path / "page.txt", tmp_path / "link.txt"
    save(str(path), "one\n")
    plain = tmp_path / "plain"
    plain.touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    path.chmod(0o640)
    link.symlink_to(path)
    save(str(link), "two\n")
    assert link.is_symlink()
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("two\n", 0o640)


def test_line_ends_are_written_as_given(tmp_path):
    """On every system: none is made of another."""
    save(str(tmp_path / "x"), "a\r\nb\nc\r")
    assert (tmp_path / "x").read_bytes() == b"a\r\nb\nc\r"


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, step):
    """The old text stays, and no half of a new one lies beside it."""
    path = tmp_path / "page.txt"
    path.write_text("old\n")

    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(draft.os, step, full)
    with pytest.raises(CannotSave, match="No space left on device"):
        save(str(path), "new\n")
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old\n", [path])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/x", "there is no folder"),
        ("folder", "Is a directory"),
        ("locked", "it is read-only"),
        ("pipe", "it is no ordinary file"),
    ],
)
def test_what_must_not_be_replaced_is_refused(tmp_path, name, reason):
    """A device that root replaces by a page would be gone; what is read-only is so for root too."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "locked").write_text("old")
    (tmp_path / "locked").chmod(0o444)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotSave, match=reason):
        save(str(tmp_path / name), "new\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "locked", "pipe"]
    assert (tmp_path / "locked").read_text() == "old"


def test_creating_never_overwrites(tmp_path):
    """Not even a link that leads to a file; what is there stays, and nothing lies beside it."""
    create(str(tmp_path / "new"), "one\n")
    (tmp_path / "link").symlink_to(tmp_path / "new")
    for name in ("new", "link"):
        with pytest.raises(CannotSave, match=f"there is a file '{tmp_path / name}' already"):
            create(str(tmp_path / name), "two\n")
    assert (tmp_path / "new").read_text() == "one\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "new"]


def test_a_disk_without_links_can_have_new_files(tmp_path, monkeypatch):
    """A memory stick: a rename does it, unless the name is taken."""

    def no_links(*_):
        raise PermissionError(1, os.strerror(1))

    monkeypatch.setattr(output.os, "link", no_links)
    create(str(tmp_path / "new"), "one\n")
    with pytest.raises(CannotSave, match="already"):
        create(str(tmp_path / "new"), "two\n")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("new", "one\n")]
