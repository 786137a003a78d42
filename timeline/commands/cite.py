"""`timeline cite`: the bibliography of a selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.model import records
from timeline.pages import sources as page
from timeline.reports import sources
from timeline.text import enumerated
from timeline.views import sources as views
from timeline.views.parts import bibtex as bibtex_data
from timeline.views.parts import csl as csl_data
from timeline.views.parts import ris as ris_data


def _form(name: str, means: str) -> Any:  # noqa: ANN401  as Typer has it
    return typer.Option(name, help=means, rich_help_panel=SHOWN)


@takes_families
def cite(
    question: Question,
    display: Display,
    *,
    csl: Annotated[
        bool, _form("--csl", "Write CSL-JSON, for Zotero, Pandoc and the like; not with --format.")
    ] = False,
    bibtex: Annotated[
        bool, _form("--bibtex", "Write BibTeX, for LaTeX; not with --format.")
    ] = False,
    ris: Annotated[
        bool, _form("--ris", "Write RIS, for EndNote and the like; not with --format.")
    ] = False,
) -> None:
    """List the sources of the events as a bibliography: each once, by date."""
    own = [name for name, is_asked in _asked(csl=csl, bibtex=bibtex, ris=ris) if is_asked]
    _check(own, display.format)
    run = runs.Run(display)
    answer = run.answer(question)
    found = sources.references(answer.found, run.timeline)
    if own:
        _write(own[0], run, [each.source for each in found])
    elif found or not show.nothing_cited(run, answer):
        show.show(run.screen, views.BibliographyView(answer, found), page)


def _asked(**own: bool) -> Iterable[tuple[str, bool]]:
    return own.items()


def _check(own: Sequence[str], form: str | None) -> None:
    """Refuse two forms at once."""
    if own and form:
        raise UsageError(f"--{own[0]} is a form of its own", f"leave out --format {form}")
    if len(own) > 1:
        names = enumerated([f"--{name}" for name in own])
        raise UsageError(f"{names} are forms of their own", "write one of them")


def _write(form: str, run: runs.Run, cited: Sequence[records.Source]) -> None:
    """Write the sources that are *cited* in a form of reference managers."""
    if form == "csl":
        run.screen.json(csl_data.csl_items(cited, run.timeline))
    elif form == "bibtex":
        run.screen.lines(bibtex_data.entries(cited, run.timeline))
    else:
        run.screen.lines(ris_data.records(cited, run.timeline))
