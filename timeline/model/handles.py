"""A short sign by which a page lets an event be named in the next command: `e17`.

It is the place of the event in its whole timeline, so that it is the same on every page of the
same files, and nothing need be remembered. A letter and figures are typed as they stand: to a
shell `#17` is a comment, and `17` alone may be read as a part of a date; a double click takes
all of it. Where an id looks so, there are more letters: `ee17`. It is no id: what is added
before the event moves it, so files do not take it.
"""

import re
from typing import Final

from timeline.model.labels import is_handle
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.text import fold

_NUMBER = re.compile(r"[1-9]\d*", re.ASCII)
_MOST_DIGITS: Final = 3  # of a number alone: four are a year

_MOST_READ: Final = 9  # digits of a number: no timeline has so many events


class Handles:
    """The handles of the events of a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        """Give each event of *timeline* its number, from 1."""
        self._timeline = timeline
        self._letters = timeline.letters

    def of(self, event: Event) -> str:
        """Return the handle of *event*, one of this timeline."""
        return f"{self._letters}{self._timeline.place(event) + 1}"

    def event(self, text: str) -> Event | None:
        """Return the event whose handle is *text*, be it the number alone; None if there is none.

        A number of more than three figures may be a year, and is none.
        """
        typed = fold(text)
        number = typed.removeprefix(self._letters)
        if not _NUMBER.fullmatch(number) or (number == typed and len(number) > _MOST_DIGITS):
            return None
        at = int(number[:_MOST_READ])
        return self._timeline.at(at - 1) if at <= len(self._timeline) else None

    def beyond(self, text: str) -> str:
        """Return the range of the handles where *text* looks like one and is out of it; else "".

        For example: "e1 to e178".
        """
        if not is_handle(text, self._letters) or self.event(text) or not len(self._timeline):
            return ""
        return f"{self._letters}1 to {self._letters}{len(self._timeline)}"
