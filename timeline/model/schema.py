"""What each key of an event file means, in words that an editor shows beside it."""

from typing import Final

SECTIONS: Final = {
    "timeline": "What this file is: title, summary, and the day that counts as now.",
    "arcs": "The threads of the story, by id. Without this section names stand for themselves.",
    "actors": "People, states and organisations, by id. Likewise optional.",
    "sources": "Publications, by id, each once. Likewise optional.",
    "events": "What happened, or was said: a list. Only date and title are required of each.",
}

HEADER: Final = {
    "title": "What the timeline is called.",
    "summary": "One or two sentences: what it is about.",
    "as_of": "The day that counts as now for this file: where open ends (2025-08/..) stop. "
    "Without it, today.",
}

ARC: Final = {
    "title": "What the thread is called.",
    "summary": "One or two sentences.",
}

ACTOR: Final = {
    "name": "The name that is shown.",
    "kind": "A person, a state or an organisation.",
    "aliases": "Other names under which a query finds this actor.",
    "of": "Ids of those it belongs to: who asks for them finds this actor too.",
    "note": "Anything a reader should know.",
}

SOURCE: Final = {
    "publisher": "Who published it.",
    "title": "Its title.",
    "date": "When it was published, as exactly as is known.",
    "url": "Where it is: http or https.",
    "reliability": "How reliable the publisher is (Admiralty code). F cannot be judged: "
    "it is not the worst.",
    "note": "Anything a reader should know, such as where an archived copy is.",
}

CITATION: Final = {
    "source": "The id of a source.",
    "credibility": "How credible this source is about this event. 6 cannot be judged: "
    "it is not the worst.",
    "note": "What it says, on which page, where it differs.",
}

EVENT: Final = {
    "id": "A name for links and commands: short, lower case, with hyphens. "
    "Without one it is made from title and year.",
    "date": "When, as vague as the evidence is, in EDTF.",
    "title": "What happened, in one line.",
    "summary": "One or two neutral sentences.",
    "kind": "Something that was said or judged, rather than done; its status is about what "
    "is claimed, not about whether it was said.",
    "actors": "Ids of those who take part. Without a section 'actors', names.",
    "places": "Where.",
    "arc": "The id of the thread it belongs to.",
    "tags": "Words to filter by.",
    "status": "How sure it is.",
    "sources": "Ids of sources, or {source, credibility, note}.",
    "links": "How it is related to other events: {denies: ID}.",
    "note": "Anything a reader should know that is no part of the story.",
}

STATUS: Final = {
    "confirmed": "It happened, or was said, beyond reasonable doubt.",
    "reported": "Credible media say so, on sources that cannot be checked.",
    "claimed": "Asserted by a party; not verified.",
    "disputed": "Named parties contradict each other.",
    "denied": "It is denied, or is itself a denial.",
}

LINKS: Final = {
    "denies": "This event denies that one.",
    "confirms": "This event confirms that one.",
    "responds-to": "This event answers that one.",
    "reports": "This event is the report of that one.",
    "part-of": "This event is a part of that one.",
    "follows-from": "This event is a consequence of that one.",
}

KINDS: Final = {
    "person": "One person.",
    "state": "A state.",
    "organisation": "Any other body: a company, an army, a party.",
}

DATE: Final = (
    "EDTF (ISO 8601-2): 2019-01-23 a day; 2019-01 a month; 2019 a year; 2019~ about 2019; "
    "2019? perhaps 2019; 201X some year of the 2010s; 2019-03/2019-06 from March to June; "
    "2025-08/.. since August 2025, still going on; '[2025-10-21..2025-10-31]' one day of these."
)
