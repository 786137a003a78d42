"""Two questions side by side: columns, marks and days, at every width."""

import pytest

from timeline.pages.compare import ComparisonPage
from timeline.query.fields import Context
from timeline.reports.compare import compared, side
from timeline.text import cells
from timeline.views.parts.look import Look


@pytest.fixture(name="made", scope="module")
def _made(small):
    """Return what two texts ask, by days if there are days 0."""

    def made(first, second, *days_0):
        asked = [side(text, Context(small, 1)) for text in (first, second, "")]
        days = tuple(map(small.get, days_0)) or None
        return compared(small, (asked[0], asked[1]), asked[2], days)

    return made


@pytest.fixture(name="pages", scope="module")
def _pages(made):
    """Return a comparison in order of time, and one by days, for a look."""
    timed = made("union", "rebels since:2018-05")
    counted = made("south", "north", "rebels-deny", "some-year")
    return lambda look: {
        "compare": ComparisonPage(timed, look),
        "compare-days": ComparisonPage(counted, look),
    }


@pytest.mark.parametrize("name", ["compare", "compare-days"])
@pytest.mark.parametrize("width", [60, 100])
def test_a_comparison_looks_as_it_was_accepted(pages, shown, golden, name, width):
    """One column with letters when it is narrow, two columns when it is not."""
    golden(f"{name}-{width}.txt", shown(pages(Look(width))[name], width))


@pytest.mark.parametrize("name", ["compare", "compare-days"])
def test_an_ascii_comparison_uses_no_other_signs(pages, shown, golden, name):
    """Every sign of ours is ASCII, the minus among them."""
    page = shown(pages(Look(80, ascii=True))[name], 80)
    golden(f"{name}-ascii.txt", page)
    assert page.isascii()


@pytest.mark.parametrize("name", ["compare", "compare-days"])
@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_nothing_is_wider_than_the_page_and_no_word_is_lost(pages, small, shown, name, width):
    """Titles wrap in their column; they are never cut."""
    page = shown(pages(Look(width))[name], width)
    assert all(cells(line) <= min(width, 112) for line in page.splitlines())
    words = set(page.split())
    for id_ in ("war", "landing", "general-speaks", "occupation"):
        if width >= 60:
            assert set(small.get(id_).title.split()) <= words


def test_a_shared_event_stands_once_between_the_columns(pages, shown):
    """With its mark, which the legend explains."""
    page = shown(pages(Look(100))["compare"], 100).splitlines()
    (line,) = [line for line in page if "A treaty is drafted" in line]
    first, second = (page[1].index(head) for head in ("A actor", "B “rebels”"))
    assert first < line.index("=●") < second
    assert "= in both" in page[-1]


def test_a_day_0_outside_its_side_is_shown_and_said(made, shown):
    """The landing is no event of the north; it answers no question, and yet days count from it."""
    page = ComparisonPage(made("north", "south", "landing", "rebels-deny"), Look(78))
    text = " ".join(shown(page, 78).split())
    assert "The army lands :boom: (1–9 Apr 2018, day?; day 0, not in A)" in text
    assert text.count("Rebels deny it") == 1
