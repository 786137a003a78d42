"""Of a file whose events are told no more is read than must be, and the same comes out."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.loaded import loaded
from tests.editing.strategies import DATES, files
from tests.editing.test_any_text import texts
from timeline.editing import excerpts, style
from timeline.editing.entries import with_entry, with_registry
from timeline.editing.event_file import EventFile
from timeline.editing.events import with_event, without_event
from timeline.editing.lines import CannotEdit
from timeline.editing.place import Told
from timeline.errors import TimelineError

NEW = {"id": "new", "title": "New: one", "tags": ["a"]}


def _told(text):
    """Return the events of a text as loading finds them, in its order."""
    found = sorted(loaded(text), key=lambda event: event.place.line)
    return [Told(event.id, None if event.undated else event.date) for event in found]


def _after(edit, *args):
    """Return what comes out, or why nothing does."""
    try:
        return edit(*args)
    except CannotEdit as error:
        return error.message, error.hint


def _is_the_same_either_way(text, new):
    told = _told(text)
    assert _after(with_event, text, new, told) == _after(with_event, text, new)
    for id_, _ in told:
        assert _after(without_event, text, id_, told) == _after(without_event, text, id_)


@pytest.mark.parametrize("enough", [1, 2])
def test_the_same_comes_out_whether_all_is_read_or_not(enough, monkeypatch):
    """In any style, with comments, wherever the event stands; to the byte."""
    monkeypatch.setattr(style, "ENOUGH", enough)

    @given(drawn=files(), date=st.sampled_from(DATES))
    def whatever(drawn, date):
        _is_the_same_either_way(drawn.text, {**NEW, "date": date})

    whatever()


@given(text=texts)
def test_the_same_comes_out_of_any_text_that_loads(text):
    """However odd it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "ENOUGH", 1)
        try:
            _is_the_same_either_way(text, {**NEW, "date": "2019"})
        except TimelineError:
            return  # it is no event file


A = "  - id: a\n    date: 2018\n    title: A\n"
B = "  - id: b\n    date: 2019\n    title: B\n"
C = "  - id: c\n    date: 2020\n    title: C\n"
U = "  - id: u\n    title: U\n    links: [{after: a}]\n"
APART = {
    "plain": f"events:\n{A}{B}{C}",
    "blank lines, headings, sections on both sides": (
        f"# head\n\ntimeline: {{title: T}}\nevents:  # all\n\n  # early\n\n{A}    # on A\n\n"
        f"  # late\n\n  # on B\n{B}\n  # on C\n{C}  # end\n\n# for actors\n"
        "actors:\n  x: {name: X}\n"
    ),
    "a list alone": f"# head\n\n# on A\n{A}\n{B}\n{C}",
    "carriage returns": f"events:\n{A}\n{B}\n{C}".replace("\n", "\r\n"),
    "a byte order mark": f"\ufeffevents:\n{A}{B}{C}",
    "no line end at the end": f"events:\n{A}{B}{C}".rstrip("\n"),
    "one without a date": f"events:\n{A}{U}{B}{C}",
    "out of order": f"events:\n{C}\n{A}\n\n{B}",
    "braces": "events:\n- {id: a, date: 2018, title: A}\n- {date: 2020,\n   title: B}\n",
    "hyphens alone": f"events:\n{A}{C}".replace("- id: ", "-\n    id: "),
    "blocks with hyphens in them": (
        "events:\n- date: 2018\n  title: A\n  note: |\n    - x\n    # y\n- date: 2020\n  title: B\n"
    ),
}
TOGETHER = {
    "an alias": "events:\n- date: 2018\n  title: &t A\n- date: 2020\n  title: *t\n",
    "a text with a hyphen at its margin": (
        'events:\n- date: 2018\n  title: "A\n- a"\n- date: 2020\n  title: B\n'
    ),
    "a text with a key in it": (
        'timeline:\n  title: "A\nevents:\n- a"\nactors: {}\n"events":\n- date: 2018\n  title: B\n'
    ),
    "mixed line ends": "events:\r\n- date: 2018\n  title: A\n- date: 2020\n  title: B\n",
    "a section in braces": f"actors: {{}}\nevents:\n{A}{B}{C}",
    "a tab": "events:\n- date: 2018\n  title: A\t\n- date: 2020\n  title: B\n",
}


