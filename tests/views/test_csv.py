"""CSV: whole, readable back, and harmless in a spreadsheet."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.loading import load
from timeline.reports.counts import by_year
from timeline.views import counts
from timeline.views.parts import csv_table

FORMULAS = "=+-@＝＋－＠"


def _read(lines):
    return list(csv.reader(io.StringIO("\n".join(lines))))


def _one_cell(text):
    [_, [cell]] = _read(csv_table.csv_lines({"text": lambda row: row}, [text]))
    return cell


def test_events_as_they_were_accepted(small, golden):
    """Every column, for every kind of date, status and text."""
    lines = csv_table.csv_lines(csv_table.match_columns(small), small.select())
    golden("list.csv", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("sign", FORMULAS)
def test_a_formula_is_defused(sign):
    """An apostrophe in front, so that a spreadsheet shows it; also behind a tab."""
    assert _one_cell(f"{sign}1+1") == f"'{sign}1+1"
    assert _one_cell(f"\t{sign}1+1") == f"'{sign}1+1"
    assert _one_cell(f"a{sign}1") == f"a{sign}1"


@given(st.text(alphabet="'=+-@a1 ,;\"", min_size=1))
def test_a_defused_text_can_be_told_from_one_that_was_not(text):
    """Taking one apostrophe off what looks defused gives the text of the file back."""
    cell = _one_cell(text)
    assert re.sub(r"^'(?='*[=+@\-＝＋－＠])", "", cell) == text
    assert not cell.startswith(tuple(FORMULAS))


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_whatever_a_text_holds_it_is_one_cell_on_one_line(text):
    """Commas, quotes and line ends do not break a row."""
    lines = list(csv_table.csv_lines({"a": lambda row: row, "b": lambda _: 7}, [text]))
    assert len(lines) == 2
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", lines[1])
    assert _read(lines)[1][1] == "7"


def test_a_year_before_1_is_a_date_and_no_formula(tmp_path):
    """-0043 can be read back as it stands, in every column of dates and as a year."""
    path = tmp_path / "ides.yaml"
    path.write_text("- {date: -0043-03-15, title: -Ides-}\n")
    timeline = load.load(str(path))
    columns = csv_table.match_columns(timeline)
    head, row = _read(csv_table.csv_lines(columns, timeline.select()))
    cells = dict(zip(head, row, strict=True))
    assert (cells["date"], cells["latest_end"]) == ("-0043-03-15", "-0043-03-15")
    assert (cells["date_text"], cells["title"]) == ("15 Mar 44 BCE", "'-Ides-")
    years = csv_table.csv_lines(counts.count_columns(dated=False), by_year(timeline.select()))
    assert _read(years)[1][:2] == ["-0043", "44 BCE"]


def test_lists_stand_side_by_side(small):
    """Sources, publishers and addresses have the same order, a missing one its place."""
    head, *rows = _read(csv_table.csv_lines(csv_table.match_columns(small), small.select()))
    [war] = [dict(zip(head, row, strict=True)) for row in rows if row[1] == "war"]
    assert war["sources"] == "gazette; rumour"
    assert war["publishers"] == "The Gazette; Rumours"
    assert war["urls"] == "https://gazette.example/war?a=1; "
    assert war["actors"] == "The Union; Army of the Union; Rebels"
