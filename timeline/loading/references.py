"""What events and actors name must be there, where a registry says what there is.

Without a registry names stand for themselves (docs/architecture.md#an-event-file-is-text).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from timeline.likeness import nearest
from timeline.loading.documents import Document, drafts, entries, registry
from timeline.loading.events import Draft
from timeline.loading.reader import Reader
from timeline.model.evidence import ACCOUNT
from timeline.model.keys import Key, Record
from timeline.model.labels import is_handle, letters
from timeline.model.records import Actor, Arc, Location
from timeline.model.records import Entry as Recorded
from timeline.model.schema import EVENT, REGISTRIES
from timeline.nodes.tree import Node, Scalar, mappings, pairs, scalars
from timeline.text import fold, listed, one_line, quoted, slug

_MOST_SEARCHES = 50  # for a near name among all: a file with more has another fault than slips


class Known:
    """The ids that may be named, and by what else their bearers are called."""

    def __init__(self, noun: str, names: Mapping[str, Iterable[str]], remedy: str) -> None:
        """Know id → *names* of things called *noun*; *remedy* is for a name like no other."""
        self._noun = noun
        self.names = names
        self._remedy = remedy
        self._meant: dict[str, list[str]] = {}
        self._searches = 0

    def refuse(self, reader: Reader, named: Iterable[Scalar]) -> None:
        """Note with *reader* each name that is no id."""
        for node in named:
            text = one_line(node.text)
            if text and self.names and text not in self.names:
                message = f"no {self._noun} is called {quoted(text)}"
                reader.note(node, message, partial(self._hint, text))

    def _hint(self, text: str) -> str:
        """Return the id of who is called so, or nearly so; that is looked for so many times."""
        called = self._called()
        if fold(text) in called:
            return f"write {listed(called[fold(text)])}"
        if self._noun == "event" and is_handle(text, letters(self.names)):
            return "a handle moves when events are added: write the id"
        self._searches += 1
        if self._searches > _MOST_SEARCHES:
            return self._remedy
        near = nearest(text, called) or nearest(slug(text), called)
        ids = dict.fromkeys(id_ for name in near for id_ in called[fold(name)])
        if not ids:
            return self._remedy
        return f"did you mean {listed(ids)}?"

    def _called(self) -> dict[str, list[str]]:
        if not self._meant:
            for id_, names in self.names.items():
                for name in dict.fromkeys(map(fold, (id_, *names))):
                    self._meant.setdefault(name, []).append(id_)
        return self._meant


def unknown_names(documents: Sequence[Document]) -> None:
    """Refuse an entry that is named and its registry does not have; of events, not their places."""
    for section, registry_ in REGISTRIES.items():
        known = _known(documents, section, registry_.noun)
        if not known.names:
            continue  # whatever is named stands for itself
        for document, draft in drafts(documents):
            known.refuse(document.reader, _named(draft.fields, EVENT, section))
        for other in REGISTRIES.values():
            for document, entry in entries(documents, other.section):
                known.refuse(document.reader, _named(entry.fields, other.record, section))


def unknown_events(documents: Sequence[Document]) -> None:
    """Refuse a link that leads to no event of any of the files, or to its own."""
    names = {draft.id: [_title(draft)] for _, draft in drafts(documents)}
    known = Known("event", names, "name the id of an event that is in the file")
    for document, draft in drafts(documents):
        targets = [target for _, target in pairs(draft.fields.get("links"))]
        known.refuse(document.reader, targets)
        for target in targets:
            if one_line(target.text) == draft.id:
                document.reader.note(target, "this event links to itself", "name the other event")


def _known(documents: Sequence[Document], name: str, noun: str) -> Known:
    names = {id_: _names(record) for id_, record in registry(documents, name).items()}
    return Known(noun, names, f"add it to '{name}'")


def _names(record: Recorded) -> tuple[str, ...]:
    if isinstance(record, Actor | Location):
        return record.names
    if isinstance(record, Arc):
        return (record.title,)
    return record.publisher, record.title


def _title(draft: Draft) -> str:
    title = draft.fields.get("title")
    return one_line(title.text) if isinstance(title, Scalar) else ""


def _named(fields: Mapping[str, Node], record: Record, section: str) -> Iterator[Scalar]:
    """Yield the ids of the registry *section* that the *fields* of a record name.

    Origins are not among them: one that was not read has no entry.
    """
    for key in _naming(record, section):
        value = fields.get(key.name)
        if value is None:
            continue
        if key.kind == "accounts":
            for account in mappings(value):
                yield from _named(account, ACCOUNT, section)
        else:
            yield from _ids(value, key)


@cache
def _naming(record: Record, section: str) -> tuple[Key, ...]:
    """Return the keys of a *record* that name entries of *section*, or may have such within."""
    return tuple(
        key
        for key in record.keys
        if key.kind == "accounts"
        or (key.registry == section and key.kind not in ("origin", "origins"))
    )


def _ids(node: Node, key: Key) -> Iterator[Scalar]:
    if key.kind == "id":
        yield from [node] if isinstance(node, Scalar) else ()
        return
    yield from scalars(node)
    if key.kind == "citations":
        yield from (value for name, value in pairs(node) if name == "source")
