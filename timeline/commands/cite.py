"""`timeline cite`: the bibliography of a selection."""

from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.options import Display, Question, takes_families
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.pages import sources as page
from timeline.reports import sources
from timeline.views import sources as views
from timeline.views.parts import csl as csl_data

Csl = Annotated[
    bool,
    typer.Option(
        "--csl",
        help="Write CSL-JSON, for Zotero, Pandoc and the like; not with --format.",
        rich_help_panel=SHOWN,
    ),
]


@takes_families
def cite(question: Question, display: Display, csl: Csl = False) -> None:  # noqa: FBT002  an option
    """List the sources of the events as a bibliography: each once, by date."""
    if csl and display.format:
        raise UsageError("--csl is a form of its own", f"leave out --format {display.format}")
    run = runs.Run(display)
    answer = run.answer(question)
    found = sources.references(answer.found, run.timeline)
    if csl:
        run.screen.json(csl_data.csl_items(each.source for each in found))
    elif found or not show.nothing_cited(run, answer):
        show.show(run.screen, views.BibliographyView(answer, found), page)
