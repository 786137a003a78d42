"""Pages at several widths, as golden files: look at them before accepting them."""

import re

import pytest

from timeline.edtf import day_number
from timeline.model.answers import Selection
from timeline.pages.counts import CountPage
from timeline.pages.list import EventPage
from timeline.pages.overview import Overview
from timeline.pages.parts import heading
from timeline.pages.show import EventDetail
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.chart import chart
from timeline.reports.counts import by_actor, by_arc, by_year
from timeline.text import cells
from timeline.views.list import event_lines
from timeline.views.parts.look import Look

TODAY = day_number(2026, 11, 23)
WIDTHS = (40, 60, 80, 120, 200)


@pytest.fixture(name="vague", scope="module")
def _vague(small) -> Selection:
    """Return a selection with certain and possible events."""
    return small.select(ask({"since": ["2018-04-05"]}, "", Context(small, TODAY)))


@pytest.fixture(name="pages", scope="module")
def _pages(small, vague):
    """Return every kind of page, by name, for a look."""

    def pages(look):
        everything = small.select()
        return {
            "list": EventPage(vague, small, look),
            "show": EventDetail(small.get("general-speaks"), small, look),
            "show-war": EventDetail(small.get("war"), small, look),
            "actors": CountPage(by_actor(everything, small), look),
            "years": CountPage(by_year(everything), look, dated=False),
            "overview": Overview(
                small,
                everything,
                chart=chart(everything, small),
                arcs=by_arc(everything, small),
                statuses=small.values("status"),
                tries=[("who did what", "timeline list --actor union --year 2018")],
                look=look,
            ),
        }

    return pages


@pytest.mark.parametrize("name", ["list", "show", "show-war", "actors", "years", "overview"])
@pytest.mark.parametrize("width", [60, 100])
def test_a_page_looks_as_it_was_accepted(pages, shown, golden, small_file, name, width):
    """One golden file for each page and width."""
    page = shown(pages(Look(width))[name], width)
    golden(f"{name}-{width}.txt", page.replace(small_file, "small.yaml"))


@pytest.mark.parametrize("name", ["list", "show-war", "actors", "overview"])
def test_ascii_pages_use_no_other_signs(pages, shown, golden, small_file, name):
    """The text of the file stays; every sign of ours is ASCII."""
    page = shown(pages(Look(80, ascii=True))[name], 80).replace(small_file, "small.yaml")
    golden(f"{name}-ascii.txt", page)
    assert page.replace("José Nuño", "").isascii()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["list", "show", "show-war", "actors", "years", "overview"])
def test_nothing_is_wider_than_the_page(pages, shown, name, width):
    """At every width; only an address, and a command to copy, may be longer."""
    for line in shown(pages(Look(width))[name], width).splitlines():
        if not any(copied in line for copied in ("://", "timeline list", "small.yaml")):
            assert cells(line) <= min(width, 112), line


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_a_title_is_lost(vague, small, shown, width):
    """Titles wrap; they are never cut."""
    page = shown(EventPage(vague, small, Look(width)), width)
    for match in vague:
        for word in match.event.title.split():
            assert word in page


def test_text_from_the_file_is_never_markup(small, shown):
    """`[sic]`, `[/b]` and `:boom:` arrive as they were written."""
    page = shown(EventPage(small.select(), small, Look(200)), 200)
    assert "War of the Union [sic] with the rebels [/b]" in page
    assert "The army lands :boom:" in page


def test_dates_stand_in_one_column(vague, small, shown):
    """The signs of all events stand under each other."""
    page = shown(EventPage(vague, small, Look(100)), 100)
    signs = {line.index(sign) for line in page.splitlines()[:-1] for sign in "●◇○✕" if sign in line}
    assert len(signs) == 1


def test_a_maybe_is_marked_and_explained(vague, small, shown):
    """The mark stands before the date, and in the legend."""
    page = shown(EventPage(vague, small, Look(100)), 100).splitlines()
    assert sum(line.startswith("≈") for line in page) == vague.possible == 1
    assert "≈ only possibly: its date is vague" in page[-1]


def test_the_year_stands_once_as_a_heading(small, shown):
    """Dates below it leave the year out."""
    page = shown(EventPage(small.select(), small, Look(100)), 100)
    assert [line for line in page.splitlines() if line in ("1998", "2018", "2019")] == [
        "1998",
        "2018",
        "2019",
    ]
    assert " 1 Jun  " in page
    assert "1 Jun 2018" not in page


def test_lines_for_a_pipe_are_whole(vague, small):
    """Seven cells each, separated by tabs, whatever the text holds."""
    rows = [line.split("\t") for line in event_lines(vague, small)]
    assert {len(row) for row in rows} == {7}
    assert rows[0] == [
        "2018-03/2019-01-05",
        "confirmed",
        "War of the Union [sic] with the rebels [/b]",
        "north",
        "The Union; Army of the Union; Rebels",
        "war",
        "certain",
    ]
    assert [row[-1] for row in rows].count("possible") == 1


def test_a_heading_says_what_was_asked_and_how_many(shown):
    """The title over the question and the count."""
    text = shown(heading("A story", "actor X", "3 events", Look(80)), 80)
    assert text == "A story\nactor X · 3 events\n"


def test_a_handle_without_room_takes_no_line(small, shown):
    """It begins the details, which stand there anyway; without details it has a line."""
    lines = {}
    for width in range(30, 60):
        page = shown(EventPage(small.select(), small, Look(width)), width)
        lines[width] = [line.strip() for line in page.splitlines()]
    joined = [line for page in lines.values() for line in page if line.startswith("e5 · ")]
    assert joined
    assert all(len(re.findall(r"\be[1-7]\b", "\n".join(page))) == 7 for page in lines.values())
