"""The style in which a file is written, to write in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from timeline.editing.blocks import Part, gaps, pair_parts
from timeline.editing.emitter import CANONICAL, Form, Style
from timeline.editing.event_file import EventFile
from timeline.editing.lines import Sheet
from timeline.editing.nodes import AnyNode, Items, Pairs, Scalar, text_of
from timeline.editing.scalars import BARE, scalar
from timeline.model.schema import EVENT

ENOUGH: Final = 300  # events show what the style of a file is
_LONG: Final = 80  # characters of a text that a writer would fold
_ALIKE: Final = EVENT.of_kind("ids", "texts")  # lists that a writer has in one form
_T = TypeVar("_T")


def event_style(file: EventFile, parts: Sequence[Part]) -> Style:
    """Return the style of the first events of a file; what they do not show is canonical."""
    parts = parts[:ENOUGH]
    events = [part.node for part in parts]
    mappings = [event for event in events if isinstance(event, Pairs)]
    in_lines = [event for event in mappings if not event.flow]
    flow = [event for event in mappings if event.flow]
    indent = _indent(file, parts)
    offsets = [each.column - indent for each in in_lines or flow if _beside(file, each)]
    at_edge = indent == 0 and isinstance(file.root, Pairs)
    hanging = 0 if at_edge else CANONICAL.hanging
    return Style(
        newline=file.sheet.newline,
        indent=indent,
        offset=_most(offsets, CANONICAL.offset),
        hanging=_most(list(_hanging(in_lines)), hanging),
        flow=len(flow) > len(in_lines),
        wraps=any(each.last > each.line for each in flow),
        lists=_lists(in_lines),
        items=_items(in_lines),
        quote=_most(list(_quotes(mappings)), CANONICAL.quote),
        quoted=_quoted(mappings),
        folds=_folds(mappings),
        width=_width(file.sheet, mappings),
        blank=_most(_free_gaps(parts), CANONICAL.blank),
        order=_order(mappings),
    )


def entry_style(sheet: Sheet, node: Pairs) -> Style:
    """Return the style of the entries of a registry; what they do not show is canonical."""
    shown = node.pairs[:ENOUGH]
    entries = [value for _, value in shown if isinstance(value, Pairs)]
    in_lines = [entry for entry in entries if not entry.flow]
    parts = pair_parts(sheet, node, node.line)
    return Style(
        newline=sheet.newline,
        nested=_most([entry.column - node.column for entry in in_lines], CANONICAL.nested),
        hanging=_most(list(_hanging(in_lines)), CANONICAL.hanging),
        flow=len(entries) > 2 * len(in_lines),
        wraps=any(entry.flow and entry.last > entry.line for entry in entries),
        lists=_lists(in_lines),
        quote=_most(list(_quotes(entries)), CANONICAL.quote),
        quoted=_quoted(entries),
        folds=_folds(entries),
        width=_width(sheet, entries),
        blank=_most(_free_gaps(parts), 0),
    )


def _indent(file: EventFile, parts: Sequence[Part]) -> int:
    """Return the column of the hyphens of events."""
    if parts and file.events:
        return file.events.column
    return CANONICAL.indent


def _most(found: Sequence[_T], default: _T) -> _T:
    """Return what is found most often, or else the *default*."""
    if not found:
        return default
    return Counter(found).most_common(1)[0][0]


def _beside(file: EventFile, event: Pairs) -> bool:
    """Whether an event begins in the line of its hyphen, without an anchor."""
    before = file.sheet.body(event.line)[: event.column]
    return before.strip() == "-" and not event.marked


def _free_gaps(parts: Sequence[Part]) -> list[int]:
    """Return the blank lines between events that have no comment between them, if there are."""
    found = gaps(parts)
    free = [gap for gap, part in zip(found, parts[1:], strict=True) if part.lead == part.line]
    return free or found


def _fields(events: Iterable[Pairs]) -> Iterator[tuple[str, AnyNode, int]]:
    """Yield each key with its value and the column of the key."""
    for event in events:
        for key, value in event.pairs:
            yield text_of(key), value, key.column


def _hanging(events: Iterable[Pairs]) -> Iterator[int]:
    for _, value, column in _fields(events):
        if isinstance(value, Items) and not value.flow:
            yield value.column - column


def _lists(events: Sequence[Pairs]) -> dict[str, Form]:
    """Return the form of each kind of list that is not as in the canonical style."""
    seen = _forms(events)
    found: dict[str, Form] = {**CANONICAL.lists}
    for key, forms in seen.items():
        found[key] = _most(forms, "lines")
        if found[key] == "flow" and key not in CANONICAL.lists:
            found[key] = "auto"
    if not any(key in seen for key in CANONICAL.lists) and _are_in_lines(seen.values()):
        found.update(dict.fromkeys(_ALIKE, "lines"))
    near = [form for key in _ALIKE for form in seen.get(key, ())]
    if near:
        usual: Form = "lines" if _most(near, "flow") == "lines" else "auto"
        found.update(dict.fromkeys((key for key in _ALIKE if key not in seen), usual))
    return found


def _forms(events: Iterable[Pairs]) -> dict[str, list[Form]]:
    """Return the form of each list, by its key."""
    seen: dict[str, list[Form]] = {}
    for key, value, _ in _fields(events):
        if isinstance(value, Items):
            form: Form = "flow" if value.flow else "lines"
            seen.setdefault(key, []).append(form)
    return seen


def _are_in_lines(seen: Iterable[Sequence[Form]]) -> bool:
    """Whether there are lists, and none of them stands in brackets."""
    forms = [form for each in seen for form in each]
    return bool(forms) and "flow" not in forms


def _items(events: Iterable[Pairs]) -> dict[str, Form]:
    """Return the form of the mappings in lists that have a line for each item."""
    seen: dict[str, set[bool]] = {}
    for key, value, _ in _fields(events):
        if isinstance(value, Items) and not value.flow:
            forms = {item.flow for item in value.items if isinstance(item, Pairs)}
            seen.setdefault(key, set()).update(forms)
    return {key: _form(*forms) for key, forms in seen.items() if len(forms) == 1}


def _form(flow: bool) -> Form:  # noqa: FBT001  of a set that holds one
    return "flow" if flow else "lines"


def _scalars(events: Iterable[Pairs]) -> Iterator[tuple[str, Scalar]]:
    for key, value, _ in _fields(events):
        if isinstance(value, Scalar):
            yield key, value


def _quotes(events: Iterable[Pairs]) -> Iterator[str]:
    """Yield the quotation mark of each text that could have had either."""
    for _, value in _scalars(events):
        if value.style in {"'", '"'} and not set(value.text) & {"'", '"', "\\", "\n"}:
            yield value.style


def _quoted(events: Iterable[Pairs]) -> frozenset[str]:
    """Return the keys whose texts stand in quotes even where they need none."""
    free: dict[str, list[bool]] = {}
    for key, value in _scalars(events):
        plain = scalar(value.text, flow=True, bare=key in BARE)
        if value.style in {"", "'", '"'} and plain == value.text:
            free.setdefault(key, []).append(bool(value.style))
    return frozenset(key for key, styles in free.items() if _most(styles, False))


def _long(events: Iterable[Pairs]) -> list[Scalar]:
    return [value for _, value in _scalars(events) if len(value.text) > _LONG]


def _folds(events: Iterable[Pairs]) -> bool:
    """Whether long texts are folded rather than left on one line."""
    folded = [value.style in {"|", ">"} or value.last > value.line for value in _long(events)]
    return _most(folded, True)


def _width(sheet: Sheet, events: Iterable[Pairs]) -> int:
    """Return how wide the lines of folded texts are."""
    widest = 0
    for value in _long(events):
        if value.last > value.line + 1:
            lines = range(value.line, value.last + 1)
            widest = max(widest, *(len(sheet.body(number)) for number in lines))
    if not widest:
        return CANONICAL.width
    return max(60, min(widest, 120))


def _order(events: Iterable[Pairs]) -> tuple[str, ...]:
    """Return the keys in the order that most events have them; others in the canonical one."""
    before: Counter[tuple[str, str]] = Counter()
    for event in events:
        keys = [text_of(key) for key, _ in event.pairs]
        before.update((a, b) for at, a in enumerate(keys) for b in keys[at + 1 :])
    order: list[str] = []
    for key in EVENT.names:
        costs = [_cost(key, order[:at], order[at:], before) for at in range(len(order) + 1)]
        last_of_least = max(at for at, cost in enumerate(costs) if cost == min(costs))
        order.insert(last_of_least, key)
    return tuple(order)


def _cost(
    key: str, above: Sequence[str], below: Sequence[str], before: Counter[tuple[str, str]]
) -> int:
    """Return how often a *key* stands the other way than between those *above* and *below*."""
    too_low = sum(before[key, other] for other in above)
    too_high = sum(before[other, key] for other in below)
    return too_low + too_high
