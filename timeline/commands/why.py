"""`timeline why`: why an event matches a query or not, term by term."""

from typing import Annotated

from timeline.commands.support import command_line, named, show
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Question, TreeDisplay, event_id
from timeline.errors import UsageError
from timeline.pages import why as page
from timeline.views import why as views


@takes_families
def why(
    name: Annotated[str, event_id("EVENT")],
    question: Question,
    display: TreeDisplay,
) -> None:
    """Show why an event matches a query or not, term by term."""
    run = runs.Run(display)
    event = named.event(name, run.timeline, run.today)
    query = run.query(question)
    if not query.terms:
        example = command_line.command("why", *command_line.argument(event.id), "year:2019")
        hint = f"write terms after the event: {example or 'timeline why EVENT year:2019'}"
        raise UsageError("there is no query to explain", hint)
    signs, where = run.screen.ascii, run.where
    view = views.WhyView(run.timeline, query, event, run.today, ascii=signs, where=where)
    show.show(run.screen, view, page)
