"""Pages of what lies near, of silences and of reasons, as golden files."""

import pytest

from timeline.edtf import day_number
from timeline.pages.beside import Beside, BesidePage
from timeline.pages.gaps import SilencePage
from timeline.pages.why import ReasonPage
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.around import around
from timeline.reports.centre import centre
from timeline.reports.gaps import silences
from timeline.text import cells
from timeline.views.around import distance_words
from timeline.views.parts.look import Look

TODAY = day_number(2026, 11, 23)
NAMES = ("around", "around-date", "gaps", "why")
QUERY = "(actor:general or tag:war) since:2018-04-05 not status:denied"


def _date(event, look):
    return event.date.describe(ascii=look.ascii)


@pytest.fixture(name="pages", scope="module")
def _pages(small):
    """Return every kind of page, by name, for a look."""
    event = small.get("landing")
    query = ask({}, QUERY, Context(small, TODAY))

    def beside(text, look):
        found = around(small.select(), centre(text, small, TODAY))
        rows = [
            Beside(distance_words(near, look), _date(near.match.event, look), near.match)
            for near in found.shown
        ]
        rows.insert(found.at, Beside("1 Jun 2018", centre=True))
        return BesidePage(rows, small, look, ["12 days: an example"])

    def pages(look):
        return {
            "around": beside("general-speaks", look),
            "around-date": beside("2018-06-01", look),
            "gaps": SilencePage(*silences(small.select(), starts=True), small, look),
            "why": ReasonPage(event, query.explain(event), small, look),
        }

    return pages


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [60, 100])
def test_a_page_looks_as_it_was_accepted(pages, shown, golden, name, width):
    """One golden file for each page and width."""
    golden(f"{name}-{width}.txt", shown(pages(Look(width))[name], width))


@pytest.mark.parametrize("name", NAMES)
def test_ascii_pages_use_no_other_signs(pages, shown, golden, name):
    """The text of the file stays; every sign of ours is ASCII."""
    page = shown(pages(Look(80, ascii=True))[name], 80)
    golden(f"{name}-ascii.txt", page)
    assert page.replace("José Nuño", "").replace("1–9", "").isascii()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_page(pages, shown, name, width):
    """At every width."""
    for line in shown(pages(Look(width))[name], width).splitlines():
        assert cells(line) <= min(width, 112), line