def _composed(monkeypatch):
    """Return the list in which each text stands that is composed from now on."""
    read = []

    class Watched(EventFile):
        def __init__(self, part):
            read.append(part)
            super().__init__(part)

    monkeypatch.setattr(excerpts, "EventFile", Watched)
    return read


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_no_more_is_composed_than_the_neighbours(text, monkeypatch):
    """What comes out is the same; all of the text is never read at once."""
    monkeypatch.setattr(style, "ENOUGH", 1)
    events = [{**NEW, "date": date} for date in ("2017", "2018", "2019", "2021")]
    events += [{**NEW, "links": [{"before": "a"}]}, {**NEW, "links": [{"after": "a"}]}]
    for new in events:
        _is_the_same_either_way(text, new)
    read = _composed(monkeypatch)
    with_event(text, {**NEW, "date": "2017"}, _told(text), unchecked=True)
    assert read
    assert all(part not in (text, text.removeprefix("\ufeff")) for part in read)


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
def test_what_hangs_together_is_read_as_a_whole(text, monkeypatch):
    """What comes out, or why nothing does, is the same."""
    monkeypatch.setattr(style, "ENOUGH", 1)
    _is_the_same_either_way(text, {**NEW, "date": "2019"})


def test_lines_end_as_those_of_the_whole_file_do(monkeypatch):
    """Also where the only line that is read has no end."""
    monkeypatch.setattr(style, "ENOUGH", 1)
    events = [f"- {{id: e{number}, date: 2019, title: T}}" for number in range(3)]
    text = "\r\n\r\n".join(events)
    found = with_event(text, {**NEW, "date": "2020"}, _told(text))
    assert found.startswith(text + "\r\n\r\n")
    assert found == with_event(text, {**NEW, "date": "2020"})
    assert found.count("\n") == found.count("\r\n")


def _is_the_same_beside(text, registry):
    """Say that a new entry, and a new registry, come out alike, however many are read."""
    new = {"name": "N: n"}
    whole, parts = [], []
    for enough, found in ((1_000, whole), (1, parts)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(style, "ENOUGH", enough)
            found.append(_after(partial(with_entry, make=True), text, registry, "new", new))
            found.append(_after(with_entry, text, registry, "x", new))
            found.append(_after(with_registry, text, registry, {"a": new, "b": new}))
    assert parts == whole


BESIDE = {
    "sections above": f"actors:\n  x: {{name: X}}\n\n# all\nevents:\n{A}{B}{C}",
    "sections below": f"events:\n{A}{B}\n{C}\nactors:\n  x: {{name: X}}\n# end\n",
    "nothing in a section": f"actors:\n\nevents:\n{A}{B}{C}",
    "an odd section behind": f"timeline: {{title: T}}\nevents:\n{A}{B}{C}\nsources:\n  s: {{}}\n",
}


@pytest.mark.parametrize("text", [*APART.values(), *TOGETHER.values(), *BESIDE.values()])
@pytest.mark.parametrize("registry", ["actors", "places", "sources", "arcs"])
def test_the_same_comes_out_beside_the_events(text, registry):
    """Whichever section it is, wherever it stands or is to stand."""
    _is_the_same_beside(text, registry)


@given(drawn=files(), registry=st.sampled_from(["actors", "arcs"]))
def test_the_same_comes_out_beside_events_of_any_style(drawn, registry):
    """With comments in whatever place."""
    _is_the_same_beside(drawn.text, registry)


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_events_beside_a_new_entry_are_not_composed(text, monkeypatch):
    """Those within the list: the first and the last are."""
    monkeypatch.setattr(style, "ENOUGH", 1)
    read = _composed(monkeypatch)
    with_entry(text, "arcs", "new", {"title": "N"}, make=True)
    assert read
    assert not any("id: b" in part for part in read)
