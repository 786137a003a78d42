"""The columns of a row that name its sources → sources.

A name and an address are one source only where a column of names stands beside one of
addresses, and both have as many. Within one column each is a source of its own: a press
release and the report about it are two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from timeline.exchange.addresses import is_url
from timeline.exchange.builder import Builder
from timeline.exchange.losses import Losses
from timeline.exchange.tables.rows import is_blank
from timeline.model.records import Citation, Place

PAIRED: Final = "a name and an address in the columns of sources are taken for one source"
UNPAIRED: Final = "names and addresses that cannot be paired: each is a source of its own"
_HINT: Final = "name the columns that belong together: --map sources=COLUMN,urls=COLUMN"
BETWEEN: Final = re.compile(r"\s*[;|\n]\s*")
"""What parts the members of a cell."""

_MOST_CELLS: Final = 16_384  # whose sources are remembered

Pairs: TypeAlias = Sequence[tuple[str, str]]
Layout: TypeAlias = Mapping[str, Sequence[str]]


def pairs(layout: Layout, stated: Layout) -> Pairs:
    """Return the columns of *layout* that belong together: (of names, of addresses).

    Several of each do only where a person has *stated* both, in their order.
    """
    names, urls = layout.get("sources", ()), layout.get("urls", ())
    known = len(names) == 1 or {"sources", "urls"} <= stated.keys()
    if not known or len(names) != len(urls):
        return []
    return list(zip(names, urls, strict=True))


class Sources:
    """Cites the sources of one row after the other."""

    def __init__(self, layout: Layout, together: Pairs, builder: Builder, losses: Losses) -> None:
        """Read the columns of *layout*, of which *together* are pairs; note what is guessed."""
        self._columns = [*layout.get("sources", ()), *layout.get("urls", ())]
        self._pairs = together
        self._builder = builder
        self._losses = losses
        self._once = lru_cache(_MOST_CELLS)(self._sources)  # most rows share their sources

    def cited(self, values: Mapping[str, str], place: Place) -> Sequence[Citation]:
        """Return the citations of the row with these *values*, which stands at *place*."""
        if not self._pairs:
            return self._apart([values.get(column, "") for column in self._columns], place)
        found: list[Citation] = []
        for name, url in self._pairs:
            found += self._together(values.get(name, ""), values.get(url, ""), place)
        return found

    def _together(self, names: str, urls: str, place: Place) -> Iterator[Citation]:
        """Yield the sources of a cell of *names* and the one of addresses beside it."""
        named = _members(names)
        addressed: list[str] = []
        for part in _members(urls):
            addressed += addresses(part) or [part]
        if len(named) != len(addressed):
            yield from self._apart([names, urls], place)
            return
        for name, url in zip(named, addressed, strict=True):
            if not (name and url) or addresses(name):
                yield from self._apart([name, url], place)
            else:
                self._losses.guess(PAIRED, place, name)
                yield self._builder.source(url, name)

    def _apart(self, cells: Sequence[str], place: Place) -> Sequence[Citation]:
        """Return a source for each name and each address in *cells*; note where both are."""
        found, unpaired = self._once(tuple(cells))
        if unpaired:
            self._losses.guess(UNPAIRED, place, unpaired, _HINT)
        return found

    def _sources(self, cells: tuple[str, ...]) -> tuple[tuple[Citation, ...], str]:
        """Return the sources in *cells*, and the first name where names and addresses stand."""
        found: list[Citation] = []
        names: list[str] = []
        for part in filter(None, chain.from_iterable(map(_members, cells))):
            urls = addresses(part)
            found += map(self._builder.source, urls)
            if not urls:
                found.append(self._builder.source(publisher=part))
                names.append(part)
        filled = list(filter(None, cells))
        is_mixed = len(filled) > 1 and 0 < len(names) < len(found)
        return tuple(found), names[0] if is_mixed else ""


def addresses(text: str) -> list[str]:
    """Return the addresses of which *text* consists, [] where it is anything else."""
    found = text.split()
    return found if found and all(map(is_url, found)) else []


def _members(cell: str) -> list[str]:
    """Return the members of a cell, the last of which is not blank."""
    parts = ["" if is_blank(part) else part for part in BETWEEN.split(cell)]
    while parts and not parts[-1]:
        parts.pop()
    return parts
