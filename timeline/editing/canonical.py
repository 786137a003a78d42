"""An event file in canonical order, with all its comments."""

from typing import NamedTuple

from timeline.editing import json_lines
from timeline.editing.cuts import cut
from timeline.editing.event_file import EventFile
from timeline.editing.key_order import are_ordered
from timeline.editing.lines import CannotEdit
from timeline.editing.pieces import Pieces
from timeline.editing.steps import KEYS, STEPS, after, after_all, check_dates, says_the_same
from timeline.nodes.tree import NotPlain


class Formatting(NamedTuple):
    """A formatted text, and what in it was left as it is, in words."""

    text: str
    remarks: tuple[str, ...] = ()


def formatting(text: str) -> Formatting:
    """Return *text* with events in order, a blank line between them, and keys and dates canonical.

    Comments go with the event or the key that they belong to; values keep their own
    text. Two events of one line each may stand without a blank line. It says the same
    as before, and formatting it again changes nothing. Lines of JSON Lines are put in
    order. Raises `CannotEdit` for JSON, events in brackets, events without a date,
    and what is not YAML.
    """
    if json_lines.is_json_lines(text):
        return Formatting(json_lines.formatted(text))
    return piece_by_piece(text) or at_once(text)


def at_once(text: str) -> Formatting:
    """Return *text* formatted, all of it being read again after each step."""
    first = EventFile(text)
    check_dates(first)
    file, remarks = after_all(first, STEPS), list[str]()
    if not file:
        file, remarks = _by_steps(first)
    if not are_ordered(file):
        remarks.append(KEYS)
    return Formatting(file.sheet.mark + file.sheet.text, tuple(dict.fromkeys(remarks)))


def _by_steps(first: EventFile) -> tuple[EventFile, list[str]]:
    """Return the file after the steps that leave it what it says, and a remark on each other."""
    file, remarks = first, []
    for step, remark in STEPS:
        made = after(file, step)
        if made and says_the_same(file, made):
            file = made
        else:
            remarks.append(remark)
    return file, remarks


def piece_by_piece(text: str) -> Formatting | None:
    """Return *text* formatted, event by event; None where it does not come apart so.

    It is the same as `at_once` returns. Each piece that changes is seen to say the same as
    before; that the whole does is for the caller to see.
    """
    found = cut(text)
    if not found:
        return None
    pieces = Pieces(found)
    try:
        changed = pieces.text()
    except (CannotEdit, NotPlain):
        return None  # whoever reads all of it says in which line
    return Formatting(text if changed is None else changed, pieces.remarks)
