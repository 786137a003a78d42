"""What must come back of an export: every field of every event that no loss names.

The words of a loss begin with the fields it takes, "date, note: …", and its places are
the ids of events.
"""

from timeline.model.records import Event

FIELDS = frozenset(Event.__struct_fields__) - {"place", "as_of"}


def lost(losses):
    """Return (id, field) for each field of an event that the report of an export names."""
    assert all(loss.count == len(loss.places) for loss in losses)
    return {
        (place, field)
        for loss in losses
        for place in loss.places
        for field in loss.what.partition(":")[0].split(", ")
        if ":" in loss.what and field in FIELDS
    }


def loose(losses):
    """Return the ids of the events whose date comes back as the words of a note."""
    return {id_ for loss in losses if loss.what.startswith("date, note:") for id_ in loss.places}


def refused(losses):
    """Return the ids of the events that the report of an export names as refused."""
    return {place for loss in losses if loss.kind == "refused" for place in loss.places}


def assert_survived(before, after, losses):
    """Hold that *after* has the events of *before* but the refused, and all that is not lost."""
    gone, missing = refused(losses), lost(losses)
    events = [match.event for match in before.select() if match.event.id not in gone]
    assert {match.event.id for match in after.select()} == {event.id for event in events}
    for event in events:
        found = after.get(event.id)
        kept = FIELDS - {field for id_, field in missing if id_ == event.id}
        assert _said(found, kept) == _said(event, kept)


def _said(event, fields):
    values = {field: getattr(event, field) for field in sorted(fields)}
    return values | ({"date": str(event.date)} if "date" in fields else {})
