"""Which column says what: as it was stated, or guessed by the names of the columns.

A layout is `our key → the columns`, in the order in which their texts are put together.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from timeline.errors import UsageError
from timeline.exchange.addresses import is_url
from timeline.exchange.date_texts import is_nothing, read
from timeline.exchange.dates import NotADate
from timeline.exchange.tables.citations import BETWEEN
from timeline.exchange.tables.rows import Row, Table
from timeline.exchange.values import link_of
from timeline.likeness import did_you_mean
from timeline.model.keys import PLAIN, SEVERAL
from timeline.model.schema import EVENT
from timeline.text import enumerated, listed, quoted, slug

Layout: TypeAlias = Mapping[str, Sequence[str]]

# Our keys, and what their columns are called elsewhere, the likeliest first. A key in
# `_SEVERAL` takes every such column, the others the first that is free.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "event-id", "uid", "uuid", "identifier"),
    "date": (
        *("date", "event-date", "datetime", "date-time", "start-date", "date-start", "start"),
        *("start-time", "begin", "begin-date", "from", "when", "day", "date-edtf", "timestamp"),
        *("published", "published-at", "created-at", "occurred", "occurred-at", "sqldate", "year"),
    ),
    "end": ("end", "end-date", "date-end", "end-time", "finish", "until", "to", "stop"),
    "time": ("time", "time-of-day", "clock"),
    "title": (
        "title",
        "headline",
        "name",
        "event",
        "event-title",
        "subject",
        "label",
        "message",
        "what",
    ),
    "summary": (
        *("summary", "description", "text", "details", "body", "content", "abstract"),
        *("narrative", "what-happened", "notes"),
    ),
    "kind": ("kind",),
    "actors": (
        *("actors", "actor", "actor1", "actor2", "actor-1", "actor-2", "who", "people", "person"),
        *("persons", "participants", "organisation", "organization", "organisations"),
        *("organizations", "parties", "side-a", "side-b"),
    ),
    "places": ("places", "place", "location", "locations", "where", "venue", "city", "country"),
    "arc": ("arc", "arc-title", "story", "thread"),
    "tags": (
        *("tags", "tag", "category", "categories", "type", "event-type", "keywords", "keyword"),
        *("topic", "topics", "labels", "group"),
    ),
    "status": ("status",),
    "sources": (
        *("sources", "source", "publisher", "publishers", "reference", "references"),
        *("citation", "citations", "source-name"),
    ),
    "urls": ("urls", "url", "link", "href", "source-url", "sourceurl", "web-page", "permalink"),
    "note": ("note", "comment", "comments", "remark", "remarks", "notes"),
}
FURTHER: Final = tuple(key for key in EVENT.keys if key.kind in PLAIN and key.name not in NAMES)
"""The keys of which a column is known by their own name alone."""
NAMES |= {key.name: tuple(dict.fromkeys((key.name, key.option))) for key in FURTHER}
_SEVERAL: Final = frozenset((*EVENT.of_kind(*SEVERAL), "sources", "urls"))
KEYS: Final = (*NAMES, "links")
_DATE_IN_NAME: Final = re.compile(r"(?:^|-)date(?:-|$)")
# Columns of which each row has a value of its own, which names nothing.
_NUMBERED: Final = re.compile(r"(?:^|-)(?:id|uid|uuid|guid|code|key|nr|no|num|number|index|ref)$")
_SHORT_SUMMARY: Final = "what-happened"
_LONG_TITLE: Final = 100  # characters, on average
_PART: Final = "+"


def stated(table: Table, columns: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the layout that a person has stated, `place+city` being two columns.

    A key with "" stays without any. Raises `UsageError` for what is no key or no column.
    """
    for key in columns:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"there are {enumerated(KEYS)}"
            raise UsageError(f"{quoted(key)} is no part of an event", hint)
    return {key: _named(table, name) for key, name in columns.items()}


