"""`timeline cite`: the bibliography of a selection."""

from typing import Annotated

import typer

from timeline.commands.options import Display, Question, takes_families

Csl = Annotated[
    bool,
    typer.Option(
        "--csl",
        help="As CSL-JSON, for Zotero, Pandoc and the like; a form of its own.",
        rich_help_panel="How they are shown",
    ),
]


@takes_families
def cite(question: Question, display: Display, csl: Csl = False) -> None:  # noqa: FBT002  an option
    """List the sources of the events as a bibliography: each once, by date.

    For example: timeline cite actor:putin year:2025 --format md
    """
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415
    from timeline.errors import UsageError  # noqa: PLC0415
    from timeline.reports import sources  # noqa: PLC0415  heavy, and not for --help

    if csl and display.format:
        raise UsageError("--csl is a form of its own", f"leave out --format {display.format}")
    run = Run(display)
    answer = run.answer(question)
    found = sources.references(answer.found, run.timeline)
    if csl:
        showing.reference_items(run, found)
    else:
        showing.bibliography(run, answer, found)
