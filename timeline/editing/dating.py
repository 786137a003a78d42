"""The dates of a file in canonical EDTF."""

from collections.abc import Iterator

from timeline.editing.files import EventFile, read_date
from timeline.editing.nodes import AnyNode, Items, Pairs, Scalar, text_of
from timeline.editing.scalars import scalar
from timeline.editing.sheet import Edit


def date_edits(file: EventFile) -> Iterator[Edit]:
    """Yield an edit for each date that is not written canonically; quotes stay."""
    naming = set(_naming(file))
    for node, in_flow in dates(file):
        when = read_date(node.text.strip())
        if when and str(when) != node.text and _is_simple(node) and node.start not in naming:
            always = bool(node.style)
            quote = node.style or '"'
            text = scalar(str(when), flow=in_flow, quote=quote, always=always, bare=True)
            yield Edit(node.start, node.end, text)


def _naming(file: EventFile) -> Iterator[int]:
    """Yield the offsets of dates that would give their event another id, which it has from them."""
    for event in file.events.items if file.events else ():
        date = event.get("date") if isinstance(event, Pairs) else None
        if isinstance(event, Pairs) and date and not text_of(event.get("id")):
            when = read_date(text_of(date))
            if when and when.text[:4] != str(when)[:4]:
                yield date.start


def dates(file: EventFile) -> Iterator[tuple[Scalar, bool]]:
    """Yield each date of events, sources and header, and whether it stands in braces."""
    root = file.root
    if isinstance(root, Items):
        yield from _each(root.items, "date")
    elif isinstance(root, Pairs):
        events, sources = root.get("events"), root.get("sources")
        yield from _each([root.get("timeline")], "as_of")
        if isinstance(events, Items):
            yield from _each(events.items, "date")
        if isinstance(sources, Pairs):
            yield from _each([entry for _, entry in sources.pairs], "date")


def _each(nodes: list[AnyNode] | list[AnyNode | None], key: str) -> Iterator[tuple[Scalar, bool]]:
    for node in nodes:
        value = node.get(key) if isinstance(node, Pairs) else None
        if isinstance(node, Pairs) and isinstance(value, Scalar):
            yield value, node.flow


def _is_simple(node: Scalar) -> bool:
    return not node.marked and node.line == node.last and node.style in {"", "'", '"'}
