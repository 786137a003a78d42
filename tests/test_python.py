"""The doors from Python: the same as the commands use."""

import json
import re
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


def test_rows_are_those_of_the_json(small_file, run):
    """Plain dictionaries, whole; what is only possible says so."""
    query = "year:1998..2018"
    rows = timeline.load(small_file).select(query).rows()
    lines = run("-f", small_file, "list", query, "--format", "jsonl").stdout.splitlines()
    assert rows == [json.loads(line) for line in lines]
    assert {row["verdict"] for row in rows} == {"certain", "possible"}
    certain = timeline.load(small_file).select(query).only_certain().rows()
    assert certain == [row for row in rows if row["verdict"] == "certain"]


def test_a_notebook_shows_a_table(small_file):
    """With how many there are; of a timeline, what it is called before it."""
    story = timeline.load(small_file)
    shown = story.select("year:1998")._repr_html_()
    assert shown.startswith("<p>0 events (+1 possibly)</p><table>")
    assert "<td>≈</td><td>c. 1998</td><td>reported</td><td>An old quarrel begins</td>" in shown
    whole = story._repr_html_()
    assert "<b>A small timeline</b>" in whole
    assert whole.count("<tr>") == 1 + 7


def test_a_notebook_obeys_no_text(tmp_path):
    """Whatever an event is called, it is a text in a cell."""
    path = tmp_path / "hostile.json"
    title = "<script>alert(1)</script> & \"'\u202e"
    events = [{"date": "2019", "title": title, "id": f"e{at}"} for at in range(70)]
    header = {"title": "<b>", "summary": "<img src=x>"}
    path.write_text(json.dumps({"timeline": header, "events": events}), encoding="utf-8")
    shown = timeline.load(path)._repr_html_()
    tags = set(re.findall("<(/?[^>]*)>", shown))
    known = {"p", "b", "table", "thead", "tbody", "tr", "th", "td"}
    assert tags == known | {f"/{name}" for name in known}
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in shown
    assert "\u202e" not in shown
    assert shown.endswith("<p>… and 10 more</p>")
