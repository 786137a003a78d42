"""What is said of the order of events, and cannot all be true."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from timeline.inference.chains import Conflict, Step
from timeline.inference.net import NOWHERE
from timeline.inference.order import Order, each_once
from timeline.model.scales import PURE_ORDER

_FEW: Final = 100  # links in circles, up to which every circle is looked for


def conflicts(order: Order) -> list[Conflict]:
    """Return what cannot all be true, each of the shortest chains once, then circles.

    A circle is one of what is after itself, or goes on during itself. That its events may
    all be of one day is no way out: *after* says more than that.
    """
    return [*_clashes(order), *_circles(order)]


def _clashes(order: Order) -> Iterator[Conflict]:
    """Yield what dates contradict; each begins at a first day that is written."""
    told: set[tuple[int, int]] = set()
    for node in order.net.crossed:
        if order.net.low.via[node] == NOWHERE:
            nodes, edges = _clash(node, order)
            if (nodes[0], nodes[-1]) not in told:
                told.add((nodes[0], nodes[-1]))
                ends = order.lowest(nodes[0]), order.highest(nodes[-1])
                yield Conflict(order.said(edges), *ends)


def _clash(node: int, order: Order) -> tuple[list[int], list[int]]:
    """Return the shortest part of the way on from *node* whose ends cannot both be true.

    It is told as nodes, and as the edges between them.
    """
    net = order.net
    nodes, edges, low = [node], list[int](), net.lows[node]
    while net.highs[nodes[-1]] >= low:
        edges.append(net.high.via[nodes[-1]])
        nodes.append(net.heads[edges[-1]])
    high = net.highs[nodes[-1]]
    first = max(at for at, each in enumerate(nodes) if net.lows[each] > high)
    return nodes[first:], edges[first:]


def _circles(order: Order) -> Iterator[Conflict]:
    """Yield circles, no two with a link in common; of what contradicts its dates, none.

    The shortest come first, as long as there are few: what is at fault is in them.
    """
    pure = {edge: step for edge, step in order.steps.items() if step.link.type in PURE_ORDER}
    ringed = order.net.ringed() if pure else set()
    edges = [edge for edge in pure if {order.net.tails[edge], order.net.heads[edge]} <= ringed]
    found = _ways_round(edges, order)
    ways = sorted(found, key=len) if len(edges) <= _FEW else found
    told: set[int] = set()
    for steps in ways:
        links = set(map(id, steps))
        if told.isdisjoint(links):
            told |= links
            yield Conflict(steps)


def _ways_round(edges: Sequence[int], order: Order) -> Iterator[tuple[Step, ...]]:
    """Yield the shortest way back to the beginning of each of *edges*, beginning with that.

    Where there are many, an event of which one is told has no second.
    """
    told: set[str] = set()
    for edge in edges:
        step, tail, head = order.steps[edge], order.net.tails[edge], order.net.heads[edge]
        if step.event.id in told:
            continue
        back = order.way(head, tail)
        if back is None or not _is_absurd((step, *back)):
            continue
        steps = each_once((step, *reversed(back)))
        if len(edges) > _FEW:
            told.update(_ids(steps))
        if not order.is_torn(step.event):
            yield steps


def _is_absurd(steps: Iterable[Step]) -> bool:
    """Return whether *steps* in a circle say more than that events began on one day."""
    types = {step.link.type for step in steps}
    return not types.isdisjoint(("after", "before")) or types == {"during"}


def _ids(steps: Iterable[Step]) -> Iterator[str]:
    return chain.from_iterable((step.event.id, step.other.id) for step in steps)
