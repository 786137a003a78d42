"""Answers → the screen: what each of them is in every form."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.commands import mistaken, streams
from timeline.commands.forms import Forms, Later, is_data, remark, show
from timeline.commands.run import Answer, Run
from timeline.inference.known import Report
from timeline.model.records import Event
from timeline.reports import counts
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.reports.sources import Reference
from timeline.text import counted
from timeline.views import overview
from timeline.views import show as show_view
from timeline.views.parts import json_data

if TYPE_CHECKING:
    from timeline.commands import paging
    from timeline.views import counts as counts_view
    from timeline.views import list as list_view
    from timeline.views import sources as sources_view
    from timeline.views.parts import csv_table as csv_rows
    from timeline.views.parts import markdown
else:  # Rich is for pages only, and the other forms are rare
    paging = Later("timeline.commands.paging")
    csv_rows = Later("timeline.views.parts.csv_table")
    markdown = Later("timeline.views.parts.markdown")
    list_view = Later("timeline.views.list")
    counts_view = Later("timeline.views.counts")
    sources_view = Later("timeline.views.sources")


def events(run: Run, answer: Answer) -> None:
    """Show the events of *answer*, and how many there are."""
    timeline, shown = run.timeline, answer.shown
    asked, found = answer.query.describe(), len(answer.found)
    if nothing_to_show(run, answer):
        return
    forms = Forms(
        page=lambda: paging.events(run, answer),
        lines=lambda: list_view.event_lines(shown, timeline),
        json=lambda: list_view.selection_data(shown, timeline, asked, found),
        jsonl=lambda: list_view.event_rows(shown, timeline),
        csv=lambda: csv_rows.csv_lines(csv_rows.match_columns(timeline), shown),
        md=lambda: markdown_page(run, answer, list_view.event_page(shown, timeline)),
    )
    show(run.screen, forms)
    remark(run.screen, answer.count())
    _remark_on_words(run, answer)


def reports(run: Run, answer: Answer, found: Sequence[Report]) -> None:
    """Show the events of *answer* that were *found*, in the order in which they became known."""
    if nothing_to_show(run, answer):
        return
    timeline, asked = run.timeline, answer.query.describe()
    forms = Forms(
        page=lambda: paging.reports(run, answer, found),
        lines=lambda: list_view.report_lines(found),
        json=lambda: list_view.reports_data(found, timeline, asked),
        jsonl=lambda: list_view.report_rows(found, timeline),
        csv=lambda: csv_rows.csv_lines(list_view.report_columns(timeline), found),
        md=lambda: markdown_page(run, answer, list_view.event_page(answer.shown, timeline)),
    )
    show(run.screen, forms)
    remark(run.screen, answer.count())


def details(run: Run, found: Sequence[Event]) -> None:
    """Show everything about each of the events that were *found*."""
    timeline = run.timeline

    def rows() -> list[json_data.Object]:
        return [show_view.detail_data(event, timeline) for event in found]

    forms = Forms(
        page=lambda: paging.details(run, found),
        json=lambda: {"format": json_data.FORMAT, "timeline": timeline.title, "events": rows()},
        jsonl=rows,
        csv=lambda: csv_rows.csv_lines(csv_rows.event_columns(timeline), found),
        md=lambda: show_view.detail_page(found, timeline),
    )
    show(run.screen, forms)


def numbers(
    run: Run,
    answer: Answer,
    found: Sequence[Count],
    *,
    spread: Spread | None = None,
    part: str = "",
) -> None:
    """Show the counts that were *found* in the events of *answer*.

    With a *spread* over time they are values with a first and a last date;
    without one they are years. *part* says how many of all values there are.
    """
    timeline, asked = run.timeline, answer.query.describe()
    dated = spread is not None
    if nothing_to_show(run, answer):
        return
    forms = Forms(
        page=lambda: paging.numbers(run, answer, found, spread=spread, part=part),
        lines=lambda: counts_view.count_lines(found),
        json=lambda: counts_view.counts_data(found, timeline, asked, spread),
        jsonl=lambda: counts_view.count_rows(found, spread),
        csv=lambda: csv_rows.csv_lines(counts_view.count_columns(dated=dated), found),
        md=lambda: markdown_page(run, answer, counts_view.count_page(found, dated=dated), part),
    )
    show(run.screen, forms)
    remark(run.screen, part)


def sources(
    run: Run,
    answer: Answer,
    found: Sequence[Reference],
    *,
    part: str = "",
    unused: bool = False,
) -> None:
    """Show the sources that were *found*, and how many events of *answer* rest on each.

    *unused* are those on which nothing rests.
    """
    if unused and not found and not is_data(run.screen):
        streams.remark("Every source is cited.")
        return
    if not unused and _nothing_cited(run, answer, found):
        return
    forms = _reference_forms(
        run,
        answer,
        found,
        page=lambda: paging.sources(run, answer, found, part),
        md=lambda: markdown_page(run, answer, sources_view.source_page(found), part),
    )
    show(run.screen, forms)
    remark(run.screen, part)


def bibliography(run: Run, answer: Answer, found: Sequence[Reference]) -> None:
    """Show the sources that were *found* as a numbered list."""
    if _nothing_cited(run, answer, found):
        return
    count = counted(len(found), "source")
    forms = _reference_forms(
        run,
        answer,
        found,
        page=lambda: paging.bibliography(run, answer, found, count),
        md=lambda: markdown_page(run, answer, sources_view.bibliography_page(found), count),
    )
    show(run.screen, forms)
    remark(run.screen, count)


def reference_items(run: Run, found: Sequence[Reference]) -> None:
    """Write the sources that were *found* as CSL-JSON."""
    run.screen.json(sources_view.csl_items(each.source for each in found))


def the_timeline(run: Run) -> None:
    """Show what the timeline is."""

    def whole() -> json_data.Object:
        return overview.timeline_data(run.timeline, run.timeline.select())

    forms = Forms(page=lambda: paging.the_timeline(run), json=whole, jsonl=lambda: [whole()])
    show(run.screen, forms)


def nothing_to_show(run: Run, answer: Answer) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if answer.found or is_data(run.screen):
        return False
    nothing_found(run, answer)
    return True


def nothing_found(run: Run, answer: Answer) -> None:
    """Say that no event matches, and in which years some would."""
    asked = answer.query.describe(ascii=run.screen.ascii)
    streams.remark(f"No event matches {asked}." if asked else "This timeline has no events.")
    elsewhere = run.timeline.select(answer.query.without_dates())
    if years := counts.year_list(elsewhere):
        streams.remark(f"There are events in {years}.")
    _remark_on_words(run, answer)


def _remark_on_words(run: Run, answer: Answer) -> None:
    """Say which words were probably meant as something else; not beside data."""
    for said in mistaken.remarks(run, answer.query) if not is_data(run.screen) else ():
        streams.remark(said)


def _nothing_cited(run: Run, answer: Answer, found: Sequence[Reference]) -> bool:
    """Return whether there is no source for a page or for lines, and say so."""
    if found or is_data(run.screen):
        return False
    if not nothing_to_show(run, answer):
        streams.remark("None of these events has a source.")
    return True


def _reference_forms(
    run: Run,
    answer: Answer,
    found: Sequence[Reference],
    *,
    page: Callable[[], None],
    md: Callable[[], Iterable[str]],
) -> Forms:
    """Return the forms of a list of sources, which differ in *page* and *md* alone."""
    return Forms(
        page=page,
        lines=lambda: sources_view.reference_lines(found),
        json=lambda: sources_view.references_data(found, run.timeline, answer.query.describe()),
        jsonl=lambda: sources_view.reference_rows(found),
        csv=lambda: csv_rows.csv_lines(sources_view.REFERENCE_COLUMNS, found),
        md=md,
    )


def markdown_page(run: Run, answer: Answer, body: Iterable[str], part: str = "") -> Iterator[str]:
    """Yield a page of Markdown: the heading that a page on a terminal has, and *body*."""
    count = " · ".join(filter(None, (answer.count(), part)))
    yield from markdown.heading(run.timeline.title, answer.query.describe(), count)
    yield from body
