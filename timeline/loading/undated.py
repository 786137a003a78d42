"""Events whose dates are left out → the dates that follow from their order, or problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from timeline.inference import undated
from timeline.loading import spots
from timeline.loading.documents import Document, drafts
from timeline.loading.union import followed
from timeline.model.timeline import Timeline


def date_by_order(documents: Sequence[Document], today: int | None) -> Sequence[undated.Fault]:
    """Give each undated event its date; return why others have none.

    Nothing else may be wrong with the *documents*, and their ids are settled.
    """
    if not any(draft.event and draft.event.undated for _, draft in drafts(documents)):
        return ()
    events = [followed(document, draft, today) for document, draft in drafts(documents)]
    dates, faults = undated.dates(Timeline(filter(None, events)))
    for _, draft in drafts(documents):
        if draft.event and draft.event.undated and draft.id in dates:
            draft.event = replace(draft.event, date=dates[draft.id])
    return faults


def note(faults: Iterable[undated.Fault], documents: Sequence[Document]) -> None:
    """Note where in *documents* each fault stands, and all that has a part in it."""
    locator = spots.Locator(documents)
    for fault in faults:
        found = locator.find(fault.spot)
        steps = tuple((locator.find(step.spot).place, step.message) for step in fault.steps)
        found.reader.note(found.node, fault.message, fault.hint, steps=steps)
