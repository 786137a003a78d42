"""The dates of an event file as text: where they stand, and what would make each canonical."""

from collections.abc import Iterator, Sequence

from timeline.editing.event_file import EventFile, read_date
from timeline.editing.lines import Edit
from timeline.editing.nodes import AnyNode, Items, Pairs, Scalar, text_of
from timeline.editing.scalars import scalar
from timeline.model.evidence import ACCOUNT
from timeline.model.keys import Record
from timeline.model.schema import EVENT, HEADER, REGISTRIES


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
