"""An event file → its text in canonical order, which says the same as before."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b

from timeline.editing import canonical
from timeline.editing.canonical import Formatting
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError
from timeline.files.content import STANDARD_INPUT, shown
from timeline.loading import load
from timeline.loading.problems import InvalidFile
from timeline.model.file_fields import Fields, entry_fields, event_fields, header_fields
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline


def formatted(name: str, text: str, others: Sequence[str] = ()) -> Formatting:
    """Return *text*, what the file *name* holds, in order, and what in it was left as it is.

    One that has problems alone may be sound together with *others*: it may link to their
    events. Raises a `TimelineError` for a file that has problems, or that cannot be put in
    order.
    """
    try:
        done = _in_order(name, text)
    except TimelineError:
        _loaded(name, text, others)  # its own problems say more
        raise
    files, timeline = _loaded(name, text, others)
    if done.text == text:
        return done
    before = _meaning(timeline)
    del timeline  # two of them take twice the room
    if _meaning(load.load(*files, instead={name: done.text})) != before:
        hint = "it is left as it is; please report this file"
        raise TimelineError(f"{shown(name)} would not say the same when formatted", hint)
    return done


def _in_order(name: str, text: str) -> Formatting:
    try:
        with load.collector_paused():
            return canonical.formatting(text)
    except CannotEdit as error:
        raise TimelineError(f"{shown(name)}: {error.message}", error.hint) from error


def _loaded(name: str, text: str, others: Sequence[str]) -> tuple[tuple[str, ...], Timeline]:
    """Return the timeline of a file, and the files that make it."""
    try:
        return (name,), load.load(name, instead={name: text})
    except InvalidFile:
        together = tuple(each for each in others if each != STANDARD_INPUT)
        if name in together and len(together) > 1:
            with suppress(TimelineError):  # its own problems say more
                return together, load.load(*together, instead={name: text})
        raise


def _meaning(timeline: Timeline) -> bytes:
    """Return a digest of what a timeline says, wherever that stands; dates as canonical."""
    found = blake2b()
    for part in _parts(timeline):
        found.update(repr(part).encode())
    return found.digest()


def _parts(timeline: Timeline) -> Iterator[Fields]:
    """Yield what a timeline says of itself, its entries by their ids, and its events in order."""
    yield header_fields(timeline)
    for name in REGISTRIES:
        entries = getattr(timeline, name)
        yield from ({id_: entry_fields(name, entries[id_])} for id_ in sorted(entries))
    yield from map(event_fields, timeline)
