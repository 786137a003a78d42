"""The screen: what stands where, at every size, and what keys do to it."""

import pytest

from timeline.edtf import parse
from timeline.exploring import sizes
from timeline.exploring.app import Explorer
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.loading import load
from timeline.model.records import Citation, Event, Place, Source
from timeline.model.timeline import Timeline


def test_the_screen_shows_the_list_with_its_command(play):
    """The crumb and the count above, the command that shows the same below, and the keys."""
    played = play("j", size=(80, 20))
    assert played.lines[0].startswith(" A small timeline")
    assert played.lines[0].endswith(" 7 events")
    assert [row[:1] for row in played.lines[4:11]] == [" ", "▸", " ", " ", " ", " ", " "]
    assert "War of the Union [sic] with the rebels [/b]" in played.lines[5]
    assert played.lines[-2] == " $ timeline list"
    assert " q end" in played.lines[-1]


def test_typing_asks_at_once(play):
    """The list, the count, the crumb and the command follow every letter."""
    played = play("slash", *"rebels", size=(80, 20))
    assert played.seat.query == "rebels"
    assert played.lines[0].endswith(" 4 events")
    assert "“rebels”" in played.lines[0]
    assert played.lines[1] == " rebels"
    assert played.lines[-2] == " $ timeline list rebels"


def test_escape_brings_the_old_query_back(play):
    """As if nothing had been typed."""
    assert play("slash", *"rebels", "escape").seat == Seat(rows=24)


@pytest.mark.parametrize(
    ("size", "in_detail", "detail"),
    [
        pytest.param((140, 40), False, True, marks=pytest.mark.thorough),
        *(((100, 30), False, True), ((60, 20), False, False), ((60, 20), True, True)),
    ],
)  # fmt: skip
def test_the_event_stands_beside_where_there_is_room(play, size, in_detail, detail):
    """On a narrow screen Enter leads to it, and left comes back."""
    played = play("j", *["enter"] * in_detail, size=size)
    assert ("It is said to have begun in March." in played.text) is detail
    assert ("An old quarrel begins" in played.text) is not (size[0] < 90 and in_detail)


@pytest.mark.parametrize(
    ("size", "division"),
    [
        ((130, 16), (True, True, True, True)),
        ((129, 16), (True, True, False, True)),
        ((89, 15), (True, False, False, False)),
        ((39, 10), (False, False, False, False)),
        ((40, 9), (False, False, False, False)),
    ],
)
def test_the_screen_is_divided_by_its_size(size, division):
    """130 cells and more, 90 and more, less; 16 lines and more, less; too small."""
    made = sizes.division(*size)
    assert (made.fits, made.detail, made.facets, made.strip) == division
    assert made.footer is made.strip


def test_a_screen_too_small_says_so(play):
    """In one line, and nothing else."""
    assert play(size=(39, 10)).text.strip() == "39×10 is too small: 40×10 at least"


def test_the_cursor_stands_on_the_focused_row(play):
    """Where screen readers and braille displays read."""
    assert play("j", "j", size=(80, 20)).app.cursor_position == (0, 6)


def test_the_focus_is_always_seen(play):
    """The list follows it."""
    played = play("G", size=(80, 10))
    assert any(row.startswith("▸") and "The harbour is held" in row for row in played.lines)


def test_what_cannot_act_says_why(press):
    """Instead of doing nothing."""
    assert press("k").last_said == "this is the first event"


def test_undo_says_what_came_back(press):
    """And redo too."""
    assert press("c", "u").last_said == "possible ones too"
    assert press("c", "u", "ctrl+r").last_said == "certain only"


def test_links_have_numbers_that_follow_them(play, press):
    """In the event; the crumbs say the way."""
    seat = Seat(focus="rebels-deny", pane="detail")
    assert press("4", seat=seat).last_said == "this event has 1 link"
    played = play("1", seat=seat, size=(120, 40))
    assert "e5 › e4" in played.lines[0]
    assert "The general claims victory" in played.text


