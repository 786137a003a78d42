"""Several timelines as one."""

from msgspec.structs import replace

from timeline import edtf
from timeline.model.joined import joined
from timeline.model.records import (
    Account,
    Actor,
    Arc,
    Citation,
    Event,
    Ids,
    Link,
    Place,
    Source,
    made_id,
)
from timeline.model.timeline import Timeline


def _event(id_, date, *links):
    place = Place("f", 1)
    return Event(id=id_, date=edtf.parse(date), title=id_, links=links, place=place)


def test_joined_events_stand_in_one_order():
    """The order is that of the dates, the title the first; all is told to the earliest day."""
    first = Timeline([_event("late", "2020")], as_of=7)
    second = Timeline([_event("early", "2019")], title="Second", as_of=5)
    found = joined([first, second, Timeline([])])
    assert [match.event.id for match in found.select()] == ["early", "late"]
    assert (found.title, found.as_of) == ("Second", 5)


def test_an_id_that_is_taken_gets_a_number_in_its_own_links_too():
    """Each link still leads to the event of its own timeline."""
    first = Timeline([_event("war", "2018"), _event("peace", "2019", Link("denies", "war"))])
    second = Timeline([_event("war", "1914"), _event("end", "1918", Link("reports", "war"))])
    found = joined([first, second])
    assert found.get("war-2").date.text == "1914"
    assert found.get("end").links == (Link("reports", "war-2"),)
    assert found.get("peace").links == (Link("denies", "war"),)


def test_entries_of_one_id_unite():
    """Lists are joined, what one does not say the other does; case and accents are no quarrel."""
    first = Timeline([], actors={"a": Actor("a", "Anna", aliases=("An", "Ann"), of=("x",))})
    second = Timeline(
        [],
        actors={
            "a": Actor("a", "ANNÁ", "person", ("Ann", "Annie"), ("y",), "a note"),
            "b": Actor("b", "Bert"),
        },
    )
    assert joined([first, second]).actors == {
        "a": Actor("a", "Anna", "person", ("An", "Ann", "Annie"), ("x", "y"), "a note"),
        "b": Actor("b", "Bert"),
    }


def test_entries_that_contradict_are_two():
    """The second gets a number, wherever its own timeline names it; nothing is credited wrongly."""
    first = Timeline(
        [_event("war", "2018")],
        actors={"a": Actor("a", "Anna"), "c": Actor("c", "C", of=("a",))},
        arcs={"n": Arc("n", "North")},
        sources={"s": Source("s", "Gazette", "War"), "s-2": Source("s-2", "Other")},
    )
    told = replace(_event("end", "1918"), actors=("a", "b"), arc="n", sources=(Citation("s", "2"),))
    second = Timeline(
        [told],
        actors={"a": Actor("a", "Another"), "b": Actor("b", "B", of=("a",)), "c": Actor("c", "c")},
        arcs={"n": Arc("n", "n", "A summary.")},
        sources={"s": Source("s", "Gazette", "Peace")},
    )
    found = joined([first, second])
    assert found.get("end").actors == ("a-2", "b")
    assert found.get("end").sources == (Citation("s-3", "2"),)
    assert found.get("end").arc == "n"
    assert found.arcs == {"n": Arc("n", "North", "A summary.")}
    assert found.actors == {
        "a": Actor("a", "Anna"),
        "c": Actor("c", "C", of=("a",)),
        "a-2": Actor("a-2", "Another"),
        "b": Actor("b", "B", of=("a-2",)),
    }
    assert (found.sources["s"].title, found.sources["s-3"].title) == ("War", "Peace")


def test_one_timeline_stays_itself():
    """Nothing is made anew where there is nothing to join."""
    only = Timeline([])
    assert joined([only]) is only


def test_made_ids_are_words_and_the_year():
    """A date without a plain year gives none; a title without letters is an event."""
    assert made_id("Guaidó swears in", edtf.parse("2019-01-23")) == "guaido-swears-in-2019"
    assert made_id("War", edtf.parse("[2018,2019]")) == "war"
    assert made_id("…", None) == "event"


def test_a_free_id_is_counted_on_from_the_taken_one():
    """A number that is taken itself is passed over."""
    ids = Ids(["a", "a-2"])
    assert [ids.free("a"), ids.free("a"), ids.free("b")] == ["a-3", "a-4", "b"]


def test_new_ids_are_followed_wherever_they_are_named():
    """In origins, voices and accounts too; the name of what was not read is nobody's id."""
    first = Timeline(
        [_event("war", "2018")],
        actors={"a": Actor("a", "Anna")},
        sources={"s": Source("s", "Gazette", "War")},
    )
    account = Account(("a",), sources=(Citation("s", relays=("s", "The Echo")),))
    second = Timeline(
        [replace(_event("end", "1918"), by=("a",), accounts=(account,))],
        actors={"a": Actor("a", "Another")},
        sources={
            "s": Source("s", "Gazette", "Peace", of=("a",)),
            "t": Source("t", "Mirror", copy_of="s", relays=("s", "The Echo")),
        },
    )
    found = joined([first, second])
    event = found.get("end")
    assert event.by == ("a-2",)
    assert event.accounts == (
        Account(("a-2",), sources=(Citation("s-2", relays=("s-2", "The Echo")),)),
    )
    assert found.sources["s-2"].of == ("a-2",)
    assert found.sources["t"].origins == ("s-2", "s-2", "The Echo")
