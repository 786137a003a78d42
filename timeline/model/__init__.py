"""The records of a timeline, frozen, and the doors through which they are reached.

The way of the data (design, section 8): a file is loaded into a `Timeline`;
`select` asks a query of it and gives a `Selection` of events with verdicts.
Nothing above this module walks the events in another way.
"""

from timeline.model.answers import Count, Match, Period, Query, Selection, Verdict
from timeline.model.records import (
    ACTOR_KINDS,
    CREDIBILITIES,
    LINK_TYPES,
    RELIABILITIES,
    STATUSES,
    Actor,
    Arc,
    Citation,
    Event,
    Link,
    Place,
    Source,
)
from timeline.model.timeline import NotOneEvent, Timeline

__all__ = [
    "ACTOR_KINDS",
    "CREDIBILITIES",
    "LINK_TYPES",
    "RELIABILITIES",
    "STATUSES",
    "Actor",
    "Arc",
    "Citation",
    "Count",
    "Event",
    "Link",
    "Match",
    "NotOneEvent",
    "Period",
    "Place",
    "Query",
    "Selection",
    "Source",
    "Timeline",
    "Verdict",
]
