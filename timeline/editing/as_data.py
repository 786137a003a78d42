"""Nodes → plain data, to see that an edit has changed what it should and nothing else."""

from collections.abc import Mapping
from typing import Any, Final

from timeline.editing.lines import CannotEdit
from timeline.editing.nodes import Alias, AnyNode, Items, Pairs, Scalar

_MOST: Final = 10_000_000  # parts of a file, its aliases written out


def plain(node: AnyNode | None, instead: Mapping[int, str] | None = None) -> Any:  # noqa: ANN401
    """Return what *node* says: texts, lists and mappings, its aliases written out.

    *instead* has, by offset, a text to take for the one that stands there. Raises
    `CannotEdit` where the aliases would expand without bounds.
    """
    return _Plain(instead or {}).of(node)


def said(value: Any) -> Any:  # noqa: ANN401
    """Return plain data without what says nothing, which is not written."""
    if isinstance(value, Mapping):
        return {key: said(each) for key, each in value.items() if each}
    if isinstance(value, str):
        return value
    return [said(each) for each in value]


class _Plain:
    """Counts what it writes out."""

    def __init__(self, instead: Mapping[int, str]) -> None:
        self._instead = instead
        self._count = 0

    def of(self, node: AnyNode | None, depth: int = 0) -> Any:  # noqa: ANN401
        self._count += 1
        if self._count > _MOST or depth > 200:  # noqa: PLR2004  no file is so deep
            raise CannotEdit("the aliases expand to too much", "write the values out")
        if isinstance(node, Alias):
            return self.of(node.target, depth + 1)
        if isinstance(node, Items):
            return [self.of(item, depth + 1) for item in node.items]
        if isinstance(node, Pairs):
            return self._mapping(node, depth)
        if node is None or node.is_blank:
            return ""
        return self._instead.get(node.start) or _as_loaded(node)

    def _mapping(self, node: Pairs, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.pairs:
            name = str(self.of(key, depth + 1))
            while name in found:  # a repeated key is kept: nothing may get lost
                name += "'"
            found[name] = self.of(value, depth + 1)
        return found


def _as_loaded(node: Scalar) -> str:
    """Return the text without the blank lines at its end, which loading takes off."""
    return node.text.strip() if node.style in {"|", ">"} else node.text
