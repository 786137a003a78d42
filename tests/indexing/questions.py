"""Timelines of all kinds of dates, and questions about them, that nobody would think of."""

from hypothesis import strategies as st
from msgspec.structs import replace

from tests.edtf.strategies import edtf_texts
from tests.indexed import TODAY
from tests.timelines import DATES, timelines
from timeline import edtf
from timeline.errors import TimelineError
from timeline.model.records import Account, Citation
from timeline.model.timeline import Timeline
from timeline.query.fields import Context
from timeline.query.grammar import parse

DAYS = ("2018-03-05", "2018-03-06", "2019-01-23", "2019-12-31", "2020-01-01", "2018-04-05T10")
ALL_DATES = (st.sampled_from((*DATES, *DAYS)) | edtf_texts(st.integers(1990, 2030))).map(edtf.parse)
FORMS = ("{}", "={}", "*{}", "{}*", "-{}", '"{}"', "title:{}", "note:{}", "text:={}", "title:*{}")
NAMED = (
    *("actor:{}", "actor:={}", "place:{}", "tag:{}", "arc:{}", "status:{}", "kind:{}", "by:{}"),
    *("source:{}", "id:{}", "relays:{}", "stance:{}", "no:{}"),
)
YEARS = ("2018", "2019", "2018..2020", "2019-01", "-0043", "201X")
TIMES = ("year:{}", "since:{}", "until:{}", "before:{}", "after:{}", "on:{}", "known:{}")
FIXED = (
    *("no:arc", "no:place", "no:tag", "no:actor", "no:source", "no:by", "no:link", "no:note"),
    *("sources>=2", "links<1", "actors>=2", "origins>=1", "reliability>=B", "credibility=6"),
    *("sources<=1", "accounts>=1", "origins>=2", "origins<1", "against>=1", "not origins=1"),
    *("credibility<=2", "reliability<B", "reliability=F", "stance:denies", "stance:mentions"),
    *("status:claimed", "kind:statement", "stance:supports", "date:2018..", "known:..2019"),
)


@st.composite
def told(draw, least=1, most=9):
    """Draw a timeline of all kinds of dates; some events have accounts, and speakers."""
    found = draw(timelines(least=least, most=most, dates=ALL_DATES))
    actors, sources = [*found.actors], [*found.sources]
    events = [draw(_told(event, actors, sources)) for event in found]
    registries = {name: getattr(found, name) for name in ("actors", "arcs")}
    registries["sources"] = {
        id_: draw(_sourced(source, sources)) for id_, source in found.sources.items()
    }
    return Timeline(
        events, title=found.title, as_of=draw(st.none() | st.just(737_000)), **registries
    )


@st.composite
def _told(draw, event, actors, sources):
    by = draw(st.lists(st.sampled_from(actors), max_size=1).map(tuple))
    cited = [each.source for each in event.sources] or sources
    stances = st.sampled_from(("", "denies", "mentions"))
    citations = tuple(
        Citation(draw(st.sampled_from(cited)), stance=draw(stances))
        for _ in range(draw(st.integers(0, 1)))
    )
    account = Account(by=(actors[-1],), says="otherwise", sources=citations)
    accounts = draw(st.sampled_from([(), (account,)]))
    as_of = draw(st.sampled_from([None, None, 737_500]))
    date = event.date.as_of(TODAY if as_of is None else as_of)
    undated = draw(st.booleans())
    return replace(event, by=by, accounts=accounts, as_of=as_of, date=date, undated=undated)


@st.composite
def _sourced(draw, source, sources):
    relays = draw(st.lists(st.sampled_from((*sources, "elsewhere")), max_size=1).map(tuple))
    return replace(source, firsthand=draw(st.booleans()), relays=relays)


@st.composite
def questions(draw, timeline):
    """Draw the text of a query about *timeline*: words that it has or not, its names, times."""
    said = [word for event in timeline for word in _said(event, timeline)]
    word = st.sampled_from(said or ["x"]).flatmap(_part) | st.text(max_size=3)
    named = st.sampled_from(NAMED), st.sampled_from([*_names(timeline)])
    leaf = (
        st.builds(str.format, st.sampled_from(FORMS), word)
        | st.builds(str.format, st.sampled_from(TIMES), st.sampled_from((*DAYS, *YEARS)))
        | st.builds(str.format, *named)
        | st.sampled_from(FIXED)
    )
    joined = st.recursive(leaf, _joined, max_leaves=4)
    return draw(joined)


def found(timeline, text, *, starts=False):
    """Return what a query finds, or the words in which it is refused."""
    try:
        return timeline.select(parse(text, Context(timeline, TODAY, starts))).matches
    except TimelineError as error:
        return str(error)


def _joined(part):
    both = st.tuples(part, st.sampled_from([" ", " or "]), part)
    return both.map(lambda each: f"({''.join(each)})") | part.map("not ({})".format)


def _said(event, timeline):
    names = (timeline.actor_name(actor) for actor in event.actors)
    texts = (event.title, event.summary, event.note, *names, *event.places, *event.tags)
    return [word for text in texts for word in text.split()]


def _part(word):
    ends = st.tuples(st.integers(0, len(word) - 1), st.integers(1, len(word)))
    return ends.map(lambda each: word[min(each) : max(each) + 1])


def _names(timeline):
    yield from (*timeline.actors, *timeline.arcs, *timeline.sources, "confirmed", "statement")
    for event in timeline:
        yield from (f'"{text}"' for text in (*event.places, *event.tags, event.id))
