"""The screen as it looks: at three sizes, with colours, without, and in ASCII. Look at them."""

from pathlib import Path

import pytest

from tests.screens import picture
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.loading.load import load

TODAY = 739_578  # 23 November 2026 is not so far that anything here depends on it
SIZES = [(60, 20), (100, 30), (140, 40)]


@pytest.fixture(name="small")
def _small(small_file, monkeypatch):
    """Return the small timeline of a file that is called the same wherever the tests run."""
    path = Path(small_file)
    monkeypatch.chdir(path.parent)
    return load(path.name)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("colours", "signs"),
    [
        ("coloured", "signs"),
        pytest.param("plain", "signs", marks=pytest.mark.thorough),
        pytest.param("coloured", "ascii", marks=pytest.mark.thorough),
        ("plain", "ascii"),
    ],
)
def test_the_screen_looks_as_accepted(small, golden, monkeypatch, size, colours, signs):
    """The list with a mark, a maybe and the event in focus."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if colours == "plain":
        monkeypatch.setenv("NO_COLOR", "1")
    seat = Seat(query="before:2018-04-05", focus="war", marks=frozenset({"old-quarrel"}))
    drawn = picture(Ground(small, TODAY, ascii=signs == "ascii"), seat, size)
    golden(f"explore-{size[0]}-{colours}-{signs}.svg", drawn)
    if signs == "ascii":
        assert drawn.replace("José Nuño", "").isascii()


@pytest.mark.parametrize("keys", [("2",), ("3",), ("4",), ("question_mark",), ("f",)])
def test_other_views_look_as_accepted(small, golden, monkeypatch, keys):
    """A chart, lanes, a thread, the keys, and what can be filtered by."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    drawn = picture(Ground(small, TODAY), Seat(focus="war"), (100, 30), keys)
    golden(f"explore-{'-'.join(keys)}.svg", drawn)
