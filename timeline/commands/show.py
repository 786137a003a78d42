"""`timeline show`: everything about an event."""

from typing import Annotated

from timeline.commands.support import named
from timeline.commands.support import run as runs
from timeline.commands.support import show as forms
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, event_id
from timeline.pages import show as page
from timeline.views import show as views


@takes_families
def show(
    ids: Annotated[list[str], event_id("EVENT...")],
    display: Display,
) -> None:
    """Show everything about an event: sources, links both ways, what is next to it.

    Words that are in one title, or in several, need no quotes: that one is shown, or they are
    offered. Else each word names an event.
    """
    run = runs.Run(display)
    events = named.events(ids, run.timeline, run.today)
    forms.show(run.screen, views.DetailView(run.timeline, events, run.today), page)
