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


# What is the same in every timeline is built once: building it takes longer than drawing from it.
_some_names = st.lists(names, min_size=1, max_size=3, unique=True)
_some_words = _some(words)
_perhaps_dates = st.none() | dates
_stances, _statuses = _maybe(STANCES), _maybe(STATUSES)
_reliabilities, _credibilities = _maybe(RELIABILITIES), _maybe(CREDIBILITIES)
_actor_kinds, _event_kinds = _maybe(ACTOR_KINDS), _maybe(["statement"])
_urls = _maybe(["https://paper.example/a?b=1"])
_arcs = st.dictionaries(names, words, min_size=1, max_size=2)


@st.composite
def timelines(draw, *, least=1, most=5, dates=dates):
    """Draw a timeline in which every name that an event uses is in a registry."""
    arcs = draw(_arcs)
    actors = draw(_actors())
    sources = draw(_sources())
    ids = draw(st.lists(names, min_size=least, max_size=most, unique=True))
    return Timeline(
        draw(_events(ids, arcs, actors, sources, dates)),
        title=draw(texts),
        summary=draw(texts),
        arcs={id_: Arc(id_, title, draw(texts)) for id_, title in arcs.items()},
        actors=actors,
        sources=sources,
    )


@st.composite
def _actors(draw):
    return {
        id_: Actor(id_, draw(words), draw(_actor_kinds), draw(_some_words), note=draw(texts))
        for id_ in draw(_some_names)
    }


@st.composite
def _sources(draw):
    return {
        id_: Source(
            id_,
            publisher=draw(words),
            title=draw(texts),
            date=draw(_perhaps_dates),
            url=draw(_urls),
            reliability=draw(_reliabilities),
            note=draw(texts),
        )
        for id_ in draw(_some_names)
    }


@st.composite
def _events(draw, ids, arcs, actors, sources, dates):
    """Draw an event for each of the *ids*."""
    if not ids:
        return []
    links = _some(st.builds(Link, st.sampled_from(LINK_TYPES[:4]), st.sampled_from(ids)))
    source = st.sampled_from([*sources])
    cited = _some(st.builds(Citation, source, _credibilities, texts))
    several = _some(st.sampled_from([*actors]))
    bare = _some(st.builds(Citation, source))
    accounts = _some(st.builds(Account, several, st.none() | dates, _stances, texts, bare), 2)
    arc = _maybe(arcs)
    return [
        Event(
            id=id_,
            date=draw(dates),
            title=draw(words),
            summary=draw(texts),
            kind=draw(_event_kinds),
            by=draw(several),
            actors=draw(several),
            places=draw(_some_words),
            arc=draw(arc),
            tags=draw(_some_words),
            status=draw(_statuses),
            sources=draw(cited),
            accounts=tuple(each for each in draw(accounts) if each.by or each.sources),
            links=tuple(link for link in draw(links) if link.target != id_),
            note=draw(texts),
            place=Place("f", 1),
        )
        for id_ in ids
    ]


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
