r"""Our own CSV, out and in: what `--format csv` and `export csv` write (`views.parts.csv_table`).

An apostrophe that defuses a formula is taken off again (one, where a cell matches
`^'+[=+@-]`). Names stand for actors, whose ids are made from them; dates are EDTF.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator
from typing import Any, Final

from timeline import edtf
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.sentences import BETWEEN, comes_back, told
from timeline.exchange.tables.rows import Row, Table
from timeline.exchange.unsaid import note_unsaid
from timeline.exchange.values import link_of
from timeline.model.evidence import CITATION
from timeline.model.file_fields import YES, named
from timeline.model.keys import Key
from timeline.model.records import Account, Arc, Citation, Event, Link, Place, Source
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.views.parts import csv_table

COLUMNS: Final = tuple(csv_table.event_columns(Timeline(())))
_NEW: Final = {*EVENT.names, csv_table.UNDATED} - {*csv_table.ALWAYS}  # not in older tables
_ALWAYS: Final = set(COLUMNS) - _NEW
# What follows from the query, or from the rest of the row.
_DERIVED: Final = frozenset(("verdict", "known", "least_days", "most_days"))
_DEFUSED: Final = re.compile(r"'+[=+@\-＝＋－＠]")
_BLANK_OR_END: Final = re.compile(r";(?: |$)")  # the last of the addresses may be none
# What a table with a row for each event still says of the registries.
_KEPT: Final = {
    "actors": frozenset({"name"}),
    "places": frozenset({"name"}),
    "sources": frozenset({"publisher", "url"}),
}
_REST: Final = tuple(key for key in EVENT.keys if key.name not in ("id", "date", "title"))
_UNSAID: Final = tuple(key for key in CITATION.keys if key.name != "source")


def write(export: Export, losses: Losses) -> str:
    """Return a table of the events, and note what it has no column for."""
    note_unsaid(export, losses, "CSV", _KEPT)
    names = Counter(actor.name for actor in export.timeline.actors.values())
    cited = {each.source for match in export.selection for each in match.event.sources}
    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for what in _unsaid(match.event, export.timeline, names, cited):
            losses.drop(what, match.event.id)
    columns = csv_table.match_columns(export.timeline)
    return "".join(f"{line}\n" for line in csv_table.csv_lines(columns, export.selection))


def _unsaid(
    event: Event, timeline: Timeline, names: Counter[str], cited: Container[str]
) -> Iterator[str]:
    """Yield what a row cannot say of *event*.

    *names* counts the actors of each name; of sources that are *cited* by events, rows say who
    published them.
    """
    for key in _UNSAID:
        if any(getattr(citation, key.attribute) for citation in event.citations):
            yield f"citation {key.name}: CSV has no place for it"
    if not comes_back(event.accounts, timeline):
        yield "accounts: CSV has them as sentences, and these cannot be told apart again"
    if any(citation.source not in cited for citation in event.citations):
        yield "source publisher, url: CSV has them of what an event cites itself"
    if any(BETWEEN in value for value in _listed(event, timeline)):
        yield f"a '{BETWEEN}' within a value of a list: it stands between values"
    if any(names[timeline.actor_name(actor)] > 1 for actor in named((event,), "actors")):
        yield "which of several actors of one name it is"


def _listed(event: Event, timeline: Timeline) -> Iterator[str]:
    """Yield the values that stand in one cell with others."""
    yield from event.places
    yield from event.tags
    yield from map(timeline.actor_name, (*event.by, *event.actors))
    for citation in event.sources:
        source = timeline.sources[citation.source]
        yield from (source.id, source.publisher, source.url)


def is_ours(table: Table) -> bool:
    """Return whether the header is that of our own CSV."""
    return set(table.columns) >= _ALWAYS


def add_all(table: Table, builder: Builder, losses: Losses) -> None:
    """Add every row, or refuse it."""
    for row in table:
        _add(_undone(row), table.place(row), builder, losses)
    if builder.actors:
        losses.guess("the ids of actors are made from their names", table.header)
    if others := [each for each in table.columns if each not in {*COLUMNS, *_DERIVED}]:
        losses.drop(f"columns that are not used: {', '.join(others)}", table.header)


def _add(values: dict[str, str], place: Place, builder: Builder, losses: Losses) -> None:
    try:
        date = edtf.parse(values["date"]) if "date" in values else None
    except edtf.EdtfError as error:
        losses.refuse("the date is not EDTF", place, values["date"], error.hint)
        return
    rest: dict[str, Any] = {key.name: _value(key, values, place, builder, losses) for key in _REST}
    arc = rest["arc"]
    if arc:
        builder.arcs.setdefault(arc, Arc(arc, arc))
    title, id_ = values.get("title", ""), values.get("id", "")
    undated = values.get(csv_table.UNDATED) == YES
    builder.add(place, date=date, title=title, id=id_, undated=undated, **rest)


def _value(
    key: Key, values: dict[str, str], place: Place, builder: Builder, losses: Losses
) -> object:
    """Return what a row says under a key; what events cannot have is noted with *losses*."""
    match key.kind:
        case "choice":
            return _known(values, key, place, losses)
        case "citations":
            return _citations(values, place, builder, losses)
        case "accounts":
            return list(_accounts(values, place, builder, losses))
        case "links":
            return _links(values, place, losses)
        case "ids" | "texts":
            return _several(key, values, builder)
    return values.get(key.name, "")


def _several(key: Key, values: dict[str, str], builder: Builder) -> list[str]:
    """Return the values of a list; names of actors become ids."""
    parts = _parts(values, key.name)
    return [builder.actor(name) for name in parts] if key.kind == "ids" else parts


def _accounts(
    values: dict[str, str], place: Place, builder: Builder, losses: Losses
) -> Iterator[Account]:
    """Yield the accounts that stand in a cell as sentences."""
    for each in told(values.get("accounts", "")):
        if not (each.says or each.sources or each.stance):
            losses.guess(
                "an account without a colon: it is who tells it", place, BETWEEN.join(each.by)
            )
        by = tuple(map(builder.actor, each.by))
        sources = tuple(map(builder.cited, each.sources))
        yield Account(by, each.date, each.stance, each.says, sources)


def _undone(row: Row) -> dict[str, str]:
    """Return the texts as they were before formulas were defused."""
    texts = dict(row.values)
    for column, text in row.values.items():
        if column != "date" and _DEFUSED.match(text):
            texts[column] = text[1:]
    return texts


def _parts(values: dict[str, str], column: str) -> list[str]:
    return values[column].split(BETWEEN) if column in values else []


def _citations(
    values: dict[str, str], place: Place, builder: Builder, losses: Losses
) -> Iterator[Citation]:
    ids, publishers = _parts(values, "sources"), _parts(values, "publishers")
    urls = _urls(values, len(ids))
    if len(publishers) != len(ids) or len(urls) != len(ids):
        losses.drop("publishers and addresses that cannot be told apart", place)
        publishers, urls = ids, [""] * len(ids)
    for id_, publisher, url in zip(ids, publishers, urls, strict=True):
        source = Source(id_, publisher, url=url)
        if builder.sources.setdefault(id_, source) != source:
            what = "another publisher or address of a source that rows above name as well"
            losses.drop(what, place, f"{publisher} {url}".strip())
        yield Citation(id_)


def _urls(values: dict[str, str], count: int) -> list[str]:
    """Return the address of each of *count* sources; blanks at the ends of a cell are lost."""
    found = _BLANK_OR_END.split(values.get("urls", ""))
    if len(found) != count and not any(found):
        return [""] * count
    return found


def _links(values: dict[str, str], place: Place, losses: Losses) -> Iterator[Link]:
    for part in _parts(values, "links"):
        if link := link_of(part):
            yield link
        else:
            losses.drop("a link without a known type", place, part)


def _known(values: dict[str, str], key: Key, place: Place, losses: Losses) -> str:
    word = values.get(key.name, "")
    if not word or word in key.choices:
        return word
    losses.drop(f"a {key.name} that events do not have", place, word)
    return ""