@pytest.mark.parametrize("colours", ["", pytest.param("1", marks=pytest.mark.thorough)])
def test_a_click_on_a_link_follows_it(play, monkeypatch, colours):
    """On any line of it; beside it a click does nothing."""
    monkeypatch.setenv("NO_COLOR", colours)
    seat = Seat(focus="rebels-deny")
    beside = play(seat=seat, size=(120, 40), click=("#detail", (2, 1)))
    assert beside.seat.walked == ()
    lines = beside.lines
    left = lines[5].index("│") + 1
    at = next(place for place, line in enumerate(lines) if "e4" in line[left:])
    column = lines[at].index("e4", left) - left
    top = 4  # lines above the event
    played = play(seat=seat, size=(120, 40), click=("#detail", (column + 1, at - top)))
    assert "e5 › e4" in played.lines[0]


def test_an_event_that_rests_on_one_origin_is_marked_quietly(play):
    """One without a source too; where no source is known nothing is said of any."""
    sources = {name: Source(name, publisher=name) for name in "ab"}
    cited = {"two": "ab", "one": "a", "none": ""}
    day = parse("2019-03-28")
    found = [
        Event(id=id_, date=day, title=id_, sources=tuple(map(Citation, names)), place=Place("t", 1))
        for id_, names in cited.items()
    ]
    of_all = play(on=Ground(Timeline(found, sources=sources), 1), size=(60, 20)).lines
    marked = {id_: any("¹" in line and f" {id_} " in line for line in of_all) for id_ in cited}
    assert marked == {"two": False, "one": True, "none": True}
    of_none = play(on=Ground(Timeline(found[-1:]), 1), size=(60, 20)).text
    assert "none" in of_none
    assert "¹" not in of_none


def test_nothing_is_drawn_but_ascii_where_that_is_asked(play, small):
    """Signs of ours, that is: titles stay as they are."""
    played = play("j", "space", "full_stop", on=Ground(small, 1, ascii=True), size=(120, 40))
    assert [row for row in (*played.lines[:4], *played.lines[-2:]) if not row.isascii()] == []
    assert played.lines[4].startswith(" *")
    assert [row for row in played.lines[4:36] if not row[:70].isascii()] == []


def test_text_of_a_file_is_never_obeyed(play, tmp_path):
    """Neither markup nor what a terminal would obey."""
    path = tmp_path / "poison.yaml"
    title = r'"[bold red]x[/] \e[2J \x07 [link=https://e.example]y[/link]"'
    path.write_text(f"- {{date: 2019, title: {title}}}\n", encoding="utf-8")
    played = play(on=Ground(load.load(str(path)), 1), size=(200, 20))
    assert "[bold red]x[/] ␛[2J ␇ [link=https://e.example]y[/link]" in played.text


def test_no_sign_covers_the_years_at_the_ends(play, long):
    """Where the focus is on the first day or the last, the year stands beside it."""
    assert play("g", on=long, size=(80, 20)).lines[3].split() == ["▲2019", "2019"]
    assert play("G", on=long, size=(80, 20)).lines[3].split() == ["2019", "2019▲"]


def test_a_click_goes_to_a_row(play):
    """As the keys do."""
    assert play(size=(80, 20), click=("#rows", (10, 2))).seat.focus == "landing"


def test_a_click_on_the_row_of_the_focus_stays_there(play):
    """It is no mistake, as a key is that can go no further."""
    played = play(size=(80, 20), seat=Seat(focus="war"), click=("#rows", (10, 1)))
    assert (played.seat.focus, played.said) == ("war", "")


def test_a_click_leaves_a_query_as_it_was_kept(play):
    """What stands in the line then is what is asked, not what was begun."""
    played = play(
        "j",
        seat=Seat(pane="query", query="rebels", draft="status:", focus="war"),
        size=(80, 20),
        click=("#rows", (10, 1)),
    )
    assert (played.seat.draft, played.seat.pane, played.seat.query) == (None, "main", "rebels")


@pytest.fixture(name="long")
def _long(tmp_path):
    """Return a ground with more events than a screen has lines: one for each day of January."""
    path = tmp_path / "long.yaml"
    days = (f"- {{id: day-{at}, date: 2019-01-{at:02}, title: Day {at}}}\n" for at in range(1, 32))
    path.write_text("".join(days), encoding="utf-8")
    return Ground(load.load(str(path)), 1)


