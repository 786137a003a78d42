"""What every writer of another format takes."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from timeline.exchange.losses import Losses
from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.reports.lanes import Lanes


class Export(msgspec.Struct, frozen=True):
    """Exactly what is to be written: the selection, and the timeline that explains it."""

    timeline: Timeline
    selection: Selection
    query: str = ""  # what was asked, in words; "" for everything
    lanes: Lanes | None = None  # the selection by arc, for formats that draw a picture
    typed: str = ""  # the query as it is typed

    @property
    def title(self) -> str:
        """Return what a title may say: the timeline, and what of it was asked for."""
        return " · ".join(part for part in (self.timeline.title, self.query) if part)


Writer: TypeAlias = Callable[[Export, Losses], str]
"""A selection → the whole text of a file; what is lost is noted with `Losses`, each place
being the id of an event."""
