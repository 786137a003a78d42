"""Every key of an event file, described once: here, and in `evidence` those of sources.

A new key is a row in the record it belongs to, a field of its struct in `records`, and a
line in each form that gives it a shape of its own. What a form does not say, its loss
report names; of forms without one, `tests/model/test_schema.py` lists it with a reason.
"""

from collections.abc import Iterable
from typing import Final

from timeline.model.evidence import ACCOUNT, CITATION, DATES, NOTE, SOURCE, SOURCE_ID, TITLE
from timeline.model.keys import Key, Record, Registry
from timeline.model.scales import ACTOR_KINDS, LINK_TYPES, STATUSES


def _meaning(words: Iterable[str], meanings: Iterable[str]) -> dict[str, str]:
    return dict(zip(words, meanings, strict=True))


SECTIONS: Final = {
    "timeline": "What this file is: title, summary, and the day that counts as now.",
    "arcs": "The threads of the story, by id. Without this section names stand for themselves.",
    "actors": "People, states and organisations, by id. Likewise optional.",
    "places": "Where it happens, by id, and what lies in what. Likewise; it may know only some.",
    "sources": "Publications, by id, each once. Likewise optional.",
    "events": "What happened, or was said: a list. Only date and title are required of each; "
    "a link that says its order may stand for the date.",
}

_STATUS: Final = (
    "It happened, or was said, beyond reasonable doubt.",
    "Credible media say so, on sources that cannot be checked.",
    "Asserted by a party; not verified.",
    "Named parties contradict each other.",
    "It is denied, or is itself a denial.",
)

_LINKS: Final = (
    "This event denies that one.",
    "This event confirms that one.",
    "This event answers that one.",
    "This event is the report of that one.",
    "This event is a part of that one.",
    "This event is a consequence of that one.",
    "This event began when that one was over, or on the same day. It says nothing but order.",
    "This event was over when that one began, or on the same day. It says nothing but order.",
    "This event began and ended while that one went on. It says nothing but order.",
)

_KINDS: Final = (
    "One person.",
    "A state.",
    "Any other body: a company, an army, a party.",
)

DATE: Final = (
    "EDTF (ISO 8601-2): 2019-01-23 a day; 2019-01 a month; 2019 a year; 2019~ about 2019; "
    "2019? perhaps 2019; 201X some year of the 2010s; 2019-03/2019-06 from March to June; "
    "2025-08/.. since August 2025, still going on; '[2025-10-21..2025-10-31]' one day of these."
)
_SUMMARY: Final = ("Engineers found cracks; the city closed the bridge to all traffic.",)

HEADER: Final = Record(
    "timeline",
    Key("title", "text", "What the timeline is called.", TITLE),
    Key("summary", "text", "One or two sentences: what it is about.", _SUMMARY),
    Key(
        "as_of",
        "day",
        "The day that counts as now for this file: where open ends (2025-08/..) stop. "
        "Without it, today.",
        ("2025-11-30",),
        label="as of",
    ),
)

ARC: Final = Record(
    "arc",
    Key("title", "text", "What the thread is called.", TITLE),
    Key("summary", "text", "One or two sentences.", _SUMMARY),
)

ACTOR: Final = Record(
    "actor",
    Key("name", "text", "The name that is shown.", ("The City of Northport",)),
    Key(
        "kind",
        "choice",
        "A person, a state or an organisation.",
        choices=_meaning(ACTOR_KINDS, _KINDS),
    ),
    Key(
        "aliases",
        "texts",
        "Other names under which a query finds this actor.",
        (["City Hall"],),
        one="alias",
    ),
    Key(
        "of",
        "ids",
        "Ids of those it belongs to: who asks for them finds this actor too.",
        (["northport"],),
        label="member of",
        registry="actors",
    ),
    Key("note", "text", "Anything a reader should know.", NOTE),
)

PLACE: Final = Record(
    "place",
    Key("name", "text", "The name that is shown.", ("Old Bridge",)),
    Key(
        "in",
        "ids",
        "Ids of the places in which it lies: who asks for them finds this one too.",
        (["northport"],),
        registry="places",
    ),
    Key(
        "aliases",
        "texts",
        "Other names under which a query finds this place.",
        (["Iron Bridge"],),
        one="alias",
    ),
    Key("note", "text", "Anything a reader should know.", NOTE),
)

EVENT: Final = Record(
    "event",
    Key(
        "id",
        "id",
        "A name for links and commands: short, lower case, with hyphens. "
        "Without one it is made from title and year.",
        ("bridge-closed-2019",),
        field="id",
    ),
    Key(
        "date",
        "date",
        "When, as vague as the evidence is, in EDTF. A link of order may stand for it.",
        DATES,
        required=True,
    ),
    Key("title", "text", "What happened, in one line.", TITLE, field="title", required=True),
    Key("summary", "text", "One or two neutral sentences.", _SUMMARY),
    Key(
        "kind",
        "choice",
        "Something that was said or judged, rather than done; its status is about what "
        "is claimed, not about whether it was said.",
        choices={"statement": ""},
        field="kind",
    ),
    Key(
        "by",
        "ids",
        "Ids of those who say or claim it. Without a section 'actors', names.",
        (["mayor"],),
        registry="actors",
        field="by",
    ),
    Key(
        "actors",
        "ids",
        "Ids of those who take part. Without a section 'actors', names.",
        (["mayor", "northport"],),
        one="actor",
        registry="actors",
        field="actor",
    ),
    Key(
        "places",
        "texts",
        "Where: a name, or the id of a place in the section 'places'.",
        (["Old Bridge"],),
        one="place",
        field="place",
    ),
    Key(
        "arc",
        "id",
        "The id of the thread it belongs to.",
        ("closure",),
        registry="arcs",
        field="arc",
    ),
    Key("tags", "texts", "Words to filter by.", (["bridge"],), one="tag", field="tag"),
    Key("status", "choice", "How sure it is.", choices=_meaning(STATUSES, _STATUS), field="status"),
    Key(
        "sources",
        "citations",
        "Ids of sources, or {source, credibility, stance, relays, locator, quote, note}.",
        ([SOURCE_ID],),
        one="source",
        registry="sources",
        field="source",
    ),
    Key(
        "accounts",
        "accounts",
        "Who tells it how, where they differ: {by, date, stance, says, sources}.",
        ([{"by": ["mayor"], "says": "It was closed in time.", "sources": [SOURCE_ID]}],),
        one="account",
    ),
    Key(
        "links",
        "links",
        "How it is related to other events: {denies: ID}.",
        ([{"denies": "engineer-warns-2018"}],),
        choices=_meaning(LINK_TYPES, _LINKS),
        one="link",
        registry="events",
    ),
    Key("note", "text", "Anything a reader should know that is no part of the story.", NOTE),
)

REGISTRIES: Final = {
    "arcs": Registry("arcs", ARC, "title"),
    "actors": Registry("actors", ACTOR, "name"),
    "places": Registry("places", PLACE, "name"),
    "sources": Registry("sources", SOURCE, "publisher", must=False),
}
RECORDS: Final = {"timeline": HEADER, "events": EVENT} | {
    section: registry.record for section, registry in REGISTRIES.items()
}
ALL: Final = (*RECORDS.values(), CITATION, ACCOUNT)
"""All records: those of sections, and those within an event."""
COUNTED: Final = tuple(
    key.name for key in EVENT.keys if key.kind in ("texts", "ids") and key.field != key.name
)
"""The keys of which a query counts the values: what is asked by its own name is not counted."""
