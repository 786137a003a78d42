"""An id for every event, before links are checked."""

from collections.abc import Sequence
from itertools import count

from timeline.loading.documents import Document, drafts


def settle(documents: Sequence[Document]) -> None:
    """Give every event that was written without an id one that no other event has."""
    all_drafts = [draft for _, draft in drafts(documents)]
    taken = {draft.id for draft in all_drafts if "id" in draft.fields}
    numbers: dict[str, count[int]] = {}
    for draft in all_drafts:
        if "id" not in draft.fields:
            made = draft.id
            while draft.id in taken:
                draft.id = f"{made}-{next(numbers.setdefault(made, count(2)))}"
            taken.add(draft.id)
