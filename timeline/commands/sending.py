"""A selection → the text of another format, by the room that writes it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from timeline.commands.support.run import Run
from timeline.editing import emitter
from timeline.errors import TimelineError, UsageError
from timeline.exchange import event_file
from timeline.exchange.contract import Export
from timeline.exchange.formats import WRITERS, writer
from timeline.exchange.losses import Losses
from timeline.model.records import Event
from timeline.reports import lanes as laning
from timeline.reports.answer import Answer
from timeline.reports.lanes import Lanes

_DRAWN = ("html", "svg")
# What a table with a row for each event still says of the registries.
_IN_CSV = {
    "actors": frozenset({"name"}),
    "sources": frozenset({"publisher", "url"}),
}
_NOT_IN_CSV = ("credibility", "note")  # of a citation
_NOT_IN_MARKDOWN = ("tags", "links", "note")  # of an event


class NothingToExport(TimelineError):
    """No event answers the query."""


def written(run: Run, answer: Answer, target: str, by: str | None) -> tuple[str, Losses]:
    """Return what *answer* is in the format *target*, and what is lost in it.

    Formats with a picture draw lanes *by* a value. Raises `NothingToExport`, and
    `UsageError` for lanes in a format without a picture.
    """
    if by and target not in _DRAWN:
        raise UsageError(f"{target} has no lanes", "--by is for html and svg")
    if not len(answer.found):
        raise NothingToExport("nothing to export: no event answers the query")
    losses = Losses()
    lanes = _lanes(run, answer, by or "arc") if target in _DRAWN else None
    query = answer.query
    typed = "" if query.note else str(query)  # a page's own questions are not about beginnings
    export = Export(run.timeline, answer.found, query.describe(), lanes, typed)
    if target in WRITERS:
        return writer(target)(export, losses), losses
    if target == "yaml":
        fields = event_file.fields(export, losses)
        remarks = event_file.remarks(export, fields, run.remarks, losses)
        return emitter.written(fields, remarks), losses
    lines = csv_lines(export, losses) if target == "csv" else _markdown(answer, export, losses)
    return "".join(f"{line}\n" for line in lines), losses


def _lanes(run: Run, answer: Answer, by: str) -> Lanes:
    return laning.lanes(answer.found, run.timeline, by=by)


def csv_lines(export: Export, losses: Losses) -> Iterable[str]:
    """Return the lines of a table of the events, and note what it has no column for."""
    from timeline.views.parts import csv_table  # noqa: PLC0415  each only for its format

    event_file.note_unsaid(export, losses, "CSV", _IN_CSV)
    names = Counter(actor.name for actor in export.timeline.actors.values())
    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for what in _not_in_csv(export, match.event, names):
            losses.drop(what, match.event.id)
    return csv_table.csv_lines(csv_table.match_columns(export.timeline), export.selection)


def _not_in_csv(export: Export, event: Event, names: Counter[str]) -> Iterator[str]:
    for key in _NOT_IN_CSV:
        if any(getattr(citation, key) for citation in event.sources):
            yield f"citation {key}: CSV has no place for it"
    if any("; " in value for value in _listed(export, event)):
        yield "a '; ' within a value of a list: it stands between values"
    if any(names[export.timeline.actor_name(id_)] > 1 for id_ in event.actors):
        yield "which of several actors of one name it is"


def _listed(export: Export, event: Event) -> Iterator[str]:
    """Yield the values that stand in one cell with others."""
    yield from (*event.places, *event.tags, *map(export.timeline.actor_name, event.actors))
    for citation in event.sources:
        source = export.timeline.sources[citation.source]
        yield from (source.id, source.publisher, source.url)


def _markdown(answer: Answer, export: Export, losses: Losses) -> Iterable[str]:
    from timeline.views import list as list_view  # noqa: PLC0415
    from timeline.views.parts.markdown import answer_page  # noqa: PLC0415  as above

    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for key in _NOT_IN_MARKDOWN:
            if getattr(match.event, key):
                losses.drop(f"{key}: a list in Markdown has no place for it", match.event.id)
    page = list_view.event_page(export.selection, export.timeline)
    return answer_page(answer, page)
