"""Pages and lines of what is found by following time: golden files, and what words mean."""

import pytest

from timeline.edtf import day_number
from timeline.model.answers import Match, Verdict
from timeline.pages.beside import Beside, BesidePage
from timeline.pages.gaps import SilencePage
from timeline.pages.why import ReasonPage, answer
from timeline.phrases.days_of_year import DayOfYear
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.query.logic import Reason
from timeline.reports.around import around
from timeline.reports.centre import centre
from timeline.reports.distance import Near
from timeline.reports.gaps import silences
from timeline.reports.on import Anniversary
from timeline.text import cells
from timeline.views import why
from timeline.views.around import distance_words
from timeline.views.on import years_words
from timeline.views.parts.look import Look

TODAY = day_number(2026, 11, 23)
NO, MAYBE, YES = Verdict.NO, Verdict.MAYBE, Verdict.YES
NAMES = ("around", "around-date", "gaps", "why")
QUERY = "(actor:general or tag:war) since:2018-04-05 not status:denied"


def _date(event, look):
    return event.date.describe(ascii=look.ascii)


@pytest.fixture(name="pages")
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


@pytest.mark.parametrize(
    ("least", "most", "where", "sure", "words"),
    [
        (-12, -12, "before", True, "12 days before"),
        (-1, -1, "before", True, "1 day before"),
        (3, 33, "after", True, "≈3–33 days after"),
        (-33, -3, "before", True, "≈3–33 days before"),
        (1200, 1200, "after", True, "1,200 days after"),
        (None, -5, "before", True, "≈at least 5 days before"),
        (2, None, "after", True, "≈at least 2 days after"),
        (0, 0, "same day", True, "same day"),
        (-4, 6, "same day", False, "possibly same day"),
        (0, 16, "going on", False, "possibly going on"),
    ],
)
def test_a_distance_in_words(small, least, most, where, sure, words):
    """Days and a side; a range where a date is vague."""
    match = Match(small.get("rebels-deny"), YES)
    assert distance_words(Near(match, least, most, where, sure), Look()) == words


@pytest.mark.parametrize(
    ("year", "day", "words"),
    [
        (2020, (11, 23), "6 years ago"),
        (2020, (11, 22), "6 years ago"),
        (2020, (12, 25), "5 years ago"),
        (2025, (11, 23), "1 year ago"),
        (2025, (12, 25), "last year"),
        (2026, (3, 23), "this year"),
        (2028, (3, 23), "in 2 years"),
        (-43, (3, 15), "2,069 years ago"),
        (None, (3, 15), "year unknown"),
    ],
)
def test_years_in_words(small, year, day, words):
    """Whole years before 23 November 2026."""
    found = Anniversary(Match(small.get("war"), YES), year, "on")
    assert years_words(found, DayOfYear(*day), TODAY) == words


def test_the_tree_joins_every_term_to_the_one_above():
    """The last part closes its branch; what is deeper stands further right."""
    leaf = Reason("a", YES)
    tree = Reason("all of", NO, parts=(Reason("any of", YES, parts=(leaf, leaf)), Reason("b", NO)))
    rows = [row.joint + row.reason.term for row in why.tree(tree, Look())]
    assert rows == ["all of", "├ any of", "│ ├ a", "│ └ a", "└ b"]
    rows = [row.joint + row.reason.term for row in why.tree(tree, Look(ascii=True))]
    assert rows == ["all of", "|- any of", "|  |- a", "|  `- a", "`- b"]


def test_the_terms_that_decided_are_named():
    """Of all-of the least, of any-of the greatest, of a negation what it negates."""
    maybe, yes, no = Reason("m", MAYBE), Reason("y", YES), Reason("n", NO)
    either = Reason("any of", MAYBE, parts=(maybe, no))
    turned = Reason("not", NO, parts=(yes,))
    assert [each.term for each in why.deciding(either)] == ["m"]
    assert [each.term for each in why.deciding(turned)] == ["y"]
    assert answer(yes) == "It matches."
    assert answer(Reason("all of", MAYBE, parts=(yes, either))) == (
        "It possibly matches: m may hold, or not."
    )
    assert answer(Reason("all of", NO, parts=(either, turned, no))) == (
        "It does not match because of y and n."
    )
    assert answer(Reason("all of", NO, parts=(no,) * 9)) == (
        "It does not match because of n, n and 7 more."
    )
