"""A selection → markwhen: arcs as sections, vague dates as the nearest span with their words."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.facts import MAYBE, Cited, cited
from timeline.exchange.losses import Losses
from timeline.exchange.markup import harmless_line
from timeline.exchange.markwhen.notation import (
    JOINER,
    Words,
    guarded,
    guarded_line,
    signed,
    written,
)
from timeline.exchange.markwhen.spans import nearest, read_back
from timeline.exchange.undated import note_order
from timeline.exchange.unsaid import TOLD, note_unsaid
from timeline.model.answers import Match
from timeline.model.records import Arc, Event, Link
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import values_of
from timeline.text import slug

_BARE: Final = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*")
_FIELDS: Final = {"locations": "places"}  # where markwhen calls a field something else
_RENAMED: Final = {"by": "said-by"}  # a line that begins with `by:` is an event to markwhen
_OWN: Final = [
    "id",
    "date",
    "title",
    "summary",
    "kind",
    "actors",
    "places",
    "arc",
    "tags",
    "status",
    "sources",
    "links",
]
_OTHERS: Final = tuple(key for key in EVENT.names if key not in _OWN)
"""The keys that need no form of their own here: `note`, and what is to come."""
_BOX: Final = re.compile(r"//|\[[xX ]?\]")
_KEPT: Final = {
    "timeline": frozenset({"title", "summary"}),
    "arcs": frozenset({"title", "summary"}),
    "actors": frozenset({"name"}),
    "places": TOLD["places"],
    "sources": TOLD["sources"],
}


def write(export: Export, losses: Losses) -> str:
    """Return the markwhen file; years of more than five digits are refused."""
    writer = _Writer(export, losses)
    blocks = list(writer.blocks())
    note_order(export, losses)
    note_unsaid(export, losses, "markwhen", _KEPT)
    return "\n".join(blocks)


class _Writer:
    """Writes block after block; each ends in a line end."""

    def __init__(self, export: Export, losses: Losses) -> None:
        self._export = export
        self._timeline: Timeline = export.timeline
        self._losses = losses
        self._titles: set[str] = set()
        events = (match.event for match in export.selection)
        self._chosen = {event.id for event in events if nearest(event.date)}
        self._known_apart = _known_apart(export.timeline)

    def blocks(self) -> Iterator[str]:
        yield self._header()
        arcs: dict[str, list[Match]] = {"": []}
        for match in self._export.selection:
            arcs.setdefault(match.event.arc, []).append(match)
        for arc, matches in arcs.items():
            if arc:
                yield self._section(arc)
            for match in matches:
                self._losses.read += 1
                yield from self._event(match)

    def _header(self) -> str:
        told = {"title": self._export.title, "description": self._timeline.summary}
        said = {key: _plain(text) for key, text in told.items() if text}
        lines = [f"{key}: {written(text)}" for key, text in said.items()]
        return "\n".join(["---", *lines, "timezone: UTC", "---", ""])

    def _section(self, id_: str) -> str:
        arc = self._timeline.arcs.get(id_) or Arc(id_, id_)
        title = guarded(_plain(arc.title or id_))
        lines = [f"# {title}"]
        if slug(title) != id_ or title in self._titles:
            lines.append(f"id: {_scalar(id_)}")
        self._titles.add(title)
        if arc.summary:
            lines += ["", guarded_line(_plain(arc.summary))]
        return "\n".join([*lines, ""])

    def _event(self, match: Match) -> Iterator[str]:
        event = match.event
        head = nearest(event.date)
        if head is None:
            what = "a year of more than five digits"
            self._losses.refuse(what, event.id, event.date.describe())
            return
        exact = read_back(head) == event.date.text
        if not exact:
            what = "date: the nearest span is written, and its words in the text"
            self._losses.widen(what, event.id, event.date.describe())
        lines = [f"{head}: {self._title(match)}", *self._properties(event, exact=exact)]
        if text := list(self._text(event, exact=exact)):
            lines += ["", *text]
        self._losses.written += 1
        yield "\n".join([*lines, ""])

    def _title(self, match: Match) -> str:
        event = match.event
        title = self._plain(event, "title", event.title)
        shown = guarded(title)
        if _BOX.match(title):
            shown = JOINER + shown
        if not match.certain:
            shown = MAYBE + shown
        signs = filter(None, dict.fromkeys(map(signed, event.tags)))
        return shown + "".join(f" #{sign}" for sign in signs)

    def _properties(self, event: Event, *, exact: bool) -> Iterator[str]:
        yield f"id: {_scalar(event.id)}"
        for key, text in (("status", event.status), ("kind", event.kind)):
            if text:
                yield f"{key}: {_scalar(text)}"
        actors = self._names(event)
        links = [f"{link.type} {link.target}" for link in self._links(event)]
        lists = {"locations": event.places, "actors": actors, "tags": self._tags(event)}
        for key, values in (*lists.items(), ("links", links)):
            if values:
                field = _FIELDS.get(key, key)
                yield f"{key}: {written([self._plain(event, field, each) for each in values])}"
        if not exact:
            yield f"edtf: {written(event.date.text)}"
        for key in _OTHERS:
            if said := "; ".join(values_of(EVENT[key], event, self._timeline)):
                name = _RENAMED.get(key, key)
                yield f"{name}: {written(self._plain(event, key, said))}"

    def _tags(self, event: Event) -> list[str]:
        """Return all tags, if one of them is not a word to markwhen."""
        odd = next((tag for tag in event.tags if signed(tag) != tag), None)
        if odd is None:
            return []
        what = "tags: one that is not one word is written with _, and whole in a property"
        self._losses.widen(what, event.id, odd)
        return list(event.tags)

    def _links(self, event: Event) -> Iterator[Link]:
        for link in event.links:
            if link.target in self._chosen:
                yield link
            else:
                self._losses.drop("links: to an event that is not exported", event.id, link.target)

    def _text(self, event: Event, *, exact: bool) -> Iterator[str]:
        if event.summary:
            yield guarded_line(self._plain(event, "summary", event.summary))
            yield ""
        date = "" if exact else event.date.describe()
        if line := Words(date, event.status, event.kind).line:
            yield line
        yield from map(_cited, cited(event, self._timeline))
        if event.sources:
            self._losses.drop("sources: only as links and in words", event.id)
        for key in ("by", "accounts"):
            if getattr(event, key):
                self._losses.drop(f"{key}: only in words", event.id)

    def _names(self, event: Event) -> list[str]:
        """Return what the actors are called; note where their ids are not made of that."""
        names = [self._timeline.actor_name(actor) for actor in event.actors]
        made = [slug(name) for name in names]
        if made != list(event.actors) or not self._known_apart.issuperset(names):
            what = "actors: only names are written, and ids are made of them again"
            self._losses.drop(what, event.id, ", ".join(event.actors))
        return names

    def _plain(self, event: Event, field: str, text: str) -> str:
        plain = _plain(text)
        if plain != text:
            what = f"{field}: blanks and characters without a sign are made plain"
            self._losses.widen(what, event.id, text)
        return plain


def _plain(text: str) -> str:
    """Return *text* on one line, without what a file or markwhen cannot have in it."""
    return harmless_line(text).replace(JOINER, "")


def _known_apart(timeline: Timeline) -> set[str]:
    """Return the names of actors that only one of them has."""
    names = Counter(slug(actor.name) for actor in timeline.actors.values())
    return {actor.name for actor in timeline.actors.values() if names[slug(actor.name)] == 1}


def _cited(source: Cited) -> str:
    text = guarded(_plain(source.words).replace("[", "(").replace("]", ")"))
    if not source.url:
        return f"Source: {text}"
    return f"[{text}]({_address(source.url)})"


def _scalar(text: str) -> str:
    return text if _BARE.fullmatch(text) else written(text)


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
