"""The query while it is typed: what is wrong with it, and what is meant."""

import pytest

from timeline.exploring import guilt, keys, line
from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct, Period, Seat
from timeline.loading import load


@pytest.mark.parametrize(
    ("draft", "meant"),
    [
        ("actor:unoin", "actor:union"),
        ("war actor:unoin status:denied", "war actor:union status:denied"),
        ("status:conf", "status:confirmed"),
        ("actr:union war", "actor:union war"),
        ("since:late oct 2018", 'since:"late oct 2018"'),
        ("since:late oct 2018 war", 'since:"late oct 2018" war'),
        ("year:2018,2019 war", "(year:2018 or year:2019) war"),
        ("sources >= 2", "sources>=2"),
        ("war 2018 - 2019", "war date:2018..2019"),
        ("status:unconfirmed", "not status:confirmed"),
        # Nobody can tell, or there is nothing wrong.
        ("actor:", ""),
        ("(war", ""),
        ("date:8/9/2018", ""),
        ("reliability>=X", ""),
        ("war", ""),
    ],
)
def test_tab_takes_what_was_meant(ground, draft, meant):
    """It is what the refusal says to write, in its place; and it can be read."""
    assert line.suggestion(Seat(draft=draft), ground) == meant


def test_a_word_that_begins_a_field_is_not_asked_while_nothing_has_it(ground):
    """On the way to `arc:north` the list stays; Enter asks for the word all the same."""
    seat = keys.press(Seat(query="war"), "slash", ground)
    for text in ("a", "ar", "arc", "arc:", "arc:n"):
        seat = line.typed(seat, ground, text)
        assert len(ground.shown(seat)) > 0
    assert seat.query == "arc:n"
    word = line.typed(seat, ground, "arc")
    assert keys.press(word, "enter", ground).query == "arc"


def test_what_is_wrong_stands_below_after_a_moment(play):
    """The list stays as it was, and the message says what Tab makes of it."""
    told = "! no actor is called 'rebles'; Tab: actor:rebels"
    played = play("slash", *"actor:rebles", until=told)
    assert told in played.lines[-2]
    assert played.seat.query == "actor:reb"
    assert "An old quarrel begins" in played.text
    assert play("slash", *"actor:rebles", "tab").seat.query == "actor:rebels"


def test_before_the_first_query_and_after_the_last_there_is_none(ground):
    """One was asked; what is typed stands after it."""
    seat = line.earlier(Seat(pane="query", draft="war", asked=("rebels",)), ground)
    assert seat.draft == "rebels"
    with pytest.raises(CannotAct, match="nothing was asked before"):
        line.earlier(seat, ground)
    with pytest.raises(CannotAct, match="nothing was asked later"):
        line.later(Seat(pane="query", draft="war", asked=("rebels",)), ground)


def said(ground, seat):
    """Return the lines that say why nothing is found."""
    assert not ground.shown(seat)
    return [*guilt.said(seat, ground)]


def test_in_a_large_file_the_guilt_is_looked_for_beside_the_keys(play, monkeypatch):
    """And said when it is found."""
    monkeypatch.setattr("timeline.exploring.ground._MOST_AT_ONCE", 0)
    told = "did you mean 'quarrel'?"
    played = play("slash", *"quarell", "enter", until=told)
    assert "no event has 'quarell'" in played.text
    assert told in played.text


def test_where_nothing_is_found_the_guilty_term_is_named(ground):
    """With what would be found without it, and the figure that leaves it out."""
    seat = Seat(query="actor:rebels arc:north status:denied")
    assert said(ground, seat) == [
        "nothing matches all 3 terms",
        "without arc:north: 1 event (press 2)",
        "without status:denied: 3 events (press 3)",
    ]
    assert keys.press(seat, "2", ground).query == "actor:rebels status:denied"
    assert keys.press(seat, "3", ground).query == "actor:rebels arc:north"


def test_what_narrows_beside_the_query_may_be_guilty_too(ground):
    """The period, the day on which things are known, and certain alone."""
    seat = Seat(query="lands", period=Period("year", 2019))
    assert said(ground, seat)[1:] == [
        "without lands: 3 events (press 1)",
        "without date:2019: 1 event (press 2)",
    ]
    assert keys.press(seat, "2", ground).period is None


def test_a_word_that_no_event_has_may_be_mistyped(ground):
    """The nearest that some event has is named."""
    assert said(ground, Seat(query="harbuor"))[:2] == [
        "nothing matches harbuor",
        "no event has 'harbuor'; did you mean 'harbour'?",
    ]


def test_where_no_single_term_is_guilty_that_is_said(ground):
    """Two of these would have to go."""
    assert said(ground, Seat(query="nobody nothing"))[-1] == (
        "to leave out one of them is not enough: press / to ask anew"
    )


def test_figures_are_views_where_something_is_found(ground):
    """And terms where nothing is."""
    assert keys.press(Seat(), "6", ground).view == "known"


def test_the_screen_says_it(play, press):
    """Instead of the rows."""
    seat = Seat(query="actor:rebels arc:north status:denied")
    told = "without arc:north: 1 event (press 2)"
    assert told in play(seat=seat, until=told).text
    assert press("2", seat=seat).seat.query == "actor:rebels status:denied"


def test_an_empty_file_says_how_to_begin(play, tmp_path):
    """There is nothing to be guilty."""
    path = tmp_path / "empty.yaml"
    path.write_text("timeline: {title: Nothing}\nevents: []\n", encoding="utf-8")
    told = "no events yet; a adds one"
    assert told in play("j", on=Ground(load.load(str(path)), 1), until=told).text
