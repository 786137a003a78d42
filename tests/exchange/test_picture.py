"""The picture: every event is there in words, and text stays text."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.exchange.picture import palette
from timeline.layout.pixels.panels import panels
from timeline.model.answers import Match, Selection, Verdict
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


def _picture_of(timeline, query="", **rest):
    selection = timeline.select()
    losses = Losses()
    made = lanes(selection, timeline, **rest)
    return ET.fromstring(writer("svg")(Export(timeline, selection, query, made), losses)), losses  # noqa: S314  our own


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
        "denial",
        "perhaps: a vague date",
    } <= said
    assert "no status given" not in said
    assert "only possibly: its date is vague" not in said


def test_arrows_and_maybes_are_drawn():
    """A maybe is marked in its label and in its words; an open end has its legend."""
    maybe = _match("2019-02/..", "It goes on", Verdict.MAYBE)
    timeline = Timeline([maybe.event])
    export = Export(timeline, Selection([maybe]), "", None)
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
