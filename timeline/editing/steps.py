"""The steps that put an event file in canonical order: dates, keys, events, blank lines.

Each makes another text of a file; `says_the_same` tells whether it has changed what the file says.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, TypeVar

from timeline.editing.blocks import Span
from timeline.editing.dates import date_edits, dates
from timeline.editing.emitter import Value
from timeline.editing.event_file import EventFile, date_of, is_undated, read_date
from timeline.editing.key_order import inner, key_edits, middle, outer
from timeline.editing.lines import BREAKS, CannotEdit, Sheet
from timeline.editing.nodes import Alias, AnyNode, Items, Scalar
from timeline.edtf import When

Step = Callable[[EventFile], str]

KEYS: Final = "the keys keep their order: anchors or comments in braces stand in the way"
EVENTS: Final = (
    "the events keep their order: an anchor would come behind what repeats it, "
    "or an event without an id would get another one"
)

_Any = TypeVar("_Any")
_COMMENT = re.compile(rf"(?:^|(?<=[\s{BREAKS}]))#[^{BREAKS}]*")


def after(file: EventFile, step: Step) -> EventFile | None:
    """Return the file after a step, or None where that would not be YAML any more."""
    text = step(file)
    if text == file.sheet.mark + file.sheet.text:
        return file
    try:
        return EventFile(text)
    except CannotEdit:
        return None


def after_all(first: EventFile, steps: Sequence[tuple[Step, str]]) -> EventFile | None:
    """Return the file after all *steps*, or None where one of them would change what it says."""
    file = first
    for step, _ in steps:
        made = after(file, step)
        if made is None:
            return None
        file = made
    return file if says_the_same(first, file) else None


def says_the_same(file: EventFile, after: EventFile) -> bool:
    """Whether two files say the same, each date as it is meant, and have the same comments."""
    if file is after:
        return True
    return _meaning(file) == _meaning(after) and comments(file) == comments(after)


def _with_dates(file: EventFile) -> str:
    return file.sheet.edited(date_edits(file))


def _with_inner_keys(file: EventFile) -> str:
    return file.sheet.edited(key_edits(file, inner(file)))


def _with_middle_keys(file: EventFile) -> str:
    return file.sheet.edited(key_edits(file, middle(file)))


def _with_outer_keys(file: EventFile) -> str:
    return file.sheet.edited(key_edits(file, outer(file)))


def _with_order(file: EventFile) -> str:
    found = [Span(*part[1:]) for part in file.parts()]
    keys = sort_keys([date_of(item) for item in file.items])
    return _replaced(file, found, in_order(found, keys))


def _with_blank_lines(file: EventFile) -> str:
    found = [Span(*part[1:]) for part in file.parts()]
    return _replaced(file, found, found)


def _replaced(file: EventFile, found: Sequence[Span], ordered: Sequence[Span]) -> str:
    """Return the text with its events *ordered*, and blank lines between them as they should be."""
    if not found:
        return file.sheet.mark + file.sheet.text
    laid = list(chain.from_iterable(chain(*each) for each in laid_out(file.sheet, found, ordered)))
    return file.sheet.replaced(min(each.lead for each in found), found[-1].end, laid)


IN_ENTRIES: Final[Sequence[tuple[Step, str]]] = (
    (_with_dates, "the dates stay as they are: anchors or tags stand in the way"),
    (_with_inner_keys, KEYS),
    (_with_middle_keys, KEYS),
    (_with_outer_keys, KEYS),
)
"""The steps within events and entries, with what is said where one cannot be taken."""

STEPS: Final[Sequence[tuple[Step, str]]] = (
    *IN_ENTRIES,
    (_with_order, EVENTS),
    (_with_blank_lines, "the blank lines stay as they are"),
)


def in_order(found: Sequence[_Any], keys: Sequence[tuple[int, ...]]) -> list[_Any]:
    """Return what was *found* in the order of its *keys*; ties stay."""
    return [found[at] for at in sorted(range(len(found)), key=keys.__getitem__)]


def sort_keys(dates: Iterable[When | None]) -> list[tuple[int, ...]]:
    """Return what puts events in order: one without a date stays behind the one above it."""
    keys: list[tuple[int, ...]] = []
    for when in dates:
        above = keys[-1] if keys else ()
        keys.append(when.sort_key if when else above)
    return keys


def laid_out(
    sheet: Sheet, found: Sequence[Span], ordered: Sequence[Span]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what stands above each event, blank lines and comments, and its own lines.

    *found* are the lines of the events as they are, *ordered* the same as they should be.
    """
    gap_of = {part.line: part.lead - before.end for before, part in pairwise(found)}
    for number, part in enumerate(ordered):
        above = list[str]()
        if number:
            blank = _blank_lines(sheet, ordered[number - 1], part, gap_of.get(part.line, 0))
            above = [sheet.newline] * blank
        above += _collapsed(sheet, part.lead, part.line)
        yield above, sheet.lines[part.line : part.end]


def _blank_lines(sheet: Sheet, above: Span, part: Span, gap: int) -> int:
    """Return 1, or 0 where two events of one line each stand together without comments between."""
    short = above.end - above.line == 1 and part.end - part.line == 1
    heading = any(sheet.is_blank(at) for at in range(part.lead, part.line))
    if heading or not short:
        return 1
    return min(gap, 1)


def _collapsed(sheet: Sheet, first: int, end: int) -> Iterator[str]:
    """Yield the comments above an event, no two blank lines together."""
    for at in range(first, end):
        if not sheet.is_blank(at):
            yield sheet.lines[at]
        elif not sheet.is_blank(at - 1):
            yield sheet.newline


def check_dates(file: EventFile) -> None:
    """Raise `CannotEdit` for an event that has no date, and says nothing of its order."""
    for item in file.items:
        if date_of(item) is None and not is_undated(item):
            where = f"the event in line {item.line + 1} has no date"
            raise CannotEdit(where, "`timeline check` says what is wrong")


def _meaning(file: EventFile) -> Value:
    """Return what a file says: its dates canonical, its events with their ids in any order."""
    read = [(node.start, read_date(node.text.strip())) for node, _ in dates(file)]
    rest, events = file.said({start: str(when) for start, when in read if when})
    told = zip(file.ids(), events, strict=True)
    return rest, sorted(json.dumps(each, sort_keys=True) for each in told)


def comments(file: EventFile) -> list[str]:
    """Return the comments of a file, in alphabetical order, whatever theirs is."""
    text, found, at = file.sheet.text, [], 0
    if "#" not in text:
        return []
    for start, end in [*_leaves(file.root), (len(text), len(text))]:
        if text.find("#", at, start) >= 0:
            found += [each[0].rstrip() for each in _COMMENT.finditer(text[at:start])]
        at = end
    return sorted(found)


def _leaves(root: AnyNode | None) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the texts and aliases of a file, in its order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        if isinstance(node, Scalar | Alias):
            yield node.start, node.end
        elif isinstance(node, Items):
            waiting += reversed(node.items)
        else:
            waiting += [each for pair in reversed(node.pairs) for each in reversed(pair)]
