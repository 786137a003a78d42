"""Two timelines → what differs: by hand for every kind of change, and its laws for any two."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf
from timeline.loading import load
from timeline.model.records import Citation, Event, Link, Place
from timeline.model.timeline import Timeline
from timeline.reports.diff.changes import WITHOUT_SOURCE, Change
from timeline.reports.diff.dates import moved
from timeline.reports.diff.keys import reworded
from timeline.reports.diff.timelines import differences


@pytest.fixture(name="edited", scope="module")
def _edited(small, small_file):
    """Compare the small timeline with itself after texts of its file were replaced."""
    with open(small_file, encoding="utf-8") as file:  # noqa: PTH123  of the fixture
        text = file.read()

    def edited(*replaced: tuple[str, str]):
        new = text
        for was, is_ in replaced:
            assert was in new
            new = new.replace(was, is_)
        return differences(small, load.load("new.yaml", instead={"new.yaml": new}))

    return edited


def only(changes):
    """Return the changes of the one event that differs."""
    (each,) = changes.events.revised
    return each.changes


@pytest.mark.parametrize(
    ("was", "is_", "change"),
    [
        (
            "status: disputed",
            "status: confirmed",
            Change(
                "status",
                "disputed",
                "confirmed",
                means=("no longer disputed", "more certain", "without a new source"),
            ),
        ),
        (
            "south, status: claimed",
            "south, status: reported",
            Change("status", "claimed", "reported", means=("more certain", "without a new source")),
        ),
        (
            "date: 1998~",
            "date: 1998-05",
            Change("date", "1998~", "1998-05", means=("more precise",)),
        ),
        ("tags: [war]\n", "tags: []\n", Change("tags", old="war")),
        ("[union, army, rebels]", "[union, army]", Change("actors", old="rebels")),
        ("[Old Town, Harbour]", "[Old Town, Harbour, Port]", Change("places", new="Port")),
        (
            "[Old Town, Harbour]",
            "[Harbour, Old Town]",
            Change("places", "Old Town, Harbour", "Harbour, Old Town", means=("in another order",)),
        ),
        (
            "credibility: 4",
            "credibility: 2",
            Change("credibility", "4", "2", "rumour", ("more credible",)),
        ),
        (
            "[gazette], links: [{part-of: war}]",
            "[gazette, rumour], links: [{part-of: war}]",
            Change("sources", new="rumour"),
        ),
        (
            "links: [{denies: general-speaks}]",
            "links: []",
            Change("links", old="general-speaks", item="denies"),
        ),
        ("kind: statement, ", "", Change("kind", "statement", "")),
        ("title: A treaty is drafted, ", "title: 'A treaty'\n     , ", None),
    ],
)
def test_each_kind_of_change_is_said_once(edited, was, is_, change):
    """What the key was and is, and what that means."""
    (found,) = only(edited((was, is_)))
    if change:
        assert found == change
    else:
        assert (found.key, found.old, found.new) == ("title", "A treaty is drafted", "A treaty")
        assert [(word.sign, word.text) for word in found.words] == [
            ("", "A treaty"),
            ("-", "is drafted"),
        ]


def test_what_came_and_went(edited):
    """An event that nobody links to is removed, another one added."""
    found = edited(
        (
            "date: 2019, title: A treaty is drafted",
            "date: 2025, title: Elsewhere it rains",
        ),
        ("id: some-year", "id: rain"),
    )
    assert [event.id for event in found.events.added] == ["rain"]
    assert [event.id for event in found.events.removed] == ["some-year"]
    assert not found.events.revised


@pytest.mark.parametrize(
    "title",
    ["The general claims victory", "The General claims a victory", "General claims victory again"],
)
def test_another_id_is_found_by_content_and_links_to_it_are_as_they_were(edited, title):
    """The same title, or one with most words in common, at overlapping dates."""
    found = edited(
        ("general-speaks", "victory"),
        ("The general claims victory", title),
    )
    (each,) = found.events.revised
    assert (each.old.id, each.new.id, each.renamed) == ("general-speaks", "victory", True)
    assert [change.key for change in each.changes] == (["title"] if title != each.old.title else [])


def test_a_made_id_that_follows_the_year_is_a_rename():
    """Without ids a date in another year makes another id: a title that stands once is enough."""
    old, new = (
        load.load("a.yaml", instead={"a.yaml": f"- date: {year}\n  title: The bridge falls"})
        for year in (1901, 1911)
    )
    (each,) = differences(old, new).events.revised
    assert (each.old.id, each.new.id) == ("the-bridge-falls-1901", "the-bridge-falls-1911")
    assert only(differences(old, new)) == (Change("date", "1901", "1911", means=("later",)),)


def test_another_id_of_a_source_is_no_change_of_its_events(edited):
    """What differs in nothing but the id is the same source."""
    found = edited(
        ("rumour: {publisher", "gossip: {publisher"),
        ("[rumour]", "[gossip]"),
        ("source: rumour", "source: gossip"),
    )
    (each,) = found.sources.revised
    assert (each.old.id, each.new.id, each.changes) == ("rumour", "gossip", ())
    assert not found.events


def test_the_registries_and_the_header(edited):
    """A grade that can be judged now, an alias, a title, and another as-of day."""
    found = edited(
        ("reliability: F", "reliability: C"),
        ("aliases: [Capital]", "aliases: [Crown]"),
        ("north: {title: The north}", "north: {title: The far north}"),
        ("as_of: 2020-06-30", "as_of: 2020-07-02"),
    )
    assert found.sources.revised[0].changes == (
        Change("reliability", "F", "C", means=("now judged",)),
    )
    assert found.actors.revised[0].changes == (
        Change("aliases", old="Capital"),
        Change("aliases", new="Crown"),
    )
    (title,) = found.arcs.revised[0].changes
    assert (title.old, title.new) == ("The north", "The far north")
    assert found.header == (Change("as_of", "2020-06-30", "2020-07-02", means=("2 days later",)),)
    assert not found.events  # open ends stop at another day, which is no change of the events


def test_what_stands_elsewhere_on_its_day_has_moved():
    """Only what has another one before it; what stands there is named."""
    lines = ["- {id: a, date: 2019, title: A}", "- {id: b, date: 2019, title: B}"]
    old, new = (
        load.load("a.yaml", instead={"a.yaml": "\n".join(each)}) for each in (lines, lines[::-1])
    )
    found = {each.new.id: each.changes for each in differences(old, new).events.revised}
    assert found == {"a": (Change("order", "", "b"),), "b": (Change("order", "a", ""),)}


def test_names_without_a_registry_are_no_news_of_their_own():
    """They are told of by the events that use them."""
    old, new = (
        load.load("a.yaml", instead={"a.yaml": f"- {{date: 2019, title: A, actors: [{actor}]}}"})
        for actor in ("one", "two")
    )
    found = differences(old, new)
    assert not found.actors
    assert only(found) == (Change("actors", old="one"), Change("actors", new="two"))


@pytest.mark.parametrize(
    ("old", "new", "means"),
    [
        ("2025-10~", "2025-10-14", ("more precise",)),
        ("2025-10-14", "2025-10~", ("vaguer",)),
        ("2019", "2019-05", ("more precise",)),
        ("2019-05-03", "2019-05-01", ("2 days earlier",)),
        ("2019-05-03", "2019-05-04", ("1 day later",)),
        ("2019-05", "2019-07", ("later",)),
        ("2019-05~", "2019-06-03", ("later", "perhaps overlapping", "no longer approximate")),
        ("2019-05", "2019-05?", ("now uncertain",)),
        ("2019?", "2019~", ("no longer uncertain", "now approximate")),
        ("2019-05/2019-07", "2019-05/2019-08", ("end later",)),
        ("2019/2020", "2019-03/2020", ("start more precise",)),
        ("2019-05/..", "2019-05/2019-08", ("end no longer open",)),
        ("2019-05/", "2019-05/..", ("end now open", "end no longer unknown")),
        ("2019-05", "2019-05/2019-08", ("now a span",)),
        ("{2018,2020}", "2018", ("no longer several dates",)),
        ("[2018,2020]", "2018", ("more precise",)),
        ("[2018,2020]", "2019", ("disjoint",)),
        ("[2018,2020]", "[2019,2020]", ("later but overlapping",)),
        ("2019-05-03", "2019-05-03T10:30", ("more precise",)),
        ("156X-12-25", "1565-06", ()),
        ("2018-04", "2018-04-20/2018-05-02", ("now a span",)),
        ("2018-04-15/2018-05", "2018-06", ("no longer a span", "later")),
        ("?2019-05", "2019?-05", ("written differently",)),
        ("2018-04-0X", "2018-04-05", ("more precise",)),
    ],
)
def test_what_a_new_date_says(old, new, means):
    """By bounds; nothing where a gap between possible days leaves nothing to say."""
    assert moved(edtf.parse(old), edtf.parse(new)) == means


def test_a_text_is_compared_word_by_word():
    """What went stands before what came."""
    assert [(each.sign, each.text) for each in reworded("He said yes.", "He said no today.")] == [
        ("", "He said"),
        ("-", "yes."),
        ("+", "no today."),
    ]


DATES = ["2019", "2019-05", "2019~", "2019-05-03", "2019/2020", "2019-05/..", "[2018,2020]"]
WORDS = st.sampled_from(["the", "ship", "lands", "again", "war", "ends"])
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)


@st.composite
def timelines(draw):
    """Make a timeline of a few events whose ids, dates and texts are often alike."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=5))
    events = [
        Event(
            id=id_,
            date=edtf.parse(draw(st.sampled_from(DATES))),
            title=draw(TEXTS) or "x",
            summary=draw(TEXTS),
            tags=tuple(draw(st.lists(WORDS, unique=True, max_size=3))),
            status=draw(st.sampled_from(["", "confirmed", "claimed", "denied"])),
            sources=tuple(
                Citation(source, draw(st.sampled_from(["", "1", "6"])))
                for source in draw(st.lists(st.sampled_from("st"), max_size=3))
            ),
            links=tuple(
                Link(type_, target)
                for type_ in draw(st.lists(st.sampled_from(["denies", "reports"]), unique=True))
                for target in draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))
            ),
            place=Place("a.yaml", 1),
        )
        for id_ in ids
    ]
    return Timeline(events, title=draw(TEXTS))


