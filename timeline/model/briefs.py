"""What a line of a list says of an event: it is kept as it is printed, and no more need be read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from timeline.model.records import Event
from timeline.text import visible

Name: TypeAlias = Callable[[str], str]
"""From the id of an actor to what the actor is called, as `Timeline.actor_name` has it.

It follows from the registries of a timeline, so that what was named once is not named again.
"""


class Ends(NamedTuple):
    """What stands behind the line of an event that answers so, as `Match` has it."""

    certain: str
    possible: str
    deduced: str


def line(event: Event, name: Name) -> str:
    """Return what a line says of *event*, whose actors have a *name*.

    Date (EDTF), status, title, arc, actors (joined by "; "), id; as `tabbed` joins them.
    """
    actors = "; ".join(map(name, event.actors))
    return tabbed((event.date.text, event.status, event.title, event.arc, actors, event.id))


def tabbed(cells: Sequence[str]) -> str:
    """Return *cells* as a line with a tab between each two, all of them visible."""
    if "".join(cells).isprintable():
        return "\t".join(cells)
    return "\t".join(map(visible, cells))
