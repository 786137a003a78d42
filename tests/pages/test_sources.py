"""Pages of sources, and of counts over time, as golden files: look at them before accepting."""

import pytest

from timeline.edtf import day_number
from timeline.pages.counts import CountPage, spark, spark_heading
from timeline.pages.sources import Bibliography, SourcePage
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.counts import counts
from timeline.reports.groups import GROUPINGS
from timeline.reports.periods import Spread, over_time
from timeline.reports.sources import references
from timeline.text import cells
from timeline.views.parts.look import Look

TODAY = day_number(2026, 11, 23)


@pytest.fixture(name="pages", scope="module")
def _pages(small):
    """Return every kind of page, by name, for a look."""

    def pages(look):
        found = small.select(ask({}, "until:1998 or since:2018", Context(small, TODAY)))
        sources = references(found, small)
        actors = GROUPINGS["actors"](small)
        spread = over_time(found, actors.tallies(found))
        return {
            "sources": SourcePage(sources, look),
            "cite": Bibliography(sources, small, look),
            "over-time": CountPage(counts(found, actors), look, spread=spread),
        }

    return pages


@pytest.mark.parametrize("name", ["sources", "cite", "over-time"])
@pytest.mark.parametrize("width", [60, 100])
def test_a_page_looks_as_it_was_accepted(pages, shown, golden, name, width):
    """One golden file for each page and width."""
    golden(f"{name}-{width}.txt", shown(pages(Look(width))[name], width))


@pytest.mark.parametrize("name", ["sources", "cite", "over-time"])
def test_ascii_pages_use_no_other_signs(pages, shown, golden, name):
    """The text of the file stays; every sign of ours is ASCII."""
    page = shown(pages(Look(100, ascii=True))[name], 100)
    golden(f"{name}-ascii.txt", page)
    assert page.replace("José Nuño", "").isascii()


@pytest.mark.parametrize(
    "width",
    [40, *(pytest.param(width, marks=pytest.mark.thorough) for width in (60, 80, 100, 120, 200))],
)
def test_nothing_of_the_curated_pages_is_wider_than_the_page(curated, shown, width):
    """At every width; only an address may be longer."""
    found, look = curated.select(), Look(width)
    sources, actors = references(found, curated), GROUPINGS["actors"](curated)
    spread = over_time(found, actors.tallies(found))
    for page in (
        SourcePage(sources, look),
        Bibliography(sources, curated, look),
        CountPage(counts(found, actors), look, spread=spread),
    ):
        for line in shown(page, width).splitlines():
            assert cells(line) <= min(width, 112) or "://" in line, line


def test_columns_over_time_need_room(pages, shown):
    """They are there from 100 cells on."""
    assert "▁" not in shown(pages(Look(99))["over-time"], 99)
    assert "1998              2019" in shown(pages(Look(100))["over-time"], 100)


def test_a_column_is_as_high_as_its_number():
    """The greatest is whole, a single event never; nothing is a dot."""
    assert spark([0, 1, 2, 4], ascii=False).plain == "·▂▄█"
    assert spark([1, 16], ascii=False).plain == "▁█"
    assert spark([0, 1, 2, 4], ascii=True).plain == ".:+#"


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (Spread(2001, 1, 12, 25, {}), "2001                 2025"),
        (Spread(2018, 3, 1, 12, {}), "2018    2019"),
        (Spread(2018, 3, 1, 18, {}), "Mar 2018  Aug 2019"),
        (Spread(2018, 3, 1, 5, {}), "2018 "),
        (Spread(2018, 3, 1, 2, {}), "  "),
        (Spread(-43, 1, 1200, 26, {}), "44 BCE            2556"),
    ],
)
def test_the_first_and_last_period_are_named_where_they_fit(spread, words):
    """As months, as years, or not at all; always as wide as the columns."""
    said = spark_heading(spread, ascii=False)
    assert said.split() == words.split()
    assert len(said) == spread.number
