"""Selections and counts, and the small records."""

from timeline.edtf import parse
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Actor, Event, Place
from timeline.reports.counts import Count

DATE = parse("2019")


def match(id_, verdict):
    """Return an event with its verdict."""
    return Match(Event(id=id_, date=DATE, title=id_, place=Place("f", 1)), verdict)


CERTAIN, POSSIBLE, LAST = (
    match("a", Verdict.YES),
    match("b", Verdict.MAYBE),
    match("c", Verdict.YES),
)
FOUND = Selection(each for each in [CERTAIN, POSSIBLE, LAST])


def test_a_selection_counts_certain_and_possible_events_apart():
    """Together they are its length."""
    assert (len(FOUND), FOUND.certain, FOUND.possible) == (3, 2, 1)


def test_a_selection_can_be_gone_through_again_and_again():
    """It is no generator."""
    assert list(FOUND) == list(FOUND) == [CERTAIN, POSSIBLE, LAST]


def test_the_certain_part_of_a_selection_is_a_selection():
    """And the whole stays as it was."""
    assert FOUND.only_certain().matches == (CERTAIN, LAST)
    assert [match.verdict for match in FOUND.only(Verdict.MAYBE)] == [Verdict.MAYBE]
    assert FOUND.only(None) is FOUND
    assert FOUND.matches == (CERTAIN, POSSIBLE, LAST)


def test_verdicts_are_ordered():
    """`and` is the least of them, `or` the greatest; only a no is false."""
    assert Verdict.NO < Verdict.MAYBE < Verdict.YES
    assert [bool(each) for each in Verdict] == [False, True, True]


def test_the_total_of_a_count():
    """Certain and possible events together."""
    assert Count("a", "A", 2, 3, DATE, DATE).total == 5


def test_a_place_is_written_as_editors_read_it():
    """file:line:column."""
    assert str(Place("events.yaml", 12, 9)) == "events.yaml:12:9"


def test_an_actor_is_called_by_id_name_and_aliases():
    """In this order."""
    assert Actor("ru", "Russia", aliases=("Moscow", "Kremlin")).names == (
        "ru",
        "Russia",
        "Moscow",
        "Kremlin",
    )
