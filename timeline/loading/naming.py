"""An id for every event, before links are checked."""

from collections.abc import Sequence

from timeline.loading.documents import Document, drafts
from timeline.model.records import Ids


def settle(documents: Sequence[Document]) -> None:
    """Give every event that was written without an id one that no other event has."""
    all_drafts = [draft for _, draft in drafts(documents)]
    ids = Ids(draft.id for draft in all_drafts if "id" in draft.fields)
    for draft in all_drafts:
        if "id" not in draft.fields:
            draft.id = ids.free(draft.id)
