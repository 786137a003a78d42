"""An event file in canonical order, with all its comments."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from timeline.editing import json_lines
from timeline.editing.blocks import item_lines, spans
from timeline.editing.cuts import Cut, cut
from timeline.editing.event_file import EventFile, date_of, head_end, ids_of, settled
from timeline.editing.key_order import inner, middle, outer
from timeline.editing.lines import CannotEdit, Sheet
from timeline.editing.nodes import Items
from timeline.editing.steps import (
    EVENTS,
    IN_ENTRIES,
    KEYS,
    STEPS,
    Step,
    after,
    check_dates,
    date_edits,
    in_order,
    laid_out,
    says_the_same,
    sort_keys,
)
from timeline.edtf import When


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
    return in_batches(text) or at_once(text)


def at_once(text: str) -> Formatting:
    """Return *text* formatted, all of it being read again after each step."""
    first = EventFile(text)
    check_dates(first)
    file, remarks = _after_all(first, STEPS), list[str]()
    if not file:
        file, remarks = _by_steps(first)
    if not _has_keys_in_order(file):
        remarks.append(KEYS)
    return Formatting(file.sheet.mark + file.sheet.text, tuple(dict.fromkeys(remarks)))


def _has_keys_in_order(file: EventFile) -> bool:
    return all(each.is_ordered for each in chain(inner(file), middle(file), outer(file)))


def _after_all(first: EventFile, steps: Sequence[tuple[Step, str]]) -> EventFile | None:
    """Return the file after all *steps*, or None where one of them would change what it says."""
    file = first
    for step, _ in steps:
        made = after(file, step)
        if made is None:
            return None
        file = made
    return file if says_the_same(first, file) else None


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


def in_batches(text: str) -> Formatting | None:
    """Return *text* formatted by batches of events; None where it does not come apart so.

    It is the same as `at_once` returns. Each batch is seen to say the same as before; that the
    whole does is for the caller to see.
    """
    found = cut(text)
    if not found:
        return None
    try:
        return _Batches(found).formatting()
    except CannotEdit:
        return None  # whoever reads all of it says in which line


class _Batches:
    """The lines of a file whose entries have been put in order, and where its events stand."""

    def __init__(self, found: Cut) -> None:
        sheet = found.sheet
        self._column = found.column
        self._remarks: list[str] = []
        self._begins: list[int] = []
        self._lasts: list[int] = []
        self._dates: list[When | None] = []
        self._ids: list[tuple[str, str]] = []
        self._lines: list[str] = []
        head = self._added(sheet.lines[: found.begins[0]])
        self._top = head.key_line("events") + 1 if found.top else 0
        for first, end in found.batches:
            self._add_events(sheet.lines[first:end])
        if found.end < len(sheet.lines):
            self._added(sheet.lines[found.end :])
        if len(self._begins) != len(found.begins):
            raise CannotEdit("a hyphen begins no event")
        self._sheet = Sheet(sheet.mark + "".join(self._lines))

    def formatting(self) -> Formatting:
        """Return the text with its events in order, and blank lines between them."""
        numbers = range(len(self._begins))
        order = in_order(numbers, sort_keys(self._dates))
        if not self._keeps_ids(order):
            order = list(numbers)
            self._remarks.append(EVENTS)
        before = self._sheet.text
        self._lay_out(order)
        if self._sheet.text != before:
            self._lay_out(numbers)
        return Formatting(self._sheet.mark + self._sheet.text, tuple(dict.fromkeys(self._remarks)))

    def _added(self, lines: Sequence[str]) -> EventFile:
        """Add *lines* with their entries in order, and return them as a file."""
        first = EventFile("".join(lines))
        check_dates(first)
        is_done = _has_keys_in_order(first) and not any(date_edits(first))
        file = first if is_done else _after_all(first, IN_ENTRIES)
        if not file:
            raise CannotEdit("it would say something else")
        if not (is_done or _has_keys_in_order(file)):
            self._remarks.append(KEYS)
        self._lines += file.sheet.lines
        return file

    def _add_events(self, lines: Sequence[str]) -> None:
        above = len(self._lines)
        file = self._added(lines)
        if not isinstance(file.root, Items):
            raise CannotEdit("these are no events")
        begins, lasts = item_lines(file.sheet, file.root, 0)
        self._begins += [above + line for line in begins]
        self._lasts += [above + line for line in lasts]
        self._dates += map(date_of, file.items)
        self._ids += map(ids_of, file.items)

    def _keeps_ids(self, order: Sequence[int]) -> bool:
        """Whether an event that has no id of its own would get the same in this *order*."""
        if all(written for written, _ in self._ids):
            return True
        ids = settled(self._ids)
        return settled([self._ids[at] for at in order]) == [ids[at] for at in order]

    def _lay_out(self, order: Sequence[int]) -> None:
        """Put the events in this *order*, which is theirs from then on."""
        sheet, top = self._sheet, self._top or head_end(self._sheet, self._begins[0])
        found = spans(sheet, self._begins, self._lasts, (top, self._column))
        lines: list[str] = []
        first = min(each.lead for each in found)
        lengths = [last - line for line, last in zip(self._begins, self._lasts, strict=True)]
        self._begins, self._lasts = [], []
        ordered = [found[at] for at in order]
        for at, (above, own) in zip(order, laid_out(sheet, found, ordered), strict=True):
            begin = first + len(lines) + len(above)
            self._begins.append(begin)
            self._lasts.append(begin + lengths[at])
            lines += above + own
        self._sheet = Sheet(sheet.replaced(first, found[-1].end, lines))
