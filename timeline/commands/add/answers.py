"""The options of `timeline add`: what they say is what the questions ask for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, make_dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import SEVERAL, Key
from timeline.model.scales import PURE_ORDER, STATUSES
from timeline.model.schema import EVENT, REGISTRIES

_EVENT = "The event"
_MANNER = "How it is added"
_NEW = "What it needs and the file does not have yet"


def _event(*names: str, help: str, metavar: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(*names, help=help, metavar=metavar, rich_help_panel=_EVENT)


def _new(section: str) -> Any:  # noqa: ANN401  as Typer
    about = REGISTRIES[section]
    help_ = f"{_keys(about.record.keys)}, id."
    return typer.Option(f"--new-{about.noun}", help=help_, metavar="KEY=…", rich_help_panel=_NEW)


def _keys(keys: Iterable[Key]) -> str:
    """Return the names of *keys*, each with the sign between its values where it has several."""
    return ", ".join(f"{key.name} (a; b)" if key.kind in SEVERAL else key.name for key in keys)


_OF_USE = _keys(key for key in CITATION.keys if key.name != "source")


@dataclass(kw_only=True)
class _Answers:
    """What is said about a new event, as it is typed."""

    date: Annotated[
        str | None,
        _event("--date", help="When: 2025-10, 'late oct 2025', yesterday.", metavar="DATE"),
    ] = None
    after: Annotated[
        list[str] | None,
        _event(
            "--after",
            help="What was over when it began; this may stand for the date.",
            metavar="EVENT",
        ),
    ] = None
    before: Annotated[
        list[str] | None,
        _event(
            "--before",
            help="What began when it was over; this may stand for the date.",
            metavar="EVENT",
        ),
    ] = None
    during: Annotated[
        list[str] | None,
        _event(
            "--during",
            help="What went on all the while; this may stand for the date.",
            metavar="EVENT",
        ),
    ] = None
    title: Annotated[str | None, _event("--title", help="What happened.", metavar="TEXT")] = None
    summary: Annotated[
        str | None, _event("--summary", help="One or two neutral sentences.", metavar="TEXT")
    ] = None
    kind: Annotated[
        str | None,
        _event("--kind", help="statement, for what was said rather than done.", metavar="KIND"),
    ] = None
    by: Annotated[
        list[str] | None, _event("--by", help="Who says or claims it.", metavar="NAME")
    ] = None
    actor: Annotated[
        list[str] | None,
        _event("--actor", "-a", help="Who takes part: an id, a name or an alias.", metavar="NAME"),
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
            help=f"How sure: {', '.join(STATUSES)}.",
            metavar="STATUS",
        ),
    ] = None
    source: Annotated[
        list[str] | None,
        _event(
            "--source",
            help=f"Who tells of it: the id of a source, behind it any of {_OF_USE}.",
            metavar="ID,stance=…",
        ),
    ] = None
    account: Annotated[
        list[str] | None,
        _event(
            "--account",
            help="Who tells it how, where they differ: NAME,says=…,stance=denies,source=ID, "
            f"with any of {_keys(ACCOUNT.keys)}.",
            metavar="NAME,says=…",
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
    new_source: Annotated[list[str] | None, _new("sources")] = None
    new_actor: Annotated[list[str] | None, _new("actors")] = None
    new_place: Annotated[list[str] | None, _new("places")] = None
    new_arc: Annotated[list[str] | None, _new("arcs")] = None

    def missing(self) -> list[str]:
        """Return the options without which there is no event; its order may stand for its date."""
        needed = ("title",) if self.says_order() else ("date", "title")
        return [f"--{name}" for name in needed if not getattr(self, name)]

    def says_order(self) -> bool:
        """Whether a link says when it was, beside other events."""
        types = (re.split("[=:]", link, maxsplit=1)[0].strip() for link in self._links())
        return any(type_ in PURE_ORDER for type_ in types)

    def with_links(self) -> Self:
        """Return the same, with what says its order among the links."""
        nothing: dict[str, Any] = dict.fromkeys(PURE_ORDER)
        return replace(self, link=self._links() or None, **nothing)

    def _links(self) -> list[str]:
        order = (f"{type_}={name}" for type_ in PURE_ORDER for name in self.said(type_))
        return [*self.said("link"), *order]

    def said(self, name: str) -> list[str]:
        """Return the values of an option, once or several times given; none if there is no such."""
        said = getattr(self, name.replace("-", "_"), None) or []
        if isinstance(said, str):
            return [said]
        return said

    def arguments(self) -> Iterator[str]:
        """Yield the options that say the same, as a command line has them."""
        for each in fields(self):
            for value in self.said(each.name):
                yield f"--{each.name.replace('_', '-')}"
                yield value

    def note_value(self, name: str, value: str, *, several: bool) -> None:
        """Say *value* of what *name* is; beside what is said of it where there may be *several*."""
        attribute = name.replace("-", "_")
        setattr(self, attribute, [*self.said(name), value] if several else value)


_APART = ("citations", "accounts", "links")
_DECLARED = frozenset(each.name for each in fields(_Answers))
FURTHER = tuple(
    key
    for key in EVENT.keys
    if key.kind not in _APART and key.option.replace("-", "_") not in _DECLARED
)
"""The keys of an event that have an option, and a question, by what the table says of them."""


def _further(key: Key) -> tuple[str, object, Any]:
    """Return a *key* as the field of a dataclass."""
    help_ = key.means.partition(". ")[0].removesuffix(".")
    option = _event(f"--{key.option}", help=f"{help_}.", metavar="TEXT")
    type_: object = list[str] | None if key.kind in SEVERAL else str | None
    return key.option.replace("-", "_"), Annotated[type_, option], None


if TYPE_CHECKING:
    Answers = _Answers
else:
    Answers = make_dataclass("Answers", map(_further, FURTHER), bases=(_Answers,), kw_only=True)


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
