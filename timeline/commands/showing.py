"""Answers → the screen: what each of them is in every form."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline import querying
from timeline.commands import streams
from timeline.commands.forms import Forms, Later, is_data, remark, show
from timeline.commands.session import Answer, Session
from timeline.model import Count, Event, Reference, Report, Spread
from timeline.rendering.forms import data, lines
from timeline.text import counted

if TYPE_CHECKING:
    from timeline.commands import paging
    from timeline.rendering.following import told
    from timeline.rendering.forms import csl, csv_rows, markdown, markdown_pages
else:  # Rich is for pages only, and the other forms are rare
    paging = Later("timeline.commands.paging")
    csl, csv_rows, markdown, markdown_pages = (
        Later(f"timeline.rendering.forms.{name}")
        for name in ("csl", "csv_rows", "markdown", "markdown_pages")
    )
    told = Later("timeline.rendering.following.told")


def events(session: Session, answer: Answer) -> None:
    """Show the events of *answer*, and how many there are."""
    timeline, shown = session.timeline, answer.shown
    asked, found = answer.query.describe(), len(answer.found)
    if nothing_to_show(session, answer):
        return
    forms = Forms(
        page=lambda: paging.events(session, answer),
        lines=lambda: lines.event_lines(shown, timeline),
        json=lambda: data.selection_data(shown, timeline, asked, found),
        jsonl=lambda: data.event_rows(shown, timeline),
        csv=lambda: csv_rows.csv_lines(csv_rows.match_columns(timeline), shown),
        md=lambda: markdown_page(session, answer, markdown_pages.event_page(shown, timeline)),
    )
    show(session.screen, forms)
    remark(session.screen, answer.count())


def reports(session: Session, answer: Answer, found: Sequence[Report]) -> None:
    """Show the events of *answer* that were *found*, in the order in which they became known."""
    if nothing_to_show(session, answer):
        return
    timeline, asked = session.timeline, answer.query.describe()
    forms = Forms(
        page=lambda: paging.reports(session, answer, found),
        lines=lambda: told.report_lines(found),
        json=lambda: told.reports_data(found, timeline, asked),
        jsonl=lambda: told.report_rows(found, timeline),
        csv=lambda: csv_rows.csv_lines(csv_rows.report_columns(timeline), found),
        md=lambda: markdown_page(
            session, answer, markdown_pages.event_page(answer.shown, timeline)
        ),
    )
    show(session.screen, forms)
    remark(session.screen, answer.count())


def details(session: Session, found: Sequence[Event]) -> None:
    """Show everything about each of the events that were *found*."""
    timeline = session.timeline

    def rows() -> list[data.Object]:
        return [data.detail_data(event, timeline) for event in found]

    forms = Forms(
        page=lambda: paging.details(session, found),
        json=lambda: {"format": data.FORMAT, "timeline": timeline.title, "events": rows()},
        jsonl=rows,
        csv=lambda: csv_rows.csv_lines(csv_rows.event_columns(timeline), found),
        md=lambda: markdown_pages.detail_page(found, timeline),
    )
    show(session.screen, forms)


def numbers(
    session: Session,
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
    timeline, asked = session.timeline, answer.query.describe()
    dated = spread is not None
    if nothing_to_show(session, answer):
        return
    forms = Forms(
        page=lambda: paging.numbers(session, answer, found, spread=spread, part=part),
        lines=lambda: lines.count_lines(found),
        json=lambda: data.counts_data(found, timeline, asked, spread),
        jsonl=lambda: data.count_rows(found, spread),
        csv=lambda: csv_rows.csv_lines(csv_rows.count_columns(dated=dated), found),
        md=lambda: markdown_page(
            session, answer, markdown_pages.count_page(found, dated=dated), part
        ),
    )
    show(session.screen, forms)
    remark(session.screen, part)


def sources(
    session: Session,
    answer: Answer,
    found: Sequence[Reference],
    *,
    part: str = "",
    unused: bool = False,
) -> None:
    """Show the sources that were *found*, and how many events of *answer* rest on each.

    *unused* are those on which nothing rests.
    """
    if unused and not found and not is_data(session.screen):
        streams.remark("Every source is cited.")
        return
    if not unused and _nothing_cited(session, answer, found):
        return
    forms = _reference_forms(
        session,
        answer,
        found,
        page=lambda: paging.sources(session, answer, found, part),
        md=lambda: markdown_page(session, answer, markdown_pages.source_page(found), part),
    )
    show(session.screen, forms)
    remark(session.screen, part)


def bibliography(session: Session, answer: Answer, found: Sequence[Reference]) -> None:
    """Show the sources that were *found* as a numbered list."""
    if _nothing_cited(session, answer, found):
        return
    count = counted(len(found), "source")
    forms = _reference_forms(
        session,
        answer,
        found,
        page=lambda: paging.bibliography(session, answer, found, count),
        md=lambda: markdown_page(session, answer, markdown_pages.bibliography_page(found), count),
    )
    show(session.screen, forms)
    remark(session.screen, count)


def reference_items(session: Session, found: Sequence[Reference]) -> None:
    """Write the sources that were *found* as CSL-JSON."""
    session.screen.json(csl.csl_items(each.source for each in found))


def the_timeline(session: Session) -> None:
    """Show what the timeline is."""

    def whole() -> data.Object:
        return data.timeline_data(session.timeline, session.timeline.select())

    forms = Forms(page=lambda: paging.the_timeline(session), json=whole, jsonl=lambda: [whole()])
    show(session.screen, forms)


def nothing_to_show(session: Session, answer: Answer) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if answer.found or is_data(session.screen):
        return False
    nothing_found(session, answer)
    return True


def nothing_found(session: Session, answer: Answer) -> None:
    """Say that no event matches, and in which years some would."""
    asked = answer.query.describe(ascii=session.screen.ascii)
    streams.remark(f"No event matches {asked}." if asked else "This timeline has no events.")
    elsewhere = session.timeline.select(answer.query.without_dates())
    if years := querying.year_list(elsewhere):
        streams.remark(f"There are events in {years}.")


def _nothing_cited(session: Session, answer: Answer, found: Sequence[Reference]) -> bool:
    """Return whether there is no source for a page or for lines, and say so."""
    if found or is_data(session.screen):
        return False
    if not nothing_to_show(session, answer):
        streams.remark("None of these events has a source.")
    return True


def _reference_forms(
    session: Session,
    answer: Answer,
    found: Sequence[Reference],
    *,
    page: Callable[[], None],
    md: Callable[[], Iterable[str]],
) -> Forms:
    """Return the forms of a list of sources, which differ in *page* and *md* alone."""
    return Forms(
        page=page,
        lines=lambda: lines.reference_lines(found),
        json=lambda: data.references_data(found, session.timeline, answer.query.describe()),
        jsonl=lambda: data.reference_rows(found),
        csv=lambda: csv_rows.csv_lines(csv_rows.REFERENCE_COLUMNS, found),
        md=md,
    )


def markdown_page(
    session: Session, answer: Answer, body: Iterable[str], part: str = ""
) -> Iterator[str]:
    """Yield a page of Markdown: the heading that a page on a terminal has, and *body*."""
    count = " · ".join(filter(None, (answer.count(), part)))
    yield from markdown.heading(session.timeline.title, answer.query.describe(), count)
    yield from body
