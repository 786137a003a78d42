"""The options of `timeline add`: what they say is what the questions ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Annotated, Any

import typer

from timeline.model.scales import PURE_ORDER

_EVENT = "The event"
_MANNER = "How it is added"
_NEW = "What it needs and the file does not have yet"


def _event(*names: str, help: str, metavar: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(*names, help=help, metavar=metavar, rich_help_panel=_EVENT)


def _new(name: str, help: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(name, help=help, metavar="KEY=…", rich_help_panel=_NEW)


@dataclass(kw_only=True)
class Answers:
    """What is said about a new event, as it is typed."""

    date: Annotated[
        str | None,
        _event("--date", help="When: 2025-10, 'late oct 2025', yesterday.", metavar="DATE"),
    ] = None
    title: Annotated[str | None, _event("--title", help="What happened.", metavar="TEXT")] = None
    summary: Annotated[
        str | None, _event("--summary", help="One or two neutral sentences.", metavar="TEXT")
    ] = None
    kind: Annotated[
        str | None,
        _event("--kind", help="statement, for what was said rather than done.", metavar="KIND"),
    ] = None
    actor: Annotated[
        list[str] | None,
        _event("--actor", "-a", help="Who takes part: an id, a name or an alias.", metavar="NAME"),
    ] = None
    by: Annotated[
        list[str] | None, _event("--by", help="Who says or claims it.", metavar="NAME")
    ] = None
    place: Annotated[
        list[str] | None, _event("--place", help="Where it happened.", metavar="NAME")
    ] = None
    arc: Annotated[
        str | None, _event("--arc", help="Which thread of the story.", metavar="NAME")
    ] = None
    tag: Annotated[
        list[str] | None, _event("--tag", help="A word to filter by.", metavar="TAG")
    ] = None
    status: Annotated[
        str | None,
        _event(
            "--status",
            help="How sure: confirmed, reported, claimed, disputed, denied.",
            metavar="STATUS",
        ),
    ] = None
    source: Annotated[
        list[str] | None,
        _event(
            "--source",
            help="Who says so: the id of a source, or ID,credibility=2,stance=denies,note=…",
            metavar="ID",
        ),
    ] = None
    link: Annotated[
        list[str] | None,
        _event(
            "--link", help="What other event it denies, reports, …: denies=ID.", metavar="TYPE=ID"
        ),
    ] = None
    note: Annotated[
        str | None,
        _event(
            "--note",
            help="Anything a reader should know that is no part of the story.",
            metavar="TEXT",
        ),
    ] = None
    id: Annotated[
        str | None,
        _event(
            "--id",
            help="What links and commands call it; else made of title and year.",
            metavar="ID",
        ),
    ] = None
    new_source: Annotated[
        list[str] | None,
        _new("--new-source", "publisher, title, date, url, reliability, note, id."),
    ] = None
    new_actor: Annotated[
        list[str] | None, _new("--new-actor", "name, kind, aliases (a; b), of (a; b), note, id.")
    ] = None
    new_place: Annotated[
        list[str] | None, _new("--new-place", "name, in (a; b), aliases (a; b), note, id.")
    ] = None
    new_arc: Annotated[list[str] | None, _new("--new-arc", "title, summary, id.")] = None

    def missing(self) -> list[str]:
        """Return the options without which there is no event; a link may stand for its date."""
        needed = ("title",) if self._says_order() else ("date", "title")
        return [f"--{name}" for name in needed if not getattr(self, name)]

    def _says_order(self) -> bool:
        types = (re.split("[=:]", link, maxsplit=1)[0].strip() for link in self.link or ())
        return any(type_ in PURE_ORDER for type_ in types)

    def said(self, name: str) -> list[str]:
        """Return the values of an option, once or several times given; none if there is no such."""
        said = getattr(self, name, None) or []
        if isinstance(said, str):
            return [said]
        return said

    def arguments(self) -> Iterator[str]:
        """Yield the options that say the same, as a command line has them."""
        for each in fields(self):
            for value in self.said(each.name):
                yield f"--{each.name.replace('_', '-')}"
                yield value

    def add(self, name: str, value: str) -> None:
        """Say *value* too of what may be said several times."""
        setattr(self, name, [*self.said(name), value])


@dataclass(kw_only=True)
class Manner:
    """How an event is added."""

    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            help="Into which of several files it goes.",
            metavar="FILE",
            rich_help_panel=_MANNER,
        ),
    ] = None
    ask: Annotated[
        bool,
        typer.Option("--ask", help="Ask for all that is not given.", rich_help_panel=_MANNER),
    ] = False
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            "-y",
            help="Do not ask; add it though there is one of that date and title.",
            rich_help_panel=_MANNER,
        ),
    ] = False
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Show the difference only.", rich_help_panel=_MANNER),
    ] = False
