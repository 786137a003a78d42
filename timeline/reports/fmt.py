"""An event file → its text in canonical order, which says the same as before."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest

from timeline.editing import canonical
from timeline.editing.canonical import Formatting
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError
from timeline.files.content import STANDARD_INPUT, shown
from timeline.loading import load
from timeline.loading.problems import InvalidFile
from timeline.model.file_fields import entry_fields, event_fields, header_fields
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline


def formatted(name: str, text: str, others: Sequence[str] = ()) -> Formatting:
    """Return *text*, what the file *name* holds, in order, and what in it was left as it is.

    One that has problems alone may be sound together with *others*: it may link to their
    events. Raises a `TimelineError` for a file that has problems, or that cannot be put in
    order.
    """
    files, timeline = _loaded(name, text, others)
    done = _in_order(name, text)
    if done.text != text:
        after = load.load(*files, instead={name: done.text})
        _refuse_another(name, timeline, after)
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


def _refuse_another(name: str, before: Timeline, after: Timeline) -> None:
    if not _says_the_same(before, after):
        hint = "it is left as it is; please report this file"
        raise TimelineError(f"{shown(name)} would not say the same when formatted", hint)


def _says_the_same(before: Timeline, after: Timeline) -> bool:
    """Whether two timelines say the same, but for the places in their files; dates as canonical."""
    if header_fields(before) != header_fields(after):
        return False
    if not all(_has_the_same(name, before, after) for name in REGISTRIES):
        return False
    events = zip_longest(before, after)
    return all(one and other and event_fields(one) == event_fields(other) for one, other in events)


def _has_the_same(name: str, before: Timeline, after: Timeline) -> bool:
    """Whether a registry has the same entries in both."""
    entries, others = getattr(before, name), getattr(after, name)
    return entries.keys() == others.keys() and all(
        entry_fields(name, entry) == entry_fields(name, others[id_])
        for id_, entry in entries.items()
    )
