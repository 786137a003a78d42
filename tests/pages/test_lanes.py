"""Lanes at several widths, as golden files; and what holds for all of them."""

import pytest
from rich.cells import cell_len

from timeline.layout.columns.lanes import layout
from timeline.loading.load import load
from timeline.model.handles import Handles
from timeline.pages.lanes import MARGIN, LanePage, label_signs
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.lanes import lanes
from timeline.text import cells
from timeline.views.lanes import lane_lines, lanes_data
from timeline.views.parts.look import Look, arc_colours

KINDS = {"lanes": {}, "lanes-actor": {"by": "actor"}, "lanes-fold": {"fold": True}}


@pytest.fixture(name="drawn", scope="module")
def _drawn(shown):
    """Return lanes of a timeline as text."""

    def drawn(timeline, look, **rest):
        made = lanes(timeline.select(), timeline, **rest)
        placed = layout(made, look.page - MARGIN, label_signs(look))
        page = LanePage(made, placed, look, arc_colours(timeline), Handles(timeline))
        return shown(page, look.width)

    return drawn


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("width", [60, 100])
def test_lanes_look_as_they_were_accepted(drawn, small, golden, name, width):
    """Spans, vague dates, an open end, labels, a fold."""
    golden(f"{name}-{width}.txt", drawn(small, Look(width), **KINDS[name]))


@pytest.mark.parametrize("name", KINDS)
def test_ascii_lanes_use_no_other_signs(drawn, small, golden, name):
    """The text of the file stays; every sign of ours is ASCII."""
    text = drawn(small, Look(80, ascii=True), **KINDS[name])
    assert text.replace("José Nuño", "").isascii()
    golden(f"{name}-ascii.txt", text)


@pytest.mark.parametrize(
    "width",
    [40, 120, *(pytest.param(width, marks=pytest.mark.thorough) for width in (60, 80, 200))],
)
@pytest.mark.parametrize("by", ["arc", "actor", "place", "tag", "status"])
@pytest.mark.parametrize("fold", [False, True])
def test_nothing_is_wider_than_the_page(drawn, curated, width, by, fold):
    """With all events of the curated file, folded or not."""
    for line in drawn(curated, Look(width), by=by, most=8, fold=fold).splitlines():
        assert cells(line) <= min(width, 112), line


def test_every_event_of_the_small_timeline_is_on_the_page(drawn, small):
    """With its label, and under it the sign of its status in the legend."""
    page = drawn(small, Look(100))
    for label in ("An old quarrel begins", "War of the Union [sic]", "The army lands :boom:"):
        assert label in page
    for sign in "●◐○◇✕":
        assert page.count(sign) >= 2


def test_wide_signs_keep_the_axis_in_line(drawn, tmp_path):
    """What stands behind a Chinese label or an accent of its own stands in its column."""
    path = tmp_path / "wide.yaml"
    path.write_text(
        "- {date: 2001-01-01, title: 会議が開かれる, tags: [a]}\n"
        "- {date: 2010-01-01, title: de\u0301cide\u0301, tags: [a]}\n"
        "- {date: 2020-01-01, title: later, tags: [a]}\n"
        "- {date: 2001-01-01, title: plain words here, tags: [b]}\n"
        "- {date: 2020-01-01, title: later, tags: [b]}\n",
        encoding="utf-8",
    )
    rows = [
        line for line in drawn(load(str(path)), Look(80), by="tag").splitlines() if "later" in line
    ]
    assert len(rows) == 2
    assert len({cell_len(row[: row.rindex("·")]) for row in rows}) == 1


def test_an_event_that_only_possibly_matches_is_marked(small, shown):
    """By its label, and in the legend."""
    query = ask({"year": ["2019-05"]}, "", Context(small, 737_000))
    made = lanes(small.select(query), small)
    page = shown(LanePage(made, layout(made, 79), Look(80), {}, Handles(small)), 80)
    assert "≈ A treaty is drafted" in page
    assert "≈ only possibly: its date is vague" in page


def test_an_event_that_order_dates_is_marked(drawn, tmp_path):
    """By its label, and in the legend; in ASCII too. What has a date of its own is not."""
    path = tmp_path / "bridge.yaml"
    path.write_text(
        "- {id: opens, date: 2019-03-02, title: The bridge opens}\n"
        "- {title: Divers look, links: [after: opens, before: closes]}\n"
        "- {id: closes, date: 2019-06-03, title: The bridge closes}\n"
    )
    page = drawn(load(str(path)), Look(80))
    assert page.count("⊢") == 2
    assert "⊢ Divers look" in page
    assert "⊢ its date follows from order, and stands in no file" in page
    assert "| Divers look" in drawn(load(str(path)), Look(80, ascii=True))


def test_numbers_lead_to_notes(drawn, tmp_path):
    """Three lanes of thirteen: the sign of the first number, and its note with date and title."""
    path = tmp_path / "many.yaml"
    path.write_text(
        "".join(
            f"- {{date: {2001 + at // 12}-{at % 12 + 1:02}, title: A long title of event {at}, "
            f"tags: [t{at % 3}]}}\n"
            for at in range(39)
        )
    )
    timeline = load(str(path))
    page = drawn(timeline, Look(31), by="tag")
    assert "¹³" in page
    assert "   1  Jan 2001  A long title" in page
    assert "[13]" in drawn(timeline, Look(31, ascii=True), by="tag")


def test_lines_name_lane_ends_title_and_id(small):
    """An open end is `..`; the earliest start and the latest end of what is vague."""
    lines = list(lane_lines(lanes(small.select(), small)))
    assert lines[0] == (
        "The north\t1998-01-01\t1998-12-31\tAn old quarrel begins\told-quarrel\tcertain"
    )
    assert lines[-1] == "The south\t2019-02-01\t..\tThe harbour is held\toccupation\tcertain"
    assert len(lines) == 7


def test_data_has_the_same_events(small):
    """With the stretch of time and its folds."""
    data = lanes_data(lanes(small.select(), small, fold=True), small, "")
    assert (data["first"], data["last"]) == ("1997-01-01", "2020-06-30")
    assert data["folds"] == [{"first": "2000-01-01", "last": "2018-02-28"}]
    assert [len(lane["events"]) for lane in data["lanes"]] == [3, 4]


@pytest.mark.parametrize(
    "title",
    [
        "soft\u00adhyphen aaaa bbbb cccc dddd eeee ffff gggg",
        "zero\u200bwidth\u200b \u2060joi\u200dned aaaa bbbb cccc dddd eeee ffff gggg",
        "e\u0301e\u0301e\u0301 combining a\u0308o\u0308u\u0308 aaaa bbbb cccc dddd eeee ffff",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "👩\u200d👧 ⚔\ufe0f ☺\ufe0f a family at war aaaa bbbb cccc dddd eeee",
        "עברית ערבית עברית ערבית עברית ערבית עברית ערבית עברית",
    ],
)
@pytest.mark.parametrize("width", [25, 40, 60, 61, 90])
def test_a_row_is_one_line_whatever_its_letters(drawn, tmp_path, title, width):
    """As many lines as with plain letters, and none that a terminal would break."""
    pages = []
    for each in (title, "x" * 50):
        path = tmp_path / f"{len(pages)}.yaml"
        path.write_text(
            f"- {{date: 2019, title: '{each}', tags: [t]}}\n- {{date: 2021, title: y}}\n",
            encoding="utf-8",
        )
        pages.append(drawn(load(str(path)), Look(width), by="tag").splitlines())
    lines, plain = pages
    assert len(lines) == len(plain)
    assert max(map(cells, lines)) <= width
