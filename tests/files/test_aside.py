"""What is set aside comes back as it was, and leaves nothing behind."""

import os

import pytest

from timeline.files import aside


@pytest.mark.parametrize("in_memory", [1_000_000, 1])
def test_it_comes_back_as_it_was(monkeypatch, in_memory):
    """As often as it is asked for, in memory or on disk, and whole where a letter is parted."""
    monkeypatch.setattr(aside, "_IN_MEMORY", in_memory)
    monkeypatch.setattr(aside, "_BLOCK", 1)
    with aside.Aside() as kept:
        for text in ("é\r\n", "日本", ""):
            kept.add(text.encode())
        assert "".join(kept.text()) == "".join(kept.text()) == "é\r\n日本"


def test_nothing_comes_back_of_nothing():
    """Not even an empty text."""
    with aside.Aside() as kept:
        assert "".join(kept.text()) == ""


def test_a_full_disk_is_told(monkeypatch):
    """With what can be done about it."""

    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(aside.SpooledTemporaryFile, "write", full)
    with aside.Aside() as kept, pytest.raises(aside.CannotKeep, match="No space left") as told:
        kept.add(b"x")
    assert "TMPDIR" in told.value.hint
