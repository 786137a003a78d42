"""Options and words → a query; names → the values that events carry."""

import pytest

from timeline.edtf import day_number
from timeline.errors import UsageError
from timeline.loading import load
from timeline.query.called import UnknownName
from timeline.query.fields import Context
from timeline.query.grammar import ask

TODAY = day_number(2026, 11, 23)


@pytest.fixture(name="found", scope="module")
def _found(small):
    """Return the ids that a question finds, a maybe with a mark."""

    def found(text="", **asked):
        selection = small.select(ask(asked, text, Context(small, TODAY)))
        return [match.event.id + ("" if match.certain else "?") for match in selection]

    return found


def test_an_actor_stands_for_its_members(found):
    """`union` finds the Union, its army, and the general of its army."""
    assert found(actor=["union"]) == [
        "old-quarrel",
        "war",
        "landing",
        "general-speaks",
        "some-year",
        "occupation",
    ]


def test_an_equals_sign_asks_for_the_actor_alone(found):
    """`=army` leaves the general out."""
    assert found(actor=["=army"]) == ["war", "landing", "occupation"]


@pytest.mark.parametrize("name", ["José Nuño", "jose nuno", "NUÑO", "general", "nun"])
def test_a_part_of_a_name_is_enough(found, name):
    """Accents and case make no difference; a word may be begun only."""
    assert found(actor=[name]) == ["general-speaks"]


def test_an_alias_counts_as_the_name(found):
    """`Capital` is another name of the Union."""
    assert found(actor=["capital"]) == found(actor=["union"])


def test_a_full_name_is_not_taken_for_a_part(found):
    """`rebels` is the name of one actor, whatever else contains it."""
    assert found(actor=["rebels"]) == ["old-quarrel", "war", "rebels-deny", "some-year"]


def test_given_twice_means_any_of(found):
    """Two actors: events of one or the other."""
    assert found(actor=["general", "rebels"]) == [
        "old-quarrel",
        "war",
        "general-speaks",
        "rebels-deny",
        "some-year",
    ]


def test_different_options_mean_all_of(found):
    """An actor and an arc and a year narrow each other down."""
    assert found(actor=["army"], arc=["south"], year=["2018"]) == ["landing", "general-speaks"]


def test_what_only_may_lie_in_the_window_is_a_maybe(found):
    """Some day of 1–9 May? No: `2018-04-0X` is in April; late May is May for certain."""
    assert found(since=["2018-04-05"], until=["2018-05-25"]) == [
        "war",
        "landing?",
        "general-speaks?",
    ]


def test_an_open_end_goes_on_until_the_timeline_closes(found):
    """The harbour is held on 30 June 2020 for certain, and possibly after."""
    assert found(since=["2020-06-30"]) == ["occupation"]
    assert found(since=["2020-07-01"]) == ["occupation?"]


def test_years_given_twice_or_as_a_span(found):
    """`1998` or `2018..2019`; about 1998 is only possibly 1998."""
    assert found(year=["1998", "2019"]) == ["old-quarrel?", "war", "some-year", "occupation"]
    assert found(year=["2018..2019"]) == found(year=["2018", "2019"])


@pytest.mark.parametrize("word", ["HARBOUR", "nuno", "drafted", '"old town"', '"it is said"'])
def test_words_are_sought_in_title_summary_actors_and_places(found, word):
    """Each of these words stands in one place of one or two events."""
    assert found(word)


def test_every_word_must_be_found(found):
    """Two words narrow each other down."""
    assert found("army harbour") == ["war", "occupation"]
    assert found("army boom") == ["landing"]


def test_tags_places_sources_statuses(found):
    """The other fields, each by its own names."""
    assert found(tag=["War"]) == ["war", "landing"]
    assert found(place=["harb"]) == ["war", "occupation"]
    assert found(source=["rumours"]) == ["old-quarrel", "war", "general-speaks"]
    assert found(status=["disputed", "denied"]) == ["landing", "rebels-deny"]


@pytest.mark.parametrize(
    ("field", "name", "message", "hint"),
    [
        ("actor", "unoin", "no actor is called 'unoin'", "did you mean 'union'?"),
        (
            "actor",
            "zzz",
            "no actor is called 'zzz'",
            (
                "there are The Union, union, Capital, Army of the Union, army, José Nuño, "
                "general, Rebels, rebels"
            ),
        ),
        ("arc", "norht", "no arc is called 'norht'", "did you mean 'north'?"),
        ("arc", "zzz", "no arc is called 'zzz'", "there are north, south"),
        ("status", "confrmed", "no status is called 'confrmed'", "did you mean 'confirmed'?"),
        ("tag", "wra", "no tag is called 'wra'", "did you mean 'war'?"),
        ("place", "Harbuor", "no place is called 'Harbuor'", "did you mean 'Harbour'?"),
    ],
)
def test_a_name_that_nothing_carries_is_refused(small, field, name, message, hint):
    """Never an empty list in silence: the nearest names, or all of few."""
    with pytest.raises(UnknownName) as caught:
        ask({field: [name]}, "", Context(small, TODAY))
    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert caught.value.exit_code == 2


def test_a_date_that_cannot_be_read_is_refused(small):
    """Nothing is guessed."""
    with pytest.raises(UsageError, match="cannot read 'augst' as a date"):
        ask({"since": ["augst"]}, "", Context(small, TODAY))


def test_a_query_says_what_it_was_understood_as(small):
    """The heading has the resolved names and window."""
    asked = {"actor": ["nuno"], "since": ["april 2018"]}
    query = ask(asked, "war", Context(small, TODAY))
    assert query.describe() == "actor José Nuño · since 1 Apr 2018 · “war”"
    assert query.describe(ascii=True) == "actor José Nuño - since 1 Apr 2018 - 'war'"


UNUSED = """\
actors:
  union: {name: The Union}
  army: {name: Army, of: [union]}
  chad: {name: Chad, aliases: [The Republic]}
  chadian: {name: A Chadian, of: [chad]}
arcs: {north: {title: The north}, east: {title: The east}}
sources: {gazette: {publisher: Gazette}, herald: {publisher: Herald}}
events:
  - {date: 2019, title: It begins, actors: [army], arc: north, sources: [gazette]}
"""


@pytest.mark.parametrize(
    ("field", "name", "message", "hint"),
    [
        ("actor", "chad", "'chad' is registered, but no event names it", "`timeline actors` lists"),
        ("actor", "republic", "'republic' is registered, but no event names it", "`timeline act"),
        ("actor", "=chad", "'chad' is registered, but no event names it", "`timeline actors`"),
        ("actor", "=union", "'union' is registered, but no event names it", "write actor:union"),
        ("arc", "east", "'east' is registered, but no event belongs to it", "`timeline arcs`"),
        ("source", "her", "'her' is registered, but no event cites it", "`timeline sources`"),
    ],
)
def test_what_is_registered_and_never_used_is_refused(tmp_path, field, name, message, hint):
    """Never an empty list in silence; an actor alone may be meant with its members."""
    path = tmp_path / "unused.yaml"
    path.write_text(UNUSED)
    timeline = load.load(str(path))
    with pytest.raises(UsageError) as caught:
        ask({field: [name]}, "", Context(timeline, TODAY))
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)
    assert len(timeline.select(ask({"actor": ["union"]}, "", Context(timeline, TODAY)))) == 1
