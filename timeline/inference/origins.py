"""How many tell an event independently: its origins, for it and against it (docs/claims.md).

Origins are the roots of the chains of its citations (`lineage`). Roots of the same id or of the
same publisher are one: a publisher is one witness. There are at most as many as there are
roots, and at least as many as are recorded to be first-hand; where something is cited at all,
there is one. What says nothing of itself may be a root of its own, or tell what another has:
between the least and the most nobody knows. What only mentions the event counts for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

import msgspec

from timeline.inference.lineage import Chain, Lineage, Sources
from timeline.model.records import Account, Citation, Event
from timeline.model.scales import RELIABILITIES
from timeline.text import fold

Stance: TypeAlias = Literal["supports", "denies"]

_GRADES: Final = tuple(RELIABILITIES)[:-1]
_ARTICLE: Final = "the "


class Origin(msgspec.Struct, frozen=True):
    """One who told it first, and the chains that lead there.

    *read* says that it is a source of the file; a name alone was not read. *firsthand* is
    what is recorded. *of* are the actors whose voice it is.
    """

    name: str
    chains: tuple[Chain, ...]
    read: bool = False
    firsthand: bool = False
    of: tuple[str, ...] = ()

    @property
    def grade(self) -> str:
        """The worst reliability along the best of its chains; "" where none can be judged."""
        grades = [chain.grade for chain in self.chains if chain.grade]
        return min(grades, key=_GRADES.index, default="")

    @property
    def circle(self) -> bool:
        """Whether its sources tell one another's account, so that nobody told it first."""
        return any(chain.circle for chain in self.chains)

    @property
    def known(self) -> str:
        """What is known of where it has it from, in words."""
        if self.firsthand:
            return "first-hand"
        if self.circle:
            return "in a circle"
        return "lineage not recorded" if self.read else "not read"


