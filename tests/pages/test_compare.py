"""Two questions side by side: columns, marks and days, at every width."""

import pytest

from timeline.pages.compare import ComparisonPage, Side
from timeline.query.fields import Context
from timeline.reports.compare import aligned, beside, side
from timeline.text import cells
from timeline.views.parts.look import Look


@pytest.fixture(name="ask", scope="module")
def _ask(small):
    return lambda text: small.select(side(text, Context(small, 1)))


@pytest.fixture(name="pages", scope="module")
def _pages(small, ask):
    """Return a comparison in order of time, and one by days, for a look."""
    days_0 = small.get("rebels-deny"), small.get("some-year")
    timed = beside(ask("union"), ask("rebels since:2018-05"), small)
    counted = aligned(ask("south"), ask("north"), days_0)
    heads = Side("A", "actor The Union and its members", "6 events"), Side("B", "arc", "3 events")
    days = tuple(
        Side(head.letter, head.asked, head.count, day)
        for head, day in zip(heads, days_0, strict=True)
    )
    return lambda look: {
        "compare": ComparisonPage(timed, heads, small, look),
        "compare-days": ComparisonPage(counted, days, small, look),
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
    first, second = (page[1].index(head) for head in ("A actor", "B arc"))
    assert first < line.index("=●") < second
    assert "= in both" in page[-1]


def test_a_day_0_outside_its_side_is_shown_and_said(small, ask, shown):
    """The landing is no event of the north; it answers no question, and yet days count from it."""
    days_0 = small.get("landing"), small.get("rebels-deny")
    heads = Side("A", "arc The north", "", days_0[0]), Side("B", "arc The south", "", days_0[1])
    page = ComparisonPage(aligned(ask("north"), ask("south"), days_0), heads, small, Look(78))
    text = " ".join(shown(page, 78).split())
    assert "The army lands :boom: (1–9 Apr 2018, day?; day 0, not in A)" in text
    assert text.count("Rebels deny it") == 1
