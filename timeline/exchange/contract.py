"""What every reader and writer of a format takes and gives."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import msgspec

from timeline.exchange.losses import Losses
from timeline.files.spool import Spool
from timeline.model.answers import Selection
from timeline.model.file_fields import Fields, Remarks
from timeline.model.timeline import Timeline
from timeline.reports.lanes import Lanes
from timeline.text import together


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has said about a file that the file does not say itself."""

    columns: Mapping[str, str] = {}  # our key → the column of a table (`--map`)
    preset: str = ""  # a table's known shape: acled, ucdp-ged, timesketch
    order: str = ""  # how 03/04/2020 is to be read: "dmy", "mdy"; "" refuses it
    repeats: int = 0  # the most events that one recurring entry may become; 0 refuses it
    today: int = 0  # the day number of today, for a date such as `now`
    spool: Spool | None = None  # where events wait, for whoever goes through them once or twice


Reader: TypeAlias = Callable[[str, Choices, Losses], Timeline]
"""A path → the timeline in it; what is lost is noted with `Losses`. Raises `TimelineError`
for a file that is not of the format at all; a single bad item is refused and never stops
the others, and `losses.read == losses.written + losses.refused` in the end."""


class Export(msgspec.Struct, frozen=True):
    """Exactly what is to be written: the selection, and the timeline that explains it."""

    timeline: Timeline
    selection: Selection
    query: str = ""  # what was asked, in words; "" for everything
    lanes: Lanes | None = None  # the selection by arc, for formats that draw a picture
    typed: str = ""  # the query as it is typed
    count: str = ""  # how many events answer it, in words
    remarks: Remarks = {}  # the comments of the files, for a copy of them
    heads: Mapping[str, Fields] = {}  # the head of each file, where there are several

    @property
    def title(self) -> str:
        """Return what a title may say: the timeline, and what of it was asked for."""
        return together(" · ", self.timeline.title, self.query)


Writer: TypeAlias = Callable[[Export, Losses], str | bytes]
"""A selection → the whole text of a file, or its bytes; what is lost is noted with `Losses`,
each place being the id of an event."""