class Side(msgspec.Struct, frozen=True):
    """What is said for an event, or against it: the citations and their origins."""

    citations: tuple[Citation, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def most(self) -> int:
        """The greatest number of independent origins that it may have."""
        return len(self.origins)

    @property
    def least(self) -> int:
        """The least number of independent origins that it may have."""
        firsthand = sum(origin.firsthand for origin in self.origins)
        return max(firsthand, 1) if self.origins else 0

    @property
    def numbers(self) -> range:
        """Every number of origins that it may have."""
        return range(self.least, self.most + 1)

    @property
    def chains(self) -> Iterator[Chain]:
        """The chains of all origins."""
        return (chain for origin in self.origins for chain in origin.chains)


class Origins(msgspec.Struct, frozen=True):
    """What an event rests on, what is against it, and what only mentions it."""

    support: Side = Side()
    against: Side = Side()
    mentions: tuple[Citation, ...] = ()


def origins(event: Event, sources: Sources) -> Origins:
    """Return the origins for and against *event*, whose citations are of *sources*.

    The sources of an account stand on the side of the account, unless they say otherwise.
    """
    cited = list(_sided(event))
    by_side = {
        stance: [citation for side, citation in cited if side == stance]
        for stance in ("supports", "denies", "mentions")
    }
    return Origins(
        side_of(by_side["supports"], sources),
        side_of(by_side["denies"], sources),
        tuple(by_side["mentions"]),
    )


def support(event: Event, sources: Sources) -> Side:
    """Return what is for *event*."""
    return side_of(_of_side(event, "supports"), sources)


def against(event: Event, sources: Sources) -> Side:
    """Return what is against *event*."""
    return side_of(_of_side(event, "denies"), sources)


def numbers(event: Event, stance: Stance, sources: Sources) -> range:
    """Return every number of origins that *event* may have on a side, as `Side.numbers` does.

    Where nobody tells what another has, origins are counted without a look for chains.
    """
    cited = _of_side(event, stance)
    if not all(tells_itself(citation, sources) for citation in cited):
        return side_of(cited, sources).numbers
    firsthand: dict[str, bool] = {}
    for name in dict.fromkeys(citation.source for citation in cited):
        source, one = sources.get(name), witness(name, sources)
        is_firsthand = source is not None and source.firsthand
        firsthand[one] = is_firsthand or firsthand.get(one, False)
    least = max(sum(firsthand.values()), 1) if firsthand else 0
    return range(least, len(firsthand) + 1)


def tells_itself(citation: Citation, sources: Sources) -> bool:
    """Return whether nothing is recorded of another whose text or account it tells."""
    source = sources.get(citation.source)
    return not citation.relays and (source is None or not (source.copy_of or source.relays))


def sides(event: Event) -> set[str]:
    """Return the sides on which *event* is cited."""
    return {side for side, _ in _sided(event)}


def side_of(citations: Iterable[Citation], sources: Sources) -> Side:
    """Return the side that *citations* make together."""
    kept = tuple(citations)
    if not kept:
        return Side()
    chains = list(Lineage(kept, sources).chains())
    return Side(kept, tuple(_origin(group, sources) for group in _groups(chains, sources)))


def witness(name: str, sources: Sources) -> str:
    """Return what is the same of all that are one witness: the publisher, else the name.

    A name that is no source is that of a publisher: neither case nor accents make another
    one of it, nor the article before it.
    """
    source = sources.get(name)
    if source and not source.publisher:
        return f"id {name}"
    said = source.publisher if source else name
    return f"publisher {' '.join(fold(said).split()).removeprefix(_ARTICLE)}"


def uses(event: Event, account: Account) -> tuple[Citation, ...]:
    """Return the citations of an *account* of *event*: where the event has the same, its own.

    What the event cites on the side of the account is the same use there, and relays what it
    relays; a citation that has `relays` itself is one of its own.
    """
    found: dict[Citation, None] = {}
    for citation in account.sources:
        found |= dict.fromkeys(_same(event, account, citation) or (citation,))
    return tuple(found)


def _same(event: Event, account: Account, citation: Citation) -> tuple[Citation, ...]:
    """Return the citations of *event* itself for which one of an *account* stands."""
    if citation.relays:
        return ()
    side = citation.stance or account.side
    return tuple(
        each for each in event.sources if each.source == citation.source and each.side == side
    )


def _of_side(event: Event, stance: Stance) -> list[Citation]:
    return [citation for side, citation in _sided(event) if side == stance]


def _sided(event: Event) -> Iterator[tuple[str, Citation]]:
    """Yield each citation of an event, behind the side on which it stands."""
    for citation in event.sources:
        yield citation.side, citation
    for account in event.accounts:
        for citation in account.sources:
            if not _same(event, account, citation):
                yield citation.stance or account.side, citation


def _groups(chains: Iterable[Chain], sources: Sources) -> list[list[Chain]]:
    """Return *chains* by the witness in which they end; for a circle the same one speaks always."""
    groups: dict[str, list[Chain]] = {}
    for chain in chains:
        end = min(chain.circle, default=chain.root.name)
        groups.setdefault(witness(end, sources), []).append(chain)
    return list(groups.values())


def _origin(chains: Sequence[Chain], sources: Sources) -> Origin:
    ends = [name for chain in chains for name in _ends(chain)]
    found = [sources[name] for name in dict.fromkeys(ends) if name in sources]
    publishers = [source.publisher for source in found if source.publisher]
    roots = [chain.root.source for chain in chains if not chain.circle]
    voices = [actor for source in found for actor in source.of]
    return Origin(
        next(iter(publishers), ends[0]),
        tuple(chains),
        read=bool(found),
        firsthand=any(source.firsthand for source in roots if source),
        of=tuple(dict.fromkeys(voices)),
    )


def _ends(chain: Chain) -> Iterable[str]:
    """Return in whom a chain ends: in all of its circle, where it has one."""
    return chain.circle or (chain.root.name,)
