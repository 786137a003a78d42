"""Keys in canonical order: which mappings have one, and the lines or braces put into it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from timeline.editing.blocks import Part, pair_parts
from timeline.editing.event_file import EventFile
from timeline.editing.lines import BREAKS, CannotEdit, Edit, Sheet
from timeline.editing.nodes import Alias, AnyNode, Items, Pairs, text_of
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.schema import EVENT, HEADER, REGISTRIES


class Ordered(NamedTuple):
    """A mapping, the order of its keys, and the first line that may belong to it."""

    node: Pairs
    keys: Sequence[str]
    top: int

    @property
    def order(self) -> list[int]:
        """The numbers of its pairs in canonical order; a key that is not known stays last."""
        rank = {key: number for number, key in enumerate(self.keys)}
        names = [text_of(key) for key, _ in self.node.pairs]
        return sorted(range(len(names)), key=lambda at: rank.get(names[at], len(rank)))

    @property
    def is_ordered(self) -> bool:
        """Whether they stand so already."""
        return self.order == list(range(len(self.node.pairs)))


def are_ordered(file: EventFile) -> bool:
    """Return whether the keys of all mappings that have an order stand in it."""
    return all(each.is_ordered for each in chain(inner(file), middle(file), outer(file)))


def inner(file: EventFile) -> Iterator[Ordered]:
    """Yield the citations, of events and of their accounts."""
    for telling in chain(_mappings(_items(file.events)), _accounts(file)):
        for citation in _mappings(_items(telling.get("sources"))):
            yield Ordered(citation, CITATION.names, citation.line)


def middle(file: EventFile) -> Iterator[Ordered]:
    """Yield the accounts."""
    return (Ordered(account, ACCOUNT.names, account.line) for account in _accounts(file))


def outer(file: EventFile) -> Iterator[Ordered]:
    """Yield the header, the entries of registries, and the events."""
    for event in _mappings(_items(file.events)):
        yield Ordered(event, EVENT.names, event.line)
    for key, value in file.sections:
        if text_of(key) == "timeline" and isinstance(value, Pairs):
            yield Ordered(value, HEADER.names, key.line + 1)
        registry = REGISTRIES.get(text_of(key))
        if registry and isinstance(value, Pairs):
            for name, entry in value.pairs:
                if isinstance(entry, Pairs):
                    yield Ordered(entry, registry.record.names, name.line + 1)


def key_edits(file: EventFile, found: Iterator[Ordered]) -> Iterator[Edit]:
    """Yield edits that put the keys of each mapping in order, where that can be done."""
    for each in found:
        if not each.is_ordered and not _repeats_itself(each.node):
            with suppress(CannotEdit):  # it is told afterwards: see `formatting`
                yield from _edits(file.sheet, each)


def _edits(sheet: Sheet, each: Ordered) -> list[Edit]:
    if each.node.flow:
        return _in_braces(sheet, each)
    return _in_lines(sheet, each)


def _repeats_itself(node: Pairs) -> bool:
    """Whether there may be an anchor and what repeats it in one mapping: their order counts."""
    inside: list[AnyNode] = [each for pair in node.pairs for each in pair]
    marked = repeated = False
    while inside:
        found = inside.pop()
        marked |= found.marked
        repeated |= isinstance(found, Alias)
        if isinstance(found, Items):
            inside += found.items
        elif isinstance(found, Pairs):
            inside += [each for pair in found.pairs for each in pair]
    return marked and repeated


def _accounts(file: EventFile) -> Iterator[Pairs]:
    for event in _mappings(_items(file.events)):
        yield from _mappings(_items(event.get("accounts")))


def _items(node: AnyNode | None) -> Sequence[AnyNode]:
    return node.items if isinstance(node, Items) else ()


def _mappings(nodes: Sequence[AnyNode]) -> Iterator[Pairs]:
    return (node for node in nodes if isinstance(node, Pairs))


def _in_braces(sheet: Sheet, each: Ordered) -> list[Edit]:
    """Let each pair take the place of another; a comment between them would lose its place."""
    pairs = each.node.pairs
    spans = [(key.start, max(key.end, value.end)) for key, value in pairs]
    between = zip([end for _, end in spans], [start for start, _ in spans[1:]], strict=False)
    tail = sheet.text[spans[-1][1] : each.node.end]
    if "#" in tail or any("#" in sheet.text[end:start] for end, start in between):
        return []
    texts = [sheet.text[start:end] for start, end in spans]
    return [
        Edit(*span, texts[at])
        for span, at in zip(spans, each.order, strict=True)
        if span != spans[at]
    ]


def _in_lines(sheet: Sheet, each: Ordered) -> list[Edit]:
    parts = pair_parts(sheet, each.node, each.top)
    first, last = parts[0], parts[-1]
    column = each.node.column
    head, *rest = (parts[at] for at in each.order)
    lines = _moved(sheet, head, sheet.body(first.line)[:column], column)
    for part in rest:
        lines += _moved(sheet, part, " " * column, column)
    start = sheet.starts[first.lead]
    end = sheet.starts[last.end - 1] + len(sheet.lines[last.end - 1])
    text = "".join(_ended(sheet, line) for line in lines)
    if sheet.text[end - 1] not in BREAKS:
        text = text.removesuffix("\n").removesuffix("\r")
    return [Edit(start, end, text)]


def _ended(sheet: Sheet, line: str) -> str:
    if line and line[-1] in BREAKS:
        return line
    return line + sheet.newline


def _moved(sheet: Sheet, part: Part, prefix: str, column: int) -> list[str]:
    """Return the lines of a key behind *prefix*, its comments above.

    Above a hyphen they stand in its column: a comment cannot stand behind it.
    """
    above = sheet.lines[part.lead : part.line]
    if "-" in prefix:
        hyphen = " " * prefix.index("-")
        above = [hyphen + line.lstrip(" \t") for line in above if line.strip()]
    own = sheet.lines[part.line][column:]
    return [*above, prefix + own, *sheet.lines[part.line + 1 : part.end]]