@given(timelines())
def test_nothing_differs_from_itself(timeline):
    """Wherever its events stand in the file."""
    elsewhere = [replace(match.event, place=Place("b.yaml", 7)) for match in timeline.select()]
    assert not differences(timeline, timeline)
    assert not differences(timeline, Timeline(elsewhere, title=timeline.title))


@given(timelines(), timelines())
def test_the_way_back_is_the_mirror(old, new):
    """What came went, the old value is the new one, and each meaning is its opposite."""
    there, back = differences(old, new), differences(new, old)
    assert _events(there) == _events(back, mirrored=True)
    assert list(map(_sorted, there.header)) == list(map(_mirrored, back.header))


@given(timelines(), timelines())
def test_nothing_is_overlooked(old, new):
    """No difference means the same events, but for their places."""
    if not differences(old, new):
        assert [match.event for match in old.select()] == [match.event for match in new.select()]
        assert old.title == new.title


def _events(changes, *, mirrored=False):
    part = changes.events
    came, went = (part.removed, part.added) if mirrored else (part.added, part.removed)
    revised = {}
    for each in part.revised:
        old, new = (each.new, each.old) if mirrored else (each.old, each.new)
        changes = map(_of_itself, each.changes)
        found = [_mirrored(change) if mirrored else _sorted(change) for change in changes]
        revised[old.id, new.id] = Counter(found)
    return {event.id for event in came}, {event.id for event in went}, revised