def guessed(table: Table, layout: Layout) -> dict[str, list[str]]:
    """Return the columns for the keys that *layout* does not have, by their names."""
    taken = {column for columns in layout.values() for column in columns}
    free = {slug(each): each for each in reversed(table.columns) if each not in taken}
    found: dict[str, list[str]] = {}
    for key in NAMES:
        columns = [] if key in layout else _of_key(key, table, free)
        if columns:
            found[key] = columns
        for column in columns:
            free.pop(slug(column), None)
    if "links" not in layout and _has_links(table, free.get("links", "")):
        found["links"] = [free.pop("links")]
    if "title" in found or "title" in layout:
        return found
    title = _titled(table, found, free)
    if not title:
        return found
    others = {key: columns for key, columns in found.items() if columns != [title]}
    return {**others, "title": [title]}


def _of_key(key: str, table: Table, free: dict[str, str]) -> list[str]:
    """Return those of the *free* columns, by their slugs, that are called as a *key* may be."""
    columns = [free[name] for name in NAMES[key] if name in free]
    if key == "date":
        return _dated(table, free) or columns[:1]
    return columns if key in _SEVERAL else columns[:1]


def check_complete(table: Table, layout: Layout) -> None:
    """Raise `UsageError` where no column is the date, or none the title."""
    lacking = [key for key in ("date", "title") if not layout.get(key)]
    if lacking and table.first:
        pairs = ",".join(f"{key}=COLUMN" for key in lacking)
        message = f"{table.name}: no column is known to be the {enumerated(lacking, 'or the')}"
        raise UsageError(message, f"import it with --map {pairs}; {_there_are(table)}")


def in_words(layout: Layout) -> str:
    """Return "date ← report_date, title ← technology"."""
    named = ((key, _PART.join(columns)) for key, columns in layout.items() if columns)
    return ", ".join(f"{key} ← {columns}" for key, columns in named)


def _named(table: Table, name: str) -> list[str]:
    if not name:
        return []
    if name in table.columns:
        return [name]
    found = [part.strip() for part in name.split(_PART)]
    for part in found:
        if part not in table.columns:
            near = did_you_mean(part, table.columns)
            raise UsageError(f"there is no column {quoted(part)}", near or _there_are(table))
    return found


def _there_are(table: Table) -> str:
    return f"the columns are {listed(table.columns[:40], 'and')}"


def _dated(table: Table, free: dict[str, str]) -> list[str]:
    """Return the columns of the date: year, month and day; or the fullest that is named date."""
    if "year" in free and "month" in free and "date" not in free:
        return [free[name] for name in ("year", "month", "day") if name in free]
    if any(name in free for name in NAMES["date"]):
        return []
    named = [free[name] for name in reversed(free) if _DATE_IN_NAME.search(name)]
    if not named:
        return []
    return [max(named, key=lambda column: _filled(table.first, column))]


def _has_links(table: Table, column: str) -> bool:
    """Return whether all that stands in a *column* are links as we write them: "denies ID"."""
    cells = [row.values[column] for row in table.first if column in row.values]
    return bool(cells) and all(map(link_of, chain.from_iterable(map(BETWEEN.split, cells))))


def _filled(rows: Iterable[Row], column: str) -> int:
    return sum(not is_nothing(row.values.get(column, "")) for row in rows)


def _titled(table: Table, found: Layout, free: Mapping[str, str]) -> str:
    """Return what may stand for a title: the first column of short texts, else the summary.

    Numbers and codes come last.
    """
    summary = next(iter(found.get("summary", ())), "")
    if slug(summary) == _SHORT_SUMMARY and _is_title(table, summary):
        return summary
    words = [each for each in table.columns if slug(each) in free and _is_title(table, each)]
    names = (each for each in words if not _NUMBERED.search(slug(each)))
    return next(names, "") or summary or next(iter(words), "")


def _is_title(table: Table, column: str) -> bool:
    texts = [text for row in table.first if (text := row.values.get(column, ""))]
    if len(texts) < len(table.first) or not texts:
        return False
    if sum(map(len, texts)) > _LONG_TITLE * len(texts):
        return False
    return any(map(_has_words, texts)) and not any(map(_is_other, texts[:20]))


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _is_other(text: str) -> bool:
    """Return whether a text is an address or a date rather than a title."""
    try:
        return is_url(text) or bool(read(text, "mdy").text)
    except NotADate:
        return False
