"""The records of a timeline, frozen, and the doors through which they are reached.

The way of the data (design, section 8): a file is loaded into a `Timeline`;
`select` asks a query of it and gives a `Selection` of events with verdicts.
Nothing above this module walks the events in another way.
"""

from timeline.model.answers import Count, Match, Query, Selection, Verdict
from timeline.model.charts import Bar, Chart, Series
from timeline.model.comparisons import ON_DAY_0, Compared, Offset
from timeline.model.following import (
    Anniversary,
    Centre,
    Near,
    Reason,
    Report,
    Role,
    Silence,
    Surroundings,
    Where,
)
from timeline.model.lanes import (
    FOLD,
    Lane,
    Lanes,
    Layout,
    Mark,
    Piece,
    Placed,
    PlacedLane,
    Scale,
)
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
from timeline.model.tallies import Reference, Spread
from timeline.model.threads import Node, Relation, Story
from timeline.model.timeline import NotOneEvent, Timeline

__all__ = [
    "ACTOR_KINDS",
    "CREDIBILITIES",
    "FOLD",
    "LINK_TYPES",
    "ON_DAY_0",
    "RELIABILITIES",
    "STATUSES",
    "Actor",
    "Anniversary",
    "Arc",
    "Bar",
    "Centre",
    "Chart",
    "Citation",
    "Compared",
    "Count",
    "Event",
    "Lane",
    "Lanes",
    "Layout",
    "Link",
    "Mark",
    "Match",
    "Near",
    "Node",
    "NotOneEvent",
    "Offset",
    "Piece",
    "Place",
    "Placed",
    "PlacedLane",
    "Query",
    "Reason",
    "Reference",
    "Relation",
    "Report",
    "Role",
    "Scale",
    "Selection",
    "Series",
    "Silence",
    "Source",
    "Spread",
    "Story",
    "Surroundings",
    "Timeline",
    "Verdict",
    "Where",
]
