"""Timelines that nobody would think of, for round trips: `timelines()` is a strategy."""

from hypothesis import strategies as st

from timeline import edtf
from timeline.model.records import Account, Actor, Arc, Citation, Event, Link, Place, Source
from timeline.model.scales import (
    ACTOR_KINDS,
    CREDIBILITIES,
    LINK_TYPES,
    RELIABILITIES,
    STANCES,
    STATUSES,
)
from timeline.model.timeline import Timeline

DATES = (
    *("2019", "2019-01", "2019-01-23", "2019~", "2019-01?", "2018-04-0X", "201X", "19XX"),
    *("2018-03/2019-01-05", "2019/..", "../2019", "2019/", "/2019-02", "2025-21", "2019-01%"),
    *("[2018-05-21..2018-05-31]", "[2018,2019]", "{2018..2020}", "-0043", "0001-01-01", "Y12345"),
)

# One line, no blanks at the ends, as loading gives it; control characters are other tests' matter.
_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn")
)
texts = st.text(_LETTERS, max_size=40).map(lambda text: " ".join(text.split()))
words = texts.filter(bool)
names = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
dates = st.sampled_from(DATES).map(edtf.parse)


def _some(strategy, most=3):
    return st.lists(strategy, max_size=most, unique=True).map(tuple)


def _maybe(values):
    return st.sampled_from(["", *values])


@st.composite
def timelines(draw, *, least=1, most=5, dates=dates):
    """Draw a timeline in which every name that an event uses is in a registry."""
    arcs = draw(st.dictionaries(names, words, min_size=1, max_size=2))
    actors = draw(_actors())
    sources = draw(_sources())
    ids = draw(st.lists(names, min_size=least, max_size=most, unique=True))
    events = [draw(_events(id_, ids, arcs, actors, sources, dates)) for id_ in ids]
    return Timeline(
        events,
        title=draw(texts),
        summary=draw(texts),
        arcs={id_: Arc(id_, title, draw(texts)) for id_, title in arcs.items()},
        actors=actors,
        sources=sources,
    )


@st.composite
def _actors(draw):
    ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return {
        id_: Actor(
            id_, draw(words), draw(_maybe(ACTOR_KINDS)), draw(_some(words)), note=draw(texts)
        )
        for id_ in ids
    }


@st.composite
def _sources(draw):
    ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return {
        id_: Source(
            id_,
            publisher=draw(words),
            title=draw(texts),
            date=draw(st.none() | dates),
            url=draw(_maybe(["https://paper.example/a?b=1"])),
            reliability=draw(_maybe(RELIABILITIES)),
            note=draw(texts),
        )
        for id_ in ids
    }


@st.composite
def _events(draw, id_, ids, arcs, actors, sources, dates):
    links = st.builds(Link, st.sampled_from(LINK_TYPES[:4]), st.sampled_from(ids))
    cited = st.builds(Citation, st.sampled_from([*sources]), _maybe(CREDIBILITIES), texts)
    several = _some(st.sampled_from([*actors]))
    accounts = st.builds(
        Account,
        several,
        st.none() | dates,
        _maybe(STANCES),
        texts,
        _some(st.builds(Citation, st.sampled_from([*sources]))),
    )
    return Event(
        id=id_,
        date=draw(dates),
        title=draw(words),
        summary=draw(texts),
        kind=draw(_maybe(["statement"])),
        by=draw(several),
        actors=draw(several),
        places=draw(_some(words)),
        arc=draw(_maybe(arcs)),
        tags=draw(_some(words)),
        status=draw(_maybe(STATUSES)),
        sources=draw(_some(cited)),
        accounts=tuple(each for each in draw(_some(accounts, 2)) if each.by or each.sources),
        links=tuple(link for link in draw(_some(links)) if link.target != id_),
        note=draw(texts),
        place=Place("f", 1),
    )


def told(timeline):
    """Return all that a timeline says, without the places where it stands."""
    return (
        (timeline.title, timeline.summary, timeline.as_of),
        (dict(timeline.arcs), dict(timeline.actors), dict(timeline.sources)),
        [said(match.event) for match in timeline.select()],
    )


def said(event):
    """Return all that an event says, without the place where it stands."""
    fields = [field for field in Event.__struct_fields__ if field not in ("place", "date")]
    return event.date.text, [(field, getattr(event, field)) for field in fields]
