"""Parts of files that were read quickly, with their nodes: what stands near some places in them.

Whose comment it is, and whose slip, is found with the entry that it stands in and those beside
it. Of entries whose lines are plain it mostly is enough to know where they begin and end.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several

from timeline.loading import ignores, slips
from timeline.loading.documents import Document, Entry, fields_of
from timeline.loading.events import Draft
from timeline.loading.quick.entries import JsonFile, QuickFile, YamlFile
from timeline.loading.quick.values import NOWHERE
from timeline.loading.reader import Reader
from timeline.loading.spots import Excerpt
from timeline.model.schema import EVENT, REGISTRIES, SECTIONS
from timeline.nodes.tree import Mapping, Node, Scalar


def marked(file: QuickFile) -> Document:
    """Return of a *file* what stands near comments that ignore a rule."""
    if isinstance(file, YamlFile) and (places := ignores.places(file.lines)):
        return _Near(file, places).document()
    return Document(file.reader)


def suspects(file: QuickFile) -> Excerpt:
    """Return of a *file* what stands where there may be slips."""
    if isinstance(file, YamlFile):
        near = _Near(file, slips.places(file.lines), is_whole=True)
        return near.document(), list(near.texts())
    places = slips.places_in_json(file.text)
    numbers = sorted({file.number(place) for place in places}) if isinstance(file, JsonFile) else ()
    return Document(file.reader, drafts=[_whole(file, each) for each in numbers]), ()


def _whole(file: QuickFile, number: int) -> Draft:
    """Return an event with the nodes of all its fields."""
    node = file.whole(number)
    fields = Reader(file.reader.page).fields(node, EVENT.names, "an event")
    return Draft(node, file.drafts[number].id, fields, None)


class _Near:
    """The entries near some places of a file of YAML, and where all of its sections begin."""

    def __init__(self, file: YamlFile, places: Iterable[int], *, is_whole: bool = False) -> None:
        """Look at these *places*, offsets in the lines of *file*.

        Where it *is_whole*, entries in which one of them is have all their fields.
        """
        self._file = file
        self._is_whole = is_whole
        self._asked: dict[str, dict[int, list[int]]] = {name: {} for name in SECTIONS}
        """By section and the number of an entry, the places in it."""
        names = list(file.sections)
        starts = [span.start for span in file.sections.values()]
        for place in places:
            if at := bisect_left(starts, place):
                name = names[at - 1]
                self._asked[name].setdefault(file.number(name, place), []).append(place)

    def document(self) -> Document:
        """Return a document that has only these entries, and those beside them."""
        found = {name: list(self._entries(name)) for name in REGISTRIES}
        bodies: dict[str, Node] = {
            name: Mapping([pair for _, pair in entries], 1, 1) for name, entries in found.items()
        }
        if self._asked["timeline"] and (head := self._file.head()):
            bodies["timeline"] = head.body
        keys = {name: self._file.key(name) for name in self._file.sections}
        pairs: list[tuple[Node, Node]] = [
            (key, bodies.get(name, NOWHERE)) for name, key in keys.items() if key
        ]
        return Document(
            self._file.reader,
            Mapping(pairs, 1, 1),
            entries={name: [entry for entry, _ in each] for name, each in found.items()},
            drafts=[self._draft(number) for number in self._numbers("events")],
        )

    def texts(self) -> Iterator[tuple[str, int]]:
        """Yield the texts of the entries in which places are, each with its first line."""
        for name, asked in self._asked.items():
            pieces = self._file.pieces.get(name)
            for number in asked:
                yield pieces[number] if pieces else self._file.section(name)

    def _numbers(self, name: str) -> Several[int]:
        """Return the numbers of entries in which places are, and of those beside them."""
        near = {number + by for number in self._asked[name] for by in (-1, 0, 1)}
        return sorted(near.intersection(range(len(self._file.pieces.get(name, ())))))

    def _entries(self, name: str) -> Iterator[tuple[Entry, tuple[Node, Node]]]:
        """Yield entries of a registry, each with its key and what stands under that."""
        reader, registry = self._file.reader, REGISTRIES[name]
        for number in self._numbers(name):
            key, value = self._file.whole_entry(name, number)
            record = self._file.document.entries[name][number].record
            fields = {}
            if self._is_whole and number in self._asked[name]:
                fields = fields_of(Reader(reader.page), record.id, value, registry)
            if isinstance(key, Scalar):
                yield Entry(key, fields, record), (key, value)

    def _draft(self, number: int) -> Draft:
        file, places = self._file, self._asked["events"].get(number, ())
        if self._is_whole and places:
            return _whole(file, number)
        node = file.outline(number) if all(map(file.is_alone, places)) else None
        return Draft(node or file.whole(number), file.drafts[number].id, {}, None)
