"""The comments of a text: what begins with # between its values."""

import re
from collections.abc import Iterator

from timeline.editing.files import EventFile
from timeline.editing.nodes import Alias, AnyNode, Items, Scalar
from timeline.editing.sheet import BREAKS

_COMMENT = re.compile(rf"(?:^|(?<=[\s{BREAKS}]))#[^{BREAKS}]*")


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
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar | Alias):
            yield node.start, node.end
        elif isinstance(node, Items):
            waiting += reversed(node.items)
        else:
            waiting += [each for pair in reversed(node.pairs) for each in reversed(pair)]
