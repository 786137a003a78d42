"""Explore cited chronologies in a terminal, or from Python.

import timeline
story = timeline.load("mine.yaml")              # or, without a path, the curated one
for match in story.select("actor:russia year:2019"):
    print(match.event.date.describe(), match.event.title, match.certain)
story.get("letter-to-putin")
"""

import os

TYPE_CHECKING = False  # as `typing` has it, which takes longer to load than all of this

if TYPE_CHECKING:
    from types import ModuleType

    from timeline import edtf, errors
    from timeline.model.answers import Query
    from timeline.model.timeline import Timeline

__version__ = "0.1.0"
__all__ = ["__version__", "edtf", "errors", "load"]


def __getattr__(name: str) -> "ModuleType":
    """Return one of the rooms that are part of this door, when somebody asks for it."""
    if name in ("edtf", "errors"):
        from importlib import import_module  # noqa: PLC0415  the command line does not need it

        return import_module(f"timeline.{name}")
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def load(*paths: "str | os.PathLike[str]", today: "str | None" = None) -> "Timeline":
    """Return the timeline of the event files at *paths*; without paths, the curated one.

    *today* is a day (2025-11-30) to take for today, where open ends stop and
    what "last year" means. Raises `timeline.errors.TimelineError` for files with
    problems; so does `select`, for a query that cannot be read.
    """
    # What is heavy is loaded when it is asked for: the command line starts without it.
    from timeline import phrases  # noqa: PLC0415
    from timeline.loading import load as load_  # noqa: PLC0415
    from timeline.query import fields, grammar  # noqa: PLC0415

    day = phrases.today(today)

    def read(text: str, whole: "Timeline") -> "Query":
        return grammar.parse(text, fields.Context(whole, day))

    return load_.load(*(os.fspath(path) for path in paths), today=day).reading(read)