def test_a_bar_takes_no_room(play, long):
    """Rows are as wide whether there are many or few, so that none is drawn anew."""
    rooms = []

    def look(app):
        rooms.append(app.stage.query_one("#rows").room)

    play(on=long, size=(80, 20), then=look)
    play("plus", "plus", "plus", "plus", "plus", "plus", on=long, size=(80, 20), then=look)
    assert rooms == [79, 79]


def test_the_wheel_scrolls_and_the_focus_stays_in_sight(play, long):
    """It moves only when it would be left outside."""
    played = play(on=long, size=(80, 20), then=lambda app: app.stage.query_one("#rows").wheel(3))
    assert played.seat.focus == "day-4"
    assert played.lines[4].startswith("▸")
    assert "Day 4" in played.lines[4]


def test_a_click_on_the_bar_goes_to_what_lies_there(play, long):
    """The last line of the bar is near the last event."""
    played = play(on=long, size=(80, 20), click=("#rows", (79, 7)))
    assert played.app.ground.row(played.seat) == 15


def test_an_event_scrolls(play):
    """By lines and pages; at its ends it says so."""
    seat = Seat(focus="war", pane="detail")
    above = play("k", seat=seat, size=(60, 16))
    assert "War of the Union" in above.lines[5]
    assert above.said == "this is the beginning of the event"
    assert "War of the Union" not in play("j", "j", "j", seat=seat, size=(60, 16)).lines[5]
    assert play("G", "j", seat=seat, size=(60, 16)).said == "this is the end of the event"


def test_in_a_large_file_the_keys_do_not_wait(play, monkeypatch):
    """What is found follows; what is shown until then is dim, and then it is the same."""
    monkeypatch.setattr("timeline.exploring.ground._MOST_AT_ONCE", 0)
    played = play("slash", *"rebels", "enter", until="4 events")
    assert played.seat.query == "rebels"
    assert played.lines[0].endswith(" 4 events")
    assert played.lines[-2] == " $ timeline list rebels"


def test_a_search_that_ends_after_the_screen_is_no_fault(ground):
    """Whoever leaves while something is looked for hears no more of it."""
    app = Explorer(ground, Seat())
    app.draw()
    assert app.broken_by is None


def test_only_signs_and_headings_are_bold(play):
    """A title is as plain as on a page, and the command as what it is copied from."""
    bold = []

    def look(app):
        strips = app.stage._compositor.render_strips()  # noqa: SLF001  there is no door to it
        for strip in strips:
            parts = [each.text for each in strip if each.style and each.style.bold]
            bold.extend(["".join(parts)])

    play(size=(80, 20), then=look)
    assert bold[5].strip() == ""
    assert bold[-2].strip() == ""
    assert bold[0].split()[:3] == ["A", "small", "timeline"]


def test_what_is_said_stands_in_the_colours_of_the_terminal(play):
    """On white as well as on black: no other background than its own."""
    seen = []

    def look(app):
        toasts = list(app.stage.query("Toast"))
        seen.extend(str(each.styles.background.ansi) for each in toasts)

    told = "this is the first event"
    assert told in play("k", until=told, then=look).text
    assert set(seen) <= {"-1"}


@pytest.mark.parametrize("size", [(140, 40), pytest.param((60, 20), marks=pytest.mark.thorough)])
def test_without_colours_all_is_there(play, monkeypatch, size):
    """NO_COLOR takes colours away and nothing else: every state has a sign or a word."""
    monkeypatch.setenv("NO_COLOR", "1")
    seen = set()

    def look(app):
        for strip in app.stage._compositor.render_strips():  # noqa: SLF001  there is no door to it
            styles = [segment.style for segment in strip if segment.style]
            seen.update(each.color.name for each in styles if each.color)

    played = play("j", "space", "f", "minus", "escape", "K", size=size, then=look)
    assert seen <= {"default"}
    assert "as known on" in played.lines[0]