def test_more_certain_without_a_new_source_says_so():
    """A source that came takes it away; one that went, or a stance that changed, does not."""
    cases = {
        "[a] → [a]": True,
        "[a] → [a, b]": False,
        "[a, b] → [a]": True,
        "[] → [a]": False,
        "[a] → [{source: a, note: x}]": True,
    }
    for sources, says in cases.items():
        before, after = sources.split(" → ")
        old = _told(f"status: claimed, sources: {before}")
        new = _told(f"status: confirmed, sources: {after}")
        (revised,) = differences(old, new).events.revised
        (status,) = [change for change in revised.changes if change.key == "status"]
        assert (status.means == ("more certain", WITHOUT_SOURCE)) is says, sources


def _told(said):
    text = f"- {{id: x, date: 2019, title: T, {said}}}\n"
    return load.load("f.yaml", instead={"f.yaml": text})


PAIRS = [
    ("more", "less"),
    ("now", "no longer"),
    ("later", "earlier"),
    ("more precise", "vaguer"),
]
# The longest first: "more precise" has an opposite that is not "less precise".
OPPOSITES = dict(sorted([*PAIRS, *(pair[::-1] for pair in PAIRS)], key=lambda pair: -len(pair[0])))
WORDS_WITH_OPPOSITES = re.compile("|".join(rf"\b{words}\b" for words in OPPOSITES))


def _of_itself(change):
    """Return a change without what other changes make of it, which has no opposite."""
    means = tuple(each for each in change.means if each != WITHOUT_SOURCE)
    return replace(change, means=means)


def _sorted(change):
    return replace(change, means=tuple(sorted(change.means)))


def _mirrored(change):
    signs = {"": "", "+": "-", "-": "+"}
    words = [replace(each, sign=signs[each.sign]) for each in change.words]
    for at in range(len(words) - 1):
        if (words[at].sign, words[at + 1].sign) == ("+", "-"):
            words[at], words[at + 1] = words[at + 1], words[at]
    means = tuple(sorted(map(_opposite, change.means)))
    return replace(change, old=change.new, new=change.old, means=means, words=tuple(words))


def _opposite(means):
    return WORDS_WITH_OPPOSITES.sub(lambda match: OPPOSITES[match[0]], means)
