"""The timeline: its order, and the doors through which events are reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.errors import UsageError
from timeline.model.answers import Verdict
from timeline.model.records import Actor, Arc, Event, Link, Place
from timeline.model.timeline import NotOneEvent, Timeline


def event(id_, date="2019", **rest):
    """Return an event of which little matters."""
    return Event(id=id_, date=parse(date), title=id_, place=Place("f.yaml", 1), **rest)


def ids(timeline):
    """Return the ids in the order of the timeline."""
    return [match.event.id for match in timeline.select()]


def test_earliest_first_then_the_wider_then_as_it_stands_in_the_file():
    """The order is total and stable (docs/architecture.md#one-order)."""
    dates = ["2019-03-15", "2019-03", "2018-12-31", "2019", "../1985", "2019-01-01", "2019"]
    timeline = Timeline(event(str(number), date) for number, date in enumerate(dates))
    assert ids(timeline) == ["4", "2", "3", "6", "5", "1", "0"]


@given(st.permutations(["../1985", "201X", "2014~", "2019", "2019-01-01", "2019-03", "2025-08/.."]))
def test_the_order_does_not_depend_on_that_of_the_file(dates):
    """Only events of equal dates keep their places."""
    timeline = Timeline(event(date, date) for date in dates)
    assert ids(timeline) == [
        "../1985",
        "201X",
        "2014~",
        "2019",
        "2019-01-01",
        "2019-03",
        "2025-08/..",
    ]


def test_without_a_query_everything_is_selected_for_certain():
    """In order."""
    found = Timeline([event("b", "2020"), event("a")]).select()
    assert [(match.event.id, match.verdict) for match in found] == [
        ("a", Verdict.YES),
        ("b", Verdict.YES),
    ]


def test_a_query_selects_what_it_answers_with_yes_or_maybe():
    """The verdict stays with the event; a no leaves it out."""

    class Asked:
        def matches(self, asked):
            return {"a": Verdict.NO, "b": Verdict.MAYBE, "c": Verdict.YES}[asked.id]

    found = Timeline([event("a"), event("b"), event("c")]).select(Asked())
    assert [(match.event.id, match.verdict) for match in found] == [
        ("b", Verdict.MAYBE),
        ("c", Verdict.YES),
    ]


NAMES = Timeline(
    event(id_)
    for id_ in ("letter", "letter-denied", "Guaidó-sworn-in", "sworn", "x-1", "x-2", "X-2")
)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("letter", "letter"),  # an id that is also a part of another
        ("denied", "letter-denied"),
        ("LETTER", "letter"),
        ("guaido", "Guaidó-sworn-in"),
        ("x-2", "x-2"),  # exactly so, though another differs by case alone
        ("X-2", "X-2"),
    ],
)
def test_get_takes_an_id_or_a_part_that_only_one_id_has(name, id_):
    """Case and accents make no difference, where nothing depends on them."""
    assert NAMES.get(name).id == id_


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("leter", "no event is called 'leter'\ndid you mean 'letter'?"),
        ("zzz", "no event is called 'zzz'"),
        ("", "no event is called ''"),
        ("\x1b[2J", "no event is called '␛[2J'"),
        ("lette", "'lette' is part of 2 ids\n  letter\n  letter-denied"),
        ("x-", "'x-' is part of 3 ids\n  x-1\n  x-2\n  X-2"),
    ],
)
def test_get_refuses_what_is_no_event_or_several(name, said):
    """With what comes near, or with all that share it; it is wrong use."""
    with pytest.raises(NotOneEvent) as caught:
        NAMES.get(name)
    assert str(caught.value) == said
    assert isinstance(caught.value, UsageError)


def test_get_lists_eight_of_many_ids():
    """And counts the rest."""
    timeline = Timeline(event(f"a-{number}") for number in range(11))
    with pytest.raises(NotOneEvent) as caught:
        timeline.get("a-")
    lines = caught.value.hint.split("\n")
    assert (len(lines), lines[0], lines[-1]) == (9, "  a-0", "  and 3 more")


def test_neighbours_are_what_comes_just_before_and_after():
    """Nothing before the first and after the last."""
    one, two, three = event("one", "2001"), event("two", "2002"), event("three", "2003")
    timeline = Timeline([three, one, two])
    assert timeline.neighbours(one) == (None, two)
    assert timeline.neighbours(two) == (one, three)
    assert timeline.neighbours(three) == (two, None)


def test_links_to_an_event_are_known_with_their_types():
    """In the order of the events they come from."""
    letter = event("letter", "2001")
    denial = event("denial", "2003", links=(Link("denies", "letter"),))
    story = event("story", "2002", links=(Link("reports", "letter"), Link("confirms", "letter")))
    timeline = Timeline([letter, denial, story])
    assert timeline.links_to(letter) == (
        ("reports", story),
        ("confirms", story),
        ("denies", denial),
    )
    assert timeline.links_to(denial) == ()


def test_members_are_counted_through_all_levels():
    """Also where two ways lead up, and where a circle got in."""
    of = {"a": (), "b": ("a",), "c": ("b", "a"), "d": ("c",), "e": ("f",), "f": ("e",)}
    timeline = Timeline([], actors={id_: Actor(id_, id_, of=groups) for id_, groups in of.items()})
    assert timeline.members("a") == {"a", "b", "c", "d"}
    assert timeline.members("c") == {"c", "d"}
    assert timeline.members("e") == {"e", "f"}
    assert timeline.members("nobody") == {"nobody"}


def test_an_actor_without_an_entry_is_called_by_its_id():
    """Names stand for themselves."""
    timeline = Timeline([], actors={"russia": Actor("russia", "Russia")})
    assert (timeline.actor_name("russia"), timeline.actor_name("Ann")) == ("Russia", "Ann")


def test_nothing_can_be_changed():
    """Neither a record nor a registry."""
    actor = Actor("russia", "Russia")
    timeline = Timeline([event("a")], actors={"russia": actor})
    with pytest.raises(AttributeError):
        timeline.get("a").title = "b"
    with pytest.raises(AttributeError):
        actor.name = "b"
    with pytest.raises(TypeError):
        timeline.actors["x"] = actor


def test_the_registries_are_copies():
    """What happens to the dictionary afterwards is nothing to the timeline."""
    actors = {"russia": Actor("russia", "Russia")}
    timeline = Timeline([], actors=actors)
    actors.clear()
    assert list(timeline.actors) == ["russia"]


def test_an_event_has_the_title_of_its_arc():
    """Or none, if it is in no arc."""
    within, alone = event("within", arc="war"), event("alone")
    timeline = Timeline([within, alone], arcs={"war": Arc("war", "The war")})
    assert (timeline.arc_title(within), timeline.arc_title(alone)) == ("The war", "")
