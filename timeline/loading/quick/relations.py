"""What must hold between events and entries that were read quickly: each is noted, none is kept."""

from collections.abc import Iterator, Sequence

from timeline.loading.checks import OF_RECORDS
from timeline.loading.documents import Document, entries, registry
from timeline.loading.events import Draft
from timeline.model.file_fields import ids_in, named
from timeline.model.nests import circles
from timeline.model.records import Event
from timeline.model.schema import REGISTRIES


class Relations:
    """What the events of some documents say of each other, and of entries."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Know the entries of *documents*; their events are noted as they come."""
        self._documents = documents
        known = {section: registry(documents, section).keys() for section in REGISTRIES}
        # Without a registry whatever is named stands for itself.
        self._known = {section: ids for section, ids in known.items() if ids}
        self._ids: set[str] = set()
        self._targets: set[str] = set()
        self._parts: dict[str, list[str]] = {}
        self._is_sound = True

    def note(self, drafts: Sequence[Draft]) -> None:
        """Take in what *drafts* say, whose ids are settled."""
        before = len(self._ids)
        self._ids.update(draft.id for draft in drafts)
        # That of an entry may stand twice, in two files, which unite.
        has_own_ids = len(self._ids) - before == len(drafts)
        self._is_sound &= has_own_ids and self._are_known(drafts)
        for draft in drafts:
            if draft.event and draft.event.links:
                self._link(draft.id, draft.event)

    def _are_known(self, drafts: Sequence[Draft]) -> bool:
        """Whether all that events name has an entry, where there are entries."""
        for section, known in self._known.items():
            events = (draft.event for draft in drafts if draft.event)
            if not all(not id_ or id_ in known for id_ in named(events, section)):
                return False
        return True

    def _link(self, id_: str, event: Event) -> None:
        self._targets.update(link.target for link in event.links)
        self._is_sound &= all(link.target != id_ for link in event.links)
        if wholes := [link.target for link in event.links if link.type == "part-of"]:
            self._parts[id_] = wholes

    def are_sound(self) -> bool:
        """Return whether nothing is wrong between all that was noted, and the entries."""
        if not (self._is_sound and self._targets <= self._ids and self._name_entries()):
            return False
        if next(circles(self._parts), None) is not None:
            return False
        for check in OF_RECORDS:
            check(self._documents)
        return not any(document.reader.problems for document in self._documents)

    def _name_entries(self) -> bool:
        """Whether all that entries name has an entry, where there are any of its kind."""
        for section, known in self._known.items():
            if not all(not id_ or id_ in known for id_ in self._named(section)):
                return False
        return True

    def _named(self, section: str) -> Iterator[str]:
        """Yield the ids of a *section* that entries name; an origin need not be there."""
        for other in REGISTRIES.values():
            keys = [key for key in other.record.keys if key.registry == section]
            own = [key.attribute for key in keys if key.kind not in ("origin", "origins")]
            for _, entry in entries(self._documents, other.section):
                for key in own:
                    yield from ids_in(getattr(entry.record, key))


def are_sound(found: Sequence[Document]) -> bool:
    """Return whether nothing is wrong between the events and entries of documents *found*."""
    relations = Relations(found)
    for document in found:
        relations.note(document.drafts)
    return relations.are_sound()
