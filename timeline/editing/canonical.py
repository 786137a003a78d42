"""An event file in canonical order, with all its comments."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from timeline.editing import json_lines
from timeline.editing.blocks import Part
from timeline.editing.emitter import Value
from timeline.editing.event_file import EventFile, date_of, is_undated, read_date
from timeline.editing.key_order import inner, key_edits, middle, outer
from timeline.editing.lines import BREAKS, CannotEdit, Edit
from timeline.editing.nodes import Alias, AnyNode, Items, Pairs, Scalar, text_of
from timeline.editing.scalars import scalar
from timeline.model.evidence import ACCOUNT
from timeline.model.keys import Record
from timeline.model.schema import EVENT, HEADER, REGISTRIES

_Step = Callable[[EventFile], str]

_KEYS: Final = "the keys keep their order: anchors or comments in braces stand in the way"
_EVENTS: Final = (
    "the events keep their order: an anchor would come behind what repeats it, "
    "or an event without an id would get another one"
)

_COMMENT = re.compile(rf"(?:^|(?<=[\s{BREAKS}]))#[^{BREAKS}]*")


class Formatting(NamedTuple):
    """A formatted text, and what in it was left as it is, in words."""

    text: str
    remarks: tuple[str, ...] = ()


def formatted(text: str) -> str:
    """Return *text* formatted, as `formatting` does."""
    return formatting(text).text


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
    first = EventFile(text)
    _check_dates(first)
    file, remarks = _at_once(first), list[str]()
    if not file:
        file, remarks = _by_steps(first)
    if not all(each.is_ordered for each in chain(inner(file), middle(file), outer(file))):
        remarks.append(_KEYS)
    return Formatting(file.sheet.mark + file.sheet.text, tuple(dict.fromkeys(remarks)))


def _at_once(first: EventFile) -> EventFile | None:
    """Return the file after all steps, or None where one of them would change what it says."""
    file = first
    for step, _ in _STEPS:
        made = _after(file, step)
        if made is None:
            return None
        file = made
    return file if _says_the_same(first, file) else None


def _by_steps(first: EventFile) -> tuple[EventFile, list[str]]:
    """Return the file after the steps that leave it what it says, and a remark on each other."""
    file, remarks = first, []
    for step, remark in _STEPS:
        made = _after(file, step)
        if made and _says_the_same(file, made):
            file = made
        else:
            remarks.append(remark)
    return file, remarks


def _after(file: EventFile, step: _Step) -> EventFile | None:
    """Return the file after a step, or None where that would not be YAML any more."""
    text = step(file)
    if text == file.sheet.mark + file.sheet.text:
        return file
    try:
        return EventFile(text)
    except CannotEdit:
        return None


def _says_the_same(file: EventFile, after: EventFile) -> bool:
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
    parts = file.parts()
    keys = _sort_keys(parts)
    ordered = [parts[at] for at in sorted(range(len(parts)), key=keys.__getitem__)]
    return _laid_out(file, parts, ordered)


def _with_blank_lines(file: EventFile) -> str:
    parts = file.parts()
    return _laid_out(file, parts, parts)


_STEPS: Final[Sequence[tuple[_Step, str]]] = (
    (_with_dates, "the dates stay as they are: anchors or tags stand in the way"),
    (_with_inner_keys, _KEYS),
    (_with_middle_keys, _KEYS),
    (_with_outer_keys, _KEYS),
    (_with_order, _EVENTS),
    (_with_blank_lines, "the blank lines stay as they are"),
)


def _sort_keys(parts: Sequence[Part]) -> list[tuple[int, ...]]:
    """Return what puts events in order: one without a date stays behind the one above it."""
    keys: list[tuple[int, ...]] = []
    for part in parts:
        when = date_of(part.node)
        above = keys[-1] if keys else ()
        keys.append(when.sort_key if when else above)
    return keys


def _laid_out(file: EventFile, parts: Sequence[Part], ordered: Sequence[Part]) -> str:
    """Return the text with its events *ordered*, and blank lines between them as they should be."""
    if not parts:
        return file.sheet.mark + file.sheet.text
    sheet = file.sheet
    gap_of = {part.line: part.lead - before.end for before, part in pairwise(parts)}
    lines: list[str] = []
    for number, part in enumerate(ordered):
        if number:
            blank = _blank_lines(file, ordered[number - 1], part, gap_of.get(part.line, 0))
            lines += [sheet.newline] * blank
        lines += _collapsed(file, part.lead, part.line)
        lines += sheet.lines[part.line : part.end]
    head = min(part.lead for part in parts)
    return sheet.replaced(head, parts[-1].end, lines)


def _blank_lines(file: EventFile, above: Part, part: Part, gap: int) -> int:
    """Return 1, or 0 where two events of one line each stand together without comments between."""
    sheet = file.sheet
    short = above.end - above.line == 1 and part.end - part.line == 1
    heading = any(sheet.is_blank(at) for at in range(part.lead, part.line))
    if heading or not short:
        return 1
    return min(gap, 1)


def _collapsed(file: EventFile, first: int, end: int) -> Iterator[str]:
    """Yield the comments above an event, no two blank lines together."""
    for at in range(first, end):
        if not file.sheet.is_blank(at):
            yield file.sheet.lines[at]
        elif not file.sheet.is_blank(at - 1):
            yield file.sheet.newline


def _check_dates(file: EventFile) -> None:
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


def date_edits(file: EventFile) -> Iterator[Edit]:
    """Yield an edit for each date that is not written canonically; quotes stay."""
    naming = set(_naming(file))
    for node, in_flow in dates(file):
        when = read_date(node.text.strip())
        if when and str(when) != node.text and _is_simple(node) and node.start not in naming:
            quoted = bool(node.style)
            quote = node.style or '"'
            text = scalar(str(when), flow=in_flow, quote=quote, always=quoted, bare=True)
            yield Edit(node.start, node.end, text)


def _naming(file: EventFile) -> Iterator[int]:
    """Yield the offsets of dates that would give their event another id, which it has from them."""
    for event in file.items:
        if not isinstance(event, Pairs) or text_of(event.get("id")):
            continue
        date = event.get("date")
        if date and _has_another_year(date):
            yield date.start


def _has_another_year(date: AnyNode) -> bool:
    """Whether a date begins with another year than it does in its canonical form."""
    when = read_date(text_of(date))
    return when is not None and when.text[:4] != str(when)[:4]


def dates(file: EventFile) -> Iterator[tuple[Scalar, bool]]:
    """Yield each date of events, accounts, sources and header; and whether it is in braces."""
    root = file.root
    if isinstance(root, Items):
        yield from _dates_of_events(root)
    elif isinstance(root, Pairs):
        yield from _dates_of([root.get("timeline")], HEADER)
        yield from _dates_of_events(root.get("events"))
        for section, registry in REGISTRIES.items():
            entries = root.get(section)
            if isinstance(entries, Pairs):
                yield from _dates_of([entry for _, entry in entries.pairs], registry.record)


def _dates_of_events(events: AnyNode | None) -> Iterator[tuple[Scalar, bool]]:
    """Yield the dates of events and of their accounts."""
    items = events.items if isinstance(events, Items) else ()
    yield from _dates_of(items, EVENT)
    for event in items:
        accounts = event.get("accounts") if isinstance(event, Pairs) else None
        if isinstance(accounts, Items):
            yield from _dates_of(accounts.items, ACCOUNT)


def _dates_of(nodes: Sequence[AnyNode | None], record: Record) -> Iterator[tuple[Scalar, bool]]:
    for key in record.of_kind("date", "day"):
        yield from _each(nodes, key)


def _each(nodes: Sequence[AnyNode | None], key: str) -> Iterator[tuple[Scalar, bool]]:
    for node in nodes:
        if isinstance(node, Pairs):
            value = node.get(key)
            if isinstance(value, Scalar):
                yield value, node.flow


def _is_simple(node: Scalar) -> bool:
    return not node.marked and node.line == node.last and node.style in {"", "'", '"'}
