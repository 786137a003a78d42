"""Event files → a timeline that understands queries in words: the door from Python."""

import os

from timeline import phrases
from timeline.loading import load as files
from timeline.model.answers import Query
from timeline.model.timeline import Timeline
from timeline.query import fields, grammar


def load(*paths: str | os.PathLike[str], today: str | None = None) -> Timeline:
    """Return the timeline of the event files at *paths*; without paths, the curated one.

    *today* is a day (2025-11-30) to take for today, where open ends stop and
    what "last year" means. Raises `timeline.errors.TimelineError` for files with
    problems; so does `select`, for a query that cannot be read.
    """
    day = phrases.today(today)

    def read(text: str, whole: Timeline) -> Query:
        return grammar.parse(text, fields.Context(whole, day))

    return files.load(*(os.fspath(path) for path in paths), today=day).reading(read)
