"""Charts at several widths, as golden files; and what holds for every chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.examples import examples
from timeline.edtf import parse
from timeline.loading.load import load
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.pages.chart import ChartPage, unit_words
from timeline.reports.chart import chart
from timeline.text import cells
from timeline.views.chart import amount, chart_data, chart_lines, outside
from timeline.views.parts.look import Look, arc_colours

WIDTHS = (40, 60, 80, 120, 200)
SOME_WIDTHS = [
    pytest.param(width, marks=() if width in (40, 120) else pytest.mark.thorough)
    for width in WIDTHS
]
KINDS = {
    "chart": {},
    "chart-split": {"split": "arc"},
    "chart-month": {"by": "month"},
}


@pytest.fixture(name="page", scope="module")
def _page(small, shown):
    """Return a chart of the small timeline as text."""

    def page(look, **rest):
        made = chart(small.select(), small, **rest)
        return shown(ChartPage(made, look, arc_colours(small)), look.width)

    return page


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("width", [60, 100])
def test_a_chart_looks_as_it_was_accepted(page, golden, name, width):
    """Bars, small multiples, and bands of columns."""
    golden(f"{name}-{width}.txt", page(Look(width), **KINDS[name]))


@pytest.mark.parametrize("name", KINDS)
def test_ascii_charts_use_no_other_signs(page, golden, name):
    """Every sign of ours is ASCII."""
    text = page(Look(80, ascii=True), **KINDS[name])
    assert text.isascii()
    golden(f"{name}-ascii.txt", text)


@pytest.mark.parametrize("width", SOME_WIDTHS)
@pytest.mark.parametrize(
    "by",
    [
        *("auto", "month", "year"),
        *(
            pytest.param(by, marks=pytest.mark.thorough)
            for by in ("day", "week", "quarter", "decade")
        ),
    ],
)
@pytest.mark.parametrize("split", [None, "arc", "actor"])
def test_nothing_is_wider_than_the_page(page, width, by, split):
    """At every width, for every period."""
    for line in page(Look(width), by=by, split=split).splitlines():
        assert cells(line) <= min(width, 112), line


def test_bars_are_to_scale(page):
    """Four events take twice the cells of two; about 1998 is light, other years are empty."""
    lines = {line.split()[0]: line for line in page(Look(60)).splitlines() if line[1:2].isdigit()}
    assert lines["2018"].count("█") == 2 * lines["2019"].count("█") > 0
    for year in ("1997", "1998", "1999"):
        assert "≈0.3" in lines[year]
        assert set(lines[year].split()[-1]) == {"░"}
    assert lines["2005"].split() == ["2005", "·"]


def test_what_is_possible_is_told_by_its_sign(page):
    """Not by its colour alone: a chart without colour shows what is vague."""
    first, *_ = page(Look(100), by="month").strip().splitlines()
    assert first.split() == ["…"] * 36  # about 1998 is three years, and no month is a peak


def test_what_is_outside_is_said(tmp_path):
    """Events without a beginning are in no bar."""
    path = tmp_path / "old.yaml"
    path.write_text("- {date: 2019, title: a}\n- {date: ../1985, title: b}\n")
    timeline = load(str(path))
    made = chart(timeline.select(), timeline)
    assert list(outside(made)) == ["1 event of unknown beginning"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "≈1"),
        (0.083, "≈0.08"),
        (0.001, "≈0.01"),
        (1.26, "≈1.3"),
        (12.6, "≈13"),
        (2000, "≈2,000"),
    ],
)
def test_an_amount_is_as_exact_as_it_is_sure(value, said):
    """Fractions are sums of shares."""
    assert amount(value, "≈") == said


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("year", "by the year in which they began"),
        ("quarter", "by the quarter in which they began"),
        ("decade", "by when they began, in steps of 10 years"),
    ],
)
def test_the_heading_says_what_is_counted(small, by, said):
    """A span counts where it begins."""
    assert unit_words(chart(small.select(), small, by=by)) == said


def test_lines_are_whole(small):
    """Every period, with its EDTF, and the share of the vague."""
    made = chart(small.select(), small, by="month")
    lines = list(chart_lines(made))
    assert lines[0] == f"1997-01\t0\t{round(31 / (3 * 365), 4)}"
    assert "2018-03\t1\t0" in lines
    assert len(lines) == len(made.periods)


def test_lines_of_a_split_chart_name_the_value(small):
    """Each value has every period."""
    lines = list(chart_lines(chart(small.select(), small, split="arc")))
    assert "The north\t2018\t1\t0" in lines
    assert "The south\t2018\t3\t0" in lines


def test_data_has_the_same_bars(small):
    """With the days of each period."""
    data = chart_data(chart(small.select(), small, split="arc"), small, "")
    assert data["unit"] == {"name": "year", "length": 1}
    assert data["bars"][0] == {
        "period": "1997",
        "first": "1997-01-01",
        "last": "1997-12-31",
        "certain": 0,
        "possible": 0.3333,
    }
    assert [(row["key"], row["events"]) for row in data["rows"]] == [("north", 3), ("south", 4)]


@examples(60)
@given(
    st.lists(st.sampled_from(["2019", "-0043", "2018-03-01", "Y-17E7", "1900-05", "198X"])),
    st.sampled_from([None, "status"]),
    st.integers(30, 130),
    st.booleans(),
)
def test_no_chart_is_wider_than_its_page(dates, split, width, ascii_):
    """Whatever is charted."""
    timeline = Timeline(
        Event(id=f"e{at}", date=parse(date), title="", place=Place("", 1))
        for at, date in enumerate(dates)
    )
    made = chart(timeline.select(), timeline, split=split)
    page = ChartPage(made, Look(width, ascii_))
    for text in page.__rich_console__(Console(), Console().options):
        assert cells(text.plain) <= min(width, 112)
