r"""Our own CSV → events: what `--format csv` and `export csv` write (rendering/forms/csv_rows.py).

An apostrophe that defuses a formula is taken off again (one, where a cell matches
`^'+[=+@-]`). Names stand for actors, whose ids are made from them; dates are EDTF.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from timeline import edtf
from timeline.exchange.builder import Builder
from timeline.exchange.losses import Losses
from timeline.exchange.tables.rows import Row, Table
from timeline.model.records import LINK_TYPES, STATUSES, Arc, Citation, Link, Place, Source

COLUMNS: Final = (
    *("id", "date", "date_text", "earliest_start", "latest_start", "earliest_end", "latest_end"),
    *("title", "summary", "status", "kind", "arc", "actors", "places", "tags", "sources"),
    *("publishers", "urls", "links", "note"),
)
# What follows from the query, or from the rest of the row.
_DERIVED: Final = frozenset(("verdict", "known", "least_days", "most_days", *COLUMNS[2:7]))
_DEFUSED: Final = re.compile(r"'+[=+@\-＝＋－＠]")
_BETWEEN: Final = "; "
_BLANK_OR_END: Final = re.compile(r";(?: |$)")  # the last of the addresses may be none


def is_ours(table: Table) -> bool:
    """Return whether the header is that of our own CSV."""
    return set(COLUMNS) <= set(table.columns)


def add_all(table: Table, builder: Builder, losses: Losses) -> None:
    """Add every row, or refuse it."""
    for row in table:
        _add(_undone(row), table.place(row), builder, losses)
    losses.guess("the ids of actors are made from their names", table.header)
    if others := [each for each in table.columns if each not in {*COLUMNS, *_DERIVED}]:
        losses.drop(f"columns that are not used: {', '.join(others)}", table.header)


def _add(values: dict[str, str], place: Place, builder: Builder, losses: Losses) -> None:
    try:
        date = edtf.parse(values["date"]) if "date" in values else None
    except edtf.EdtfError as error:
        losses.refuse("the date is not EDTF", place, values["date"], error.hint)
        return
    arc = values.get("arc", "")
    if arc:
        builder.arcs.setdefault(arc, Arc(arc, arc))
    builder.add(
        place,
        date=date,
        title=values.get("title", ""),
        id=values.get("id", ""),
        summary=values.get("summary", ""),
        kind=_known(values, "kind", ("statement",), place, losses),
        actors=[builder.actor(name) for name in _parts(values, "actors")],
        places=_parts(values, "places"),
        arc=arc,
        tags=_parts(values, "tags"),
        status=_known(values, "status", STATUSES, place, losses),
        sources=_citations(values, place, builder, losses),
        links=_links(values, place, losses),
        note=values.get("note", ""),
    )


def _undone(row: Row) -> dict[str, str]:
    """Return the texts as they were before formulas were defused."""
    return {
        column: text[1:] if column != "date" and _DEFUSED.match(text) else text
        for column, text in row.values.items()
    }


def _parts(values: dict[str, str], column: str) -> list[str]:
    return values[column].split(_BETWEEN) if column in values else []


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
    if len(found) < count and not any(found):
        return [""] * count
    return found


def _links(values: dict[str, str], place: Place, losses: Losses) -> Iterator[Link]:
    for part in _parts(values, "links"):
        type_, _, target = part.partition(" ")
        if type_ in LINK_TYPES and target:
            yield Link(type_, target)
        else:
            losses.drop("a link without a known type", place, part)


def _known(
    values: dict[str, str], key: str, known: Iterable[str], place: Place, losses: Losses
) -> str:
    word = values.get(key, "")
    if not word or word in known:
        return word
    losses.drop(f"a {key} that events do not have", place, word)
    return ""
