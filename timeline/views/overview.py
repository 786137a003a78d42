"""What a whole timeline is, in plain forms."""

from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.views.parts.json_data import FORMAT, Object, _day


def timeline_data(timeline: Timeline, everything: Selection) -> Object:
    """Return what a timeline is: its header and how much it holds."""
    dates = [match.event.date.text for match in everything]
    return {
        "format": FORMAT,
        "timeline": timeline.title,
        "summary": timeline.summary or None,
        "as_of": _day(timeline.as_of),
        "events": len(timeline),
        "actors": len(timeline.actors),
        "sources": len(timeline.sources),
        "arcs": {arc.id: arc.title for arc in timeline.arcs.values()},
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }
