"""What a view of the screen is: rows or a page, and the command that shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from timeline.inference.known import Report
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.views.parts.look import Look

if TYPE_CHECKING:
    from rich.console import RenderableType


class Shown:
    """What is found at a seat, in the order in which a view shows it, and where each stands."""

    def __init__(self, answer: Answer, reports: Sequence[Report] = ()) -> None:
        """Hold the *answer*, and the *reports* where the order is that of becoming known."""
        self.answer = answer
        self.reports = reports
        self.matches: tuple[Match, ...] = answer.shown.matches
        self.count = answer.count()
        self.places = {match.event.id: at for at, match in enumerate(self.matches)}

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.matches)


class View:
    """A way to show what is found. One that draws rows leaves `page` as it is.

    The page of one that *follows the focus* is another for every event; one that *is of the
    focus* says the same whatever is asked, so that its command has no query.
    """

    name: ClassVar[str]
    words: ClassVar[str]
    has_rows: ClassVar[bool] = True
    follows_focus: ClassVar[bool] = False
    is_of_focus: ClassVar[bool] = False

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return the words of the command that shows the same, up to the query."""
        raise NotImplementedError

    def shown(self, timeline: Timeline, answer: Answer) -> Shown:
        """Return what is *found*, in the order of this view."""
        del timeline
        return Shown(answer)

    def page(self, shown: Shown, focus: Event | None, look: Look) -> Sequence[RenderableType]:
        """Return what is drawn, part by part, where the view has no rows."""
        raise NotImplementedError
