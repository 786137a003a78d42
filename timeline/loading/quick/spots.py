"""A spot of a timeline → its place in files that were read quickly.

Those keep no places but the first of each event. Where more is asked for, that one entry is read
again (`entries`), and what stands near a comment or a slip (`excerpts`).
"""

from collections.abc import Mapping as Map
from collections.abc import Sequence as Several
from functools import cached_property

from timeline.loading.documents import Document
from timeline.loading.quick import excerpts
from timeline.loading.quick.entries import QuickFile, quick_file
from timeline.loading.spots import NAMING, Entry, Excerpt, Locator, Owner
from timeline.model.file_fields import ids_in
from timeline.model.findings import Spot
from timeline.model.schema import REGISTRIES


class QuickLocator(Locator):
    """Knows where the entries of files stand that were read quickly."""

    def __init__(self, documents: Several[Document]) -> None:
        """Look for spots in *documents*, whose pages have their texts."""
        super().__init__(documents)
        self._files = [quick_file(each) for each in documents]

    def here(self, spot: Spot) -> Several[Entry]:
        """Return the entries of *spot*, of each file that has one, with what it asks for."""
        if spot.registry == "timeline":
            heads = (file.head() for file in self._files if spot.id in ("", file.name))
            return [head for head in heads if head]
        found = ((file, file.numbers[spot.registry].get(spot.id)) for file in self._files)
        return [file.entry(spot, number) for file, number in found if number is not None]

    def owner(self, spot: Spot) -> Owner:
        """Return whose entry `find` finds *spot* in, mostly without reading that."""
        if any(spot.id in file.numbers.get(spot.registry, ()) for file in self._files):
            return spot.registry, spot.id
        return self.find(spot).owner

    def marked(self) -> Several[Document]:
        """Return of each file what stands near comments that ignore something."""
        return list(map(excerpts.marked, self._files))

    def suspects(self) -> Several[Excerpt]:
        """Return of each file what stands where there may be slips."""
        return list(map(excerpts.suspects, self._files))

    def naming(self, spot: Spot) -> tuple[Entry, str] | None:
        """Return the event that is the first to name what has no entry, and by which key."""
        if spot.registry not in self._first:
            return None
        found = self._first[spot.registry].get(spot.id)
        if found is None:
            return None
        file, number, key = found
        return file.entry(Spot("events", file.drafts[number].id, key, spot.id), number), key

    @cached_property
    def _first(self) -> Map[str, Map[str, tuple[QuickFile, int, str]]]:
        """By registry and id, the first event that names it: its file, its number, the key."""
        found: dict[str, dict[str, tuple[QuickFile, int, str]]] = {name: {} for name in REGISTRIES}
        for file in self._files:
            for number, draft in enumerate(file.drafts):
                for key in NAMING:
                    for id_ in ids_in(getattr(draft.event, key.attribute)):
                        found[key.registry].setdefault(id_, (file, number, key.name))
        return found
