"""The walk over the events of a YAML text, by which whoever needs nodes makes his own.

The events are put together here, not by `yaml.compose`: that one calls itself for every
level, in C, and a file of twenty thousand brackets ends the program. Here the depth is
bounded.
"""

from collections.abc import Iterator
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar

import yaml
from yaml.events import AliasEvent, NodeEvent, ScalarEvent

from timeline.nodes.tree import MOST_DEEP

Event: TypeAlias = Any
"""What libyaml finds; the stubs call every mark optional, but it sets them all."""

_Node = TypeVar("_Node")


class Walk(Generic[_Node]):
    """The nodes of a text, from its first event to its last; a maker says what they are.

    It makes a text of `scalar`, a list or mapping of `begin` and then `collection`, and of an
    `alias` whatever that repeats. It refuses in its own words what is nested `too_deep`, and
    an alias that is `unknown`.
    """

    def __init__(self, text: str) -> None:
        """Begin before the first event of *text*."""
        self._next = yaml.CBaseLoader(text).get_event
        self._anchors: dict[str, _Node] = {}

    def documents(self) -> Iterator[_Node]:
        """Yield the node of each document; raises `yaml.YAMLError` for what is not YAML."""
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, NodeEvent):
                yield self._node(event, 0)

    def scalar(self, event: Event) -> _Node:
        """Return the node of a text."""
        raise NotImplementedError

    def begin(self, event: Event) -> None:
        """Take note that a list or mapping begins, before what is in it is read."""

    def collection(self, begin: Event, end: Event, inside: list[_Node]) -> _Node:
        """Return the node of a list, or of a mapping, in which keys and values take turns."""
        raise NotImplementedError

    def alias(self, event: Event, node: _Node) -> _Node:
        """Return the node of an alias for *node*."""
        raise NotImplementedError

    def too_deep(self, event: Event) -> NoReturn:
        """Refuse a list or mapping inside `MOST_DEEP` others."""
        raise NotImplementedError

    def unknown(self, event: Event) -> NoReturn:
        """Refuse an alias for what nothing above it is called."""
        raise NotImplementedError

    def anchored(self, event: Event, depth: int) -> _Node:
        """Return the node of an alias, or of what aliases may repeat, which is kept."""
        if isinstance(event, AliasEvent):
            if event.anchor not in self._anchors:
                self.unknown(event)
            return self.alias(event, self._anchors[event.anchor])
        node = self._made(event, depth)
        self._anchors[event.anchor] = node
        return node

    def _node(self, event: Event, depth: int) -> _Node:
        if event.anchor is not None:
            return self.anchored(event, depth)
        return self._made(event, depth)

    def _made(self, event: Event, depth: int) -> _Node:
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        self.begin(event)
        if depth >= MOST_DEEP:
            self.too_deep(event)
        inside: list[_Node] = []
        while isinstance(inner := self._next(), NodeEvent):
            # Most are texts without an anchor: they take the shortest way.
            is_plain = inner.anchor is None and isinstance(inner, ScalarEvent)
            inside.append(self.scalar(inner) if is_plain else self._node(inner, depth + 1))
        return self.collection(event, inner, inside)


def plain_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each text that is not in quotes ends: its line and column, from 1."""
    get_event = yaml.CBaseLoader(text).get_event
    while not isinstance(event := get_event(), yaml.StreamEndEvent):
        if isinstance(event, ScalarEvent) and event.style in (None, "", ":"):
            mark: Any = event.end_mark
            yield mark.line + 1, mark.column + 1
