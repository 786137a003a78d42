"""The doors from Python: the same as the commands use."""

import subprocess
import sys
from pathlib import Path

import pytest

import timeline
from timeline.errors import TimelineError
from timeline.loading.load import load


def test_a_query_in_words_selects(small_file):
    """Events with their verdicts, in order."""
    found = timeline.load(small_file).select("actor:general or known:2018-03-02 status:denied")
    assert [(match.event.id, match.certain) for match in found] == [
        ("general-speaks", True),
        ("rebels-deny", True),
    ]


def test_today_can_be_given(small_file):
    """What relative words mean depends on it."""
    found = timeline.load(small_file, today="2019-07-01").select('year:"last year" tag:war')
    assert [match.event.id for match in found] == ["war", "landing"]


def test_without_a_path_it_is_the_curated_timeline():
    """As on the command line."""
    assert timeline.load().title == "Moscow and Caracas"


def test_paths_and_rooms_are_at_the_door(small_file):
    """A path may be a `Path`; what the documentation names is there after `import timeline`."""
    assert len(timeline.load(Path(small_file))) == len(timeline.load(str(small_file)))
    run = "import timeline; timeline.edtf.parse('2019'); timeline.errors.TimelineError"
    assert subprocess.run([sys.executable, "-c", run], check=False).returncode == 0
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        timeline.nothing  # noqa: B018


def test_a_fault_is_an_error_of_ours(small_file):
    """In the file or in the query."""
    with pytest.raises(TimelineError):
        timeline.load("nowhere.yaml")
    with pytest.raises(TimelineError, match="no field is called"):
        timeline.load(small_file).select("actr:union")


def test_words_need_somebody_who_reads_them(small_file):
    """A timeline made by hand takes queries only as values."""
    with pytest.raises(TypeError, match=r"timeline\.load"):
        load(small_file).select("war")
