"""The picture: to scale, nothing over anything else, and text stays text."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.exchange.picture import palette
from timeline.layout.pixels.axis import axis, ticks
from timeline.layout.pixels.panels import panels
from timeline.layout.pixels.rows import Bounds, packed
from timeline.layout.pixels.spots import spot
from timeline.layout.pixels.widths import clipped, measured
from timeline.model.answers import Match, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.reports.lanes import lanes
from timeline.text import visible

SVG = "{http://www.w3.org/2000/svg}"


def _match(date, title="An event", verdict=Verdict.YES, status="confirmed"):
    event = Event(id=title, date=edtf.parse(date), title=title, status=status, place=Place("f", 1))
    return Match(event, verdict)


def _days(date):
    when = edtf.parse(date)
    return when.earliest_start, when.latest_end


@pytest.fixture(name="year")
def _year():
    """Draw the 365 days of 2019 on 730 pixels: two pixels a day, beginning at 100."""
    return axis(*_days("2019"), 100.0, 830.0)


def _picture_of(timeline, query="", **rest):
    selection = timeline.select()
    losses = Losses()
    made = lanes(selection, timeline, **rest)
    return ET.fromstring(writer("svg")(Export(timeline, selection, query, made), losses)), losses  # noqa: S314  our own


def test_an_exact_day_is_a_sign_in_its_middle(year):
    """1 January is the first two pixels: its sign stands in the middle of them."""
    placed = spot(_match("2019-01-01"), year)
    assert (placed.left, placed.right, placed.sign) == (100, 102, 101)
    assert placed.is_point


def test_a_month_is_as_long_as_its_days(year):
    """February 2019 has 28 days: 56 pixels, from 31 days on; nothing of it is sure."""
    placed = spot(_match("2019-02"), year)
    assert (placed.left, placed.right, placed.solid) == (162, 218, None)
    assert placed.sign == 190


def test_a_span_is_sure_between_its_vague_ends(year):
    """From January to March: sure from the last of January to the first of March."""
    placed = spot(_match("2019-01/2019-03"), year)
    assert (placed.left, placed.right) == (100, 280)
    assert placed.solid == (160, 220)


def test_ends_beyond_the_axis(year):
    """What goes on has an arrow, what nobody knows a question mark, on its own side."""
    assert (spot(_match("2018/2020"), year).before, spot(_match("2018/2020"), year).after) == (
        "on",
        "on",
    )
    assert spot(_match("2019-02-01/.."), year).after == "on"
    assert spot(_match("2019-02-01/"), year).after == "unknown"
    assert spot(_match("/2019-02-01"), year).before == "unknown"
    assert spot(_match("2019-02-01/2019-03-01"), year).after == ""


def test_folds_take_no_days():
    """A folded silence has a fixed width, and a day in it is in its middle."""
    first, last = _days("2019")
    fold = _days("2019-03/2019-10")
    on = axis(first, last, 0.0, 300.0, [fold])
    assert [each.first for each in on.stretches] == [first, fold[1] + 1]
    assert on.stretches[0].right < on.x(fold[0] + 30) < on.stretches[1].left
    assert on.right == pytest.approx(300)


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 10**10),
    st.lists(st.integers(0, 10**10), max_size=9),
)
def test_time_never_runs_back(first, length, inside):
    """Later days are never further left, and labels of the axis never touch."""
    on = axis(first, first + length, 10.0, 1000.0)
    places = [on.x(first + day) for day in sorted(inside)]
    assert places == sorted(places)
    labels = [tick for tick in ticks(on) if tick.label]
    assert labels
    assert all(one.x + measured(one.label, 11) < other.x for one, other in pairwise(labels))


dates = st.sampled_from(
    [
        *(f"2019-01-0{day}" for day in range(1, 10)),
        *(f"2019-{month:02}" for month in range(1, 13)),
        *("2019", "2019~", "2018/2020", "2019-05/..", "../2019-05", "2019-06/", "/2019-06"),
        *("[2019-01-03,2019-11-01]", "2019-02-01/2019-03-05", "2019-04-1X", "201X"),
    ]
)


@given(
    st.lists(st.tuples(dates, st.text(max_size=80), st.booleans()), max_size=60), st.integers(1, 20)
)
def test_nothing_stands_over_anything_else(given_events, rows):
    """In a row, marks with their labels keep apart and stay within; every event is there."""
    on = axis(*_days("2019"), 36.0, 1004.0)
    spots = [
        spot(_match(date, title, Verdict.YES if sure else Verdict.MAYBE), on)
        for date, title, sure in given_events
    ]
    made, more = packed(spots, Bounds(20.0, 1020.0, rows))
    drawn = [each for row in made for placed in row for each in placed.spots]
    assert len(drawn) + more == len(spots)
    for row in made:
        reaches = sorted(placed.reach for placed in row)
        assert all(one[1] < other[0] for one, other in pairwise(reaches))
        assert all(start >= 19 and end <= 1021 for start, end in reaches)


@given(st.text(), st.floats(10, 400))
def test_a_clipped_label_fits(text, room):
    """A label takes no more than its room, and is whole where it fits."""
    assert measured(clipped(text, room)) <= max(room, measured("…"))
    assert clipped(text, measured(text)) == text


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_stays_text(title):
    """A picture is XML whatever a title says, which is read as it is shown everywhere."""
    event = replace(_match("2019", title).event, id="e")
    root, _ = _picture_of(Timeline([event], title=title), query=title)
    shown = visible(title).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert root.find(f".//{SVG}g/{SVG}title").text == f"2019: {shown} (confirmed)"
    assert root.find(f"{SVG}title").text == shown
    assert not root.findall(f".//{SVG}script")


def test_every_event_is_there_in_words(curated):
    """Each event is drawn by itself or in a count; what is crowded gets a closer look."""
    selection = curated.select()
    made = panels(lanes(selection, curated))
    whole = [spot.match.event.id for placed in made[0].placed for spot in placed.spots]
    assert sorted(whole) == sorted(match.event.id for match in selection)
    assert made[0].title == ""
    letter, _ = _days("2025-10-31")
    (autumn,) = (each for each in made[1:] if each.axis.first <= letter <= each.axis.last)
    alone = {spot.match.event.id for placed in autumn.single for spot in placed.spots}
    from_afar = {spot.match.event.id for placed in made[0].single for spot in placed.spots}
    assert len(alone) > len(alone & from_afar)


def test_nothing_comes_from_elsewhere(curated, how_many):
    """No address, no import, no foreign font; the caption says what was asked."""
    root, losses = _picture_of(curated, query="everything")
    for element in root.iter():
        assert not any("href" in name or name == "src" for name in element.attrib)
    assert "@import" not in root.find(f"{SVG}style").text
    assert "url(" not in root.find(f"{SVG}style").text
    said = [text.text for text in root.iter(f"{SVG}text")]
    caption = f"everything · {how_many} events · 14 May 2001 → c. 30 Mar 2026 · as of 31 Mar 2026"
    assert caption in said
    assert (losses.read, losses.written, losses.refused) == (how_many, how_many, 0)


def test_what_a_picture_cannot_say_is_reported(small):
    """Summaries, sources and the like are counted; an event outside the lanes is refused."""
    _, losses = _picture_of(small)
    told = {loss.what: loss.count for loss in losses}
    assert told["summary: a picture has no place for it"] == 1
    assert told["sources: a picture has no place for it"] == 7
    assert told["note: a picture has no place for it"] == 1


def test_legend_says_what_is_there(small):
    """The signs in the picture, each with its words, and no others."""
    root, _ = _picture_of(small)
    said = {text.text for text in root.iter(f"{SVG}text")}
    assert {
        "confirmed",
        "reported",
        "claimed",
        "disputed",
        "denied",
        "perhaps: a vague date",
    } <= said
    assert "no status given" not in said
    assert "only possibly: its date is vague" not in said


def test_arrows_and_maybes_are_drawn():
    """A maybe is marked in its label and in its words; an open end has its legend."""
    maybe = _match("2019-02/..", "It goes on", Verdict.MAYBE)
    timeline = Timeline([maybe.event])
    export = Export(timeline, type(timeline.select())([maybe]), "", None)
    made = lanes(export.selection, timeline)
    text = writer("svg")(Export(timeline, export.selection, "", made), Losses())
    assert "≈ It goes on" in text
    assert "It goes on (confirmed; only possibly: its date is vague)" in text
    assert "goes on</text>" in text


def _contrast(one, other):
    """Return the contrast of two colours as WCAG 2 has it."""

    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("which", [0, 1])
def test_letters_can_be_read(which):
    """Ink, quiet letters and every arc reach 4.5:1 on their ground, light and dark."""
    for pair in (palette.INK, palette.QUIET, *palette.ARCS):
        assert _contrast(pair[which], palette.GROUND[which]) >= 4.5
