"""An event file → its text in canonical order, which says the same as before."""

from collections.abc import Sequence

from timeline.editing import canonical
from timeline.editing.canonical import Formatting
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError
from timeline.files.content import STANDARD_INPUT, shown
from timeline.loading import load
from timeline.model.file_fields import Fields, file_fields
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
    alone = load.examine(name, instead={name: text})
    together = tuple(each for each in others if each != STANDARD_INPUT)
    if alone.problems and name in together and len(together) > 1:
        try:
            return together, load.load(*together, instead={name: text})
        except TimelineError:
            pass  # its own problems say more
    return (name,), alone.sound()


def _refuse_another(name: str, before: Timeline, after: Timeline) -> None:
    if _said(after) != _said(before):
        hint = "it is left as it is; please report this file"
        raise TimelineError(f"{shown(name)} would not say the same when formatted", hint)


def _said(timeline: Timeline) -> Fields:
    """Return all that a timeline says, its dates canonical, without the places in the file."""
    return file_fields(timeline, timeline)
