"""Several timelines as one."""

from timeline import edtf
from timeline.model import Actor, Event, Ids, Link, Place, Timeline, joined, made_id


def _event(id_, date, *links):
    place = Place("f", 1)
    return Event(id=id_, date=edtf.parse(date), title=id_, links=links, place=place)


def test_joined_events_stand_in_one_order():
    """The order is that of the dates, the header that of the first which has one."""
    first = Timeline([_event("late", "2020")], as_of=5)
    second = Timeline([_event("early", "2019")], title="Second", as_of=7)
    found = joined([first, second])
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


def test_an_entry_that_stands_twice_is_that_of_the_first():
    """The first file that is named has the say."""
    first = Timeline([], actors={"a": Actor("a", "Anna")})
    second = Timeline([], actors={"a": Actor("a", "Another"), "b": Actor("b", "Bert")})
    found = joined([first, second])
    assert {id_: actor.name for id_, actor in found.actors.items()} == {"a": "Anna", "b": "Bert"}


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
