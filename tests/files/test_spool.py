"""What waits in a spool comes back as it was, and leaves nothing behind."""

import os
from io import BytesIO

import pytest

from timeline.files import spool

PIECES = ("é\r\n", "日本", "", "x")


@pytest.fixture(name="in_memory", params=[1_000_000, 5, 0])
def _in_memory(request, monkeypatch):
    """Let so many bytes wait in memory."""
    monkeypatch.setattr(spool, "_IN_MEMORY", request.param)


@pytest.mark.usefixtures("in_memory")
def test_it_comes_back_as_it_was(monkeypatch):
    """As often as it is asked for, in memory or on disk, and whole where a letter is parted."""
    monkeypatch.setattr(spool, "_BLOCK", 1)
    with spool.Spool() as kept:
        for text in PIECES:
            kept.add(text.encode())
        assert "".join(kept.text()) == "".join(kept.text()) == "".join(PIECES)


@pytest.mark.usefixtures("in_memory")
def test_each_piece_comes_back():
    """Others are added behind them all, whatever was looked at before."""
    with spool.Spool() as kept:
        for number, text in enumerate(PIECES):
            assert kept.add(text.encode()) == number
            assert kept.at(0) == PIECES[0].encode()
        assert [kept.at(number).decode() for number in (3, 1, 2, 0)] == [
            PIECES[number] for number in (3, 1, 2, 0)
        ]


def test_nothing_comes_back_of_nothing():
    """Not even an empty text."""
    with spool.Spool() as kept:
        assert "".join(kept.text()) == ""


@pytest.mark.parametrize("step", ["write", "read"])
def test_a_full_disk_is_told(monkeypatch, step):
    """With what can be done about it: what was written may have to go there when it is read."""

    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(spool, "_IN_MEMORY", 0)
    monkeypatch.setattr(spool, "TemporaryFile", type("Full", (BytesIO,), {step: full}))
    with spool.Spool() as kept, pytest.raises(spool.CannotKeep, match="No space left") as told:
        kept.at(kept.add(b"x"))
    assert "TMPDIR" in told.value.hint
