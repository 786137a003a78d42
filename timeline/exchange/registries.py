"""Names in what readers find → ids, and the registries of those that they stand for."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from timeline.edtf import When
from timeline.exchange.addresses import host, is_url
from timeline.model.records import Actor, Arc, Citation, Ids, Source
from timeline.text import one_line, slug, together
from timeline.views.parts.citations import published

_CALLED: Final = 60  # characters of what a source is called that make its id


class Registries:
    """Gives an id to each name that comes, the same to the same name, and an entry to each id."""

    def __init__(self) -> None:
        """Begin with none."""
        self.actors: dict[str, Actor] = {}
        self.arcs: dict[str, Arc] = {}
        self.sources: dict[str, Source] = {}
        self._cited: dict[str, Source] = {}  # of which nothing more need be said
        self._names: dict[tuple[str, str], str] = {}  # (registry, name) → id
        self._ids = {"actors": Ids(), "arcs": Ids(), "sources": Ids()}

    def actor(self, name: str, kind: str = "") -> str:
        """Return the id of the actor called *name*, "" for no name."""
        name = one_line(name)
        id_, new = self._registered("actors", name, name)
        if new:
            self.actors[id_] = Actor(id_, name, kind)
        return id_

    def arc(self, title: str) -> str:
        """Return the id of the arc with this *title*, "" for none."""
        title = one_line(title)
        id_, new = self._registered("arcs", title, title)
        if new:
            self.arcs[id_] = Arc(id_, title)
        return id_

    def source(
        self,
        url: str = "",
        publisher: str = "",
        title: str = "",
        note: str = "",
        date: When | None = None,
        key: str = "",
    ) -> Citation:
        """Return the citation of a source: one for each address and publisher, or each name.

        *key* tells apart what a file keeps apart, though all is alike that is said of it.

        Its publisher is the host, where none is given. Whatever else is said of an address
        that is known already becomes the note of the citation. An address that is not http(s)
        is part of the source's note. Cites nothing (the id "") where there is nothing.
        """
        found = _source(*map(one_line, (url, publisher, title, note)), date=date)
        told = (found.title, found.note, published(found))
        parts = [found.url, found.publisher, key]
        if not found.url:
            parts += told
        said = "\n".join(parts)
        if not said.strip():
            return Citation("")
        called = found.publisher or found.title or found.note
        id_, new = self._registered("sources", said, called[:_CALLED])
        if new:
            self.sources[id_] = replace(found, id=id_)
        return Citation(id_, note=self._untold(id_, told))

    def cited(self, id_: str) -> Citation:
        """Return the citation of the source with this id, which may be all that is said of it."""
        self._cited.setdefault(id_, Source(id_))
        return Citation(id_)

    @property
    def all_sources(self) -> dict[str, Source]:
        """The sources by their ids; first those of which no more is said than that."""
        return {**self._cited, **self.sources}

    def _untold(self, id_: str, told: Iterable[str]) -> str:
        """Return what of *told* the source with this id does not say itself."""
        known = self.sources[id_]
        said = {known.publisher, known.title, known.note, published(known), ""}
        return "; ".join(each for each in told if each not in said)

    def _registered(self, registry: str, name: str, called: str) -> tuple[str, bool]:
        """Return the id for what *name* says, and whether it is new."""
        if not name:
            return "", False
        known = self._names.get((registry, name))
        if known is None:
            known = self._ids[registry].free(slug(called) or called)
            self._names[registry, name] = known
            return known, True
        return known, False


def _source(url: str, publisher: str, title: str, note: str, *, date: When | None) -> Source:
    """Return a source without an id; an address that is not http(s) is part of its note."""
    if url and not is_url(url):
        url, note = "", together(" · ", note, url)
    return Source("", publisher or host(url), title, date, url, note=note)
