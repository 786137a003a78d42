"""Event files → a timeline that understands queries in words: the door from Python."""

import os
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from typing import Any, Final

import msgspec

from timeline import phrases
from timeline.inference.deduction import pure
from timeline.loading import load as files
from timeline.model.answers import Match, Query, Selection, Verdict
from timeline.model.timeline import Timeline
from timeline.model.words import event_numbers, status_word
from timeline.query import fields, grammar
from timeline.text import visible
from timeline.views.list import event_rows

_MOST_SHOWN: Final = 60  # events of a table in a notebook


def load(*paths: str | os.PathLike[str], today: str | None = None) -> "Story":
    """Return the timeline of the event files at *paths*; without paths, the curated one.

    *today* is a day (2025-11-30) to take for today, where open ends stop and
    what "last year" means. Raises `timeline.errors.TimelineError` for files with
    problems; so does `select`, for a query that cannot be read.
    """
    day = phrases.today(today)
    return Story(files.load(*(os.fspath(path) for path in paths), today=day), day)


class Found(Selection):
    """The events that answer a question, in order, and what they are outside of Python."""

    def __init__(self, matches: Iterable[Match], whole: Timeline) -> None:
        """Hold *matches* of a *whole* timeline, which explains them."""
        super().__init__(matches)
        self._whole = whole

    def only(self, verdict: Verdict | None) -> "Found":
        """Return what answers with *verdict*; everything without one."""
        return Found(super().only(verdict), self._whole)

    def rows(self) -> list[dict[str, Any]]:
        """Return a dictionary for each event, as `list --format jsonl` has it (docs/json.md).

        It holds texts, numbers, truth values, None, and lists and dictionaries of these.
        """
        rows = list(event_rows(self, self._whole))
        return msgspec.json.decode(msgspec.json.encode(rows), type=list[dict[str, Any]])

    def _repr_html_(self) -> str:
        """Return a table for a notebook; every text in it is text."""
        numbers = event_numbers(self.certain, self.possible)
        lines = [_line(match, self._whole) for match in islice(self, _MOST_SHOWN)]
        more = f"<p>… and {len(self) - len(lines):,} more</p>" if len(self) > len(lines) else ""
        head = "".join(f"<th>{name}</th>" for name in _COLUMNS)
        body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"<p>{numbers}</p>{table}{more}"


_COLUMNS: Final = ("", "date", "status", "title", "arc", "actors", "places", "id")


class Story(Timeline):
    """A timeline that understands queries in words, and whose answers are at home in a notebook."""

    def __init__(self, whole: Timeline, today: int) -> None:
        """Be the *whole* timeline; words such as "last year" are understood as of *today*."""
        vars(self).update(vars(whole))  # all of it is there already, in order

        def read(text: str, asked: Timeline) -> Query:
            return grammar.parse(text, fields.Context(asked, today))

        self.reading(read).narrowing(pure)

    def select(self, query: Query | str | None = None) -> Found:
        """Return the events that answer *query* with yes or maybe; all without one."""
        return Found(super().select(query), self)

    def _repr_html_(self) -> str:
        """Return what it is called and a table of its events, for a notebook."""
        title, summary = escape(visible(self.title)), escape(visible(self.summary))
        return f"<p><b>{title}</b></p><p>{summary}</p>{self.select()._repr_html_()}"


def _line(match: Match, whole: Timeline) -> Iterator[str]:
    event = match.event
    yield "" if match.certain else "≈"
    yield from (event.date.describe(), status_word(event), event.title, whole.arc_title(event))
    yield "; ".join(map(whole.actor_name, event.actors))
    yield "; ".join(event.places)
    yield event.id


def _cell(text: str) -> str:
    return f"<td>{escape(visible(text))}</td>"
