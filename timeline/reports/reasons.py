"""Why to doubt an event, and why to trust it: a closed list, each reason computed.

None weighs more than another, and none says whether something is so. What is not recorded, what
cannot be judged and what only mentions an event is no reason of either kind; nor is a copy, a
relay, or silence.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

import msgspec

from timeline.checking.sources import is_kept
from timeline.inference.lineage import Chain
from timeline.inference.origins import Origin
from timeline.model.records import Event
from timeline.reports.grounds import Grounds

LATE: Final = 30
"""So many days after an event its first report is a late one."""

_DOCUMENTS: Final = ("document", "law", "dataset")
_WEAK: Final = ("D", "E")  # F says that nobody can judge
_SEVERAL: Final = 2


class Reason(msgspec.Struct, frozen=True):
    """A reason by its name, and *who* gives it: names of origins, sources or actors.

    *events* are the ids of those that give it; *days* how late the first report is, at least.
    """

    name: str
    who: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    days: int = 0


_Look: TypeAlias = Callable[[Grounds], Reason | None]


def doubts(grounds: Grounds) -> tuple[Reason, ...]:
    """Return the reasons to doubt it, in the order of the list."""
    return _found(grounds, DOUBTS)


def trusts(grounds: Grounds) -> tuple[Reason, ...]:
    """Return the reasons to trust it, in the order of the list."""
    return _found(grounds, TRUSTS)


def _found(grounds: Grounds, looks: Sequence[_Look]) -> tuple[Reason, ...]:
    return tuple(reason for look in looks if (reason := look(grounds)))


def name_of(look: _Look) -> str:
    """Return what a reason is called: `one-origin`."""
    return look.__name__.replace("_", "-")


def one_origin(grounds: Grounds) -> Reason | None:
    """Say that all that is cited for it leads to one origin."""
    support = grounds.origins.support
    return Reason("one-origin", _names(support.origins)) if support.most == 1 else None


def second_hand(grounds: Grounds) -> Reason | None:
    """Say that every source tells the account of another."""
    relayed = [each for each in grounds.chains if each.relayed]
    if not relayed or len(relayed) < len(grounds.chains):
        return None
    return Reason("second-hand", _names(grounds.origins.support.origins))


def lineage_not_recorded(grounds: Grounds) -> Reason | None:
    """Say that of an origin nothing says whether it tells it first-hand or has it from another."""
    silent = [each for each in grounds.origins.support.origins if is_silent(each)]
    return Reason("lineage-not-recorded", _names(silent)) if silent else None


def is_silent(origin: Origin) -> bool:
    """Return whether *origin* was read and nothing is recorded of where it has it from."""
    return origin.read and not origin.firsthand and not origin.circle


def one_publisher(grounds: Grounds) -> Reason | None:
    """Say that its sources, several of them, are of one publisher."""
    publishers = {each.publisher.casefold() for each in grounds.cited.values()}
    if len(grounds.cited) < _SEVERAL or len(publishers) > 1 or "" in publishers:
        return None
    return Reason("one-publisher", (next(iter(grounds.cited.values())).publisher,))


def only_weak(grounds: Grounds) -> Reason | None:
    """Say that every origin is graded D or E; none that nobody can judge is among them."""
    found = grounds.origins.support.origins
    if not found or any(origin.grade not in _WEAK for origin in found):
        return None
    return Reason("only-weak", _names(found))


def only_parties(grounds: Grounds) -> Reason | None:
    """Say that every origin is the voice of somebody who takes part or makes the claim."""
    found = grounds.origins.support.origins
    if not found or not all(any(map(grounds.is_party, origin.of)) for origin in found):
        return None
    return Reason("only-parties", _names(found))


def only_copies(grounds: Grounds) -> Reason | None:
    """Say that its sources, several of them, are one text."""
    texts = {_text(chain) for chain in grounds.chains}
    if len(grounds.cited) < _SEVERAL or len(texts) > 1:
        return None
    return Reason("only-copies", tuple(grounds.cited))


def _text(chain: Chain) -> str:
    """Return the name of the text that is cited, copies taken for what they are."""
    if chain.circle and not chain.relayed:
        return min(chain.circle)
    *_, text = takewhile(lambda step: step.how != "relays", chain.steps)
    return text.name


def denied(grounds: Grounds) -> Reason | None:
    """Say that a source denies it, or another event does."""
    who = dict.fromkeys(_names(grounds.origins.against.origins))
    told = (account.by for account in grounds.event.accounts if account.side == "denies")
    who |= dict.fromkeys(name for actors in told for name in grounds.names(actors))
    events = _ids(grounds.deniers)
    return Reason("denied", tuple(who), events) if who or events else None


def denied_by_a_party(grounds: Grounds) -> Reason | None:
    """Say that who denies it takes part in it, or belongs with somebody who does."""
    parties = [actor for actor in grounds.denying if grounds.is_party(actor)]
    return Reason("denied-by-a-party", grounds.names(parties)) if parties else None


def reported_late(grounds: Grounds) -> Reason | None:
    """Say that the first report is more than a month later, whatever the dates are in truth.

    It cannot be said where a source has no date, or where an origin was not read.
    """
    roots = [chain.root.source for chain in grounds.chains]
    told = [*grounds.cited.values(), *(root for root in roots if root)]
    dates = [source.date for source in told if source.date]
    began = grounds.event.date.start[1]
    if None in roots or len(dates) < len(told) or not dates or began is None:
        return None
    first = min((date.possible[0] or began) for date in dates)
    return Reason("reported-late", days=first - began) if first - began > LATE else None


def no_copy_kept(grounds: Grounds) -> Reason | None:
    """Say that it rests on pages of the web, and of none of them a copy is known."""
    pages = [each for each in grounds.cited.values() if each.url]
    return None if not pages or any(map(is_kept, pages)) else Reason("no-copy-kept")


def two_origins(grounds: Grounds) -> Reason | None:
    """Say that at least two tell it first-hand, and independently."""
    support = grounds.origins.support
    firsthand = [each for each in support.origins if each.firsthand]
    return Reason("two-origins", _names(firsthand)) if support.least >= _SEVERAL else None


def firsthand(grounds: Grounds) -> Reason | None:
    """Say that an origin was read, and tells it first-hand."""
    found = [each for each in grounds.origins.support.origins if each.firsthand]
    return Reason("firsthand", _names(found)) if found else None


def document(grounds: Grounds) -> Reason | None:
    """Say that an origin is a document, a law or data, and was read."""
    found = [each for each in grounds.origins.support.origins if is_document(each)]
    return Reason("document", _names(found)) if found else None


def is_document(origin: Origin) -> bool:
    """Return whether a text in which *origin* ends is a document, a law or data."""
    roots = (chain.root.source for chain in origin.chains)
    return any(root.type in _DOCUMENTS for root in roots if root)


def against_interest(grounds: Grounds) -> Reason | None:
    """Say that one speaks for somebody, and against one who belongs to the same; relays never."""
    speakers = [each for each in grounds.origins.support.origins if _speaks_itself(each)]
    found = [each for each in speakers if _is_with_who_denies(each, grounds)]
    return Reason("against-interest", _names(found)) if found else None


def _is_with_who_denies(origin: Origin, grounds: Grounds) -> bool:
    """Return whether somebody denies it who is one of those for whom *origin* speaks."""
    return any(grounds.is_within(actor, of) for of in origin.of for actor in grounds.denying)


def _speaks_itself(origin: Origin) -> bool:
    return any(not chain.relayed for chain in origin.chains)


def confirmed_by(grounds: Grounds) -> Reason | None:
    """Say that another event confirms it."""
    if not grounds.confirmers:
        return None
    return Reason("confirmed-by", events=_ids(grounds.confirmers))


def _names(found: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(origin.name for origin in found)


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


DOUBTS: Final = (
    one_origin,
    second_hand,
    lineage_not_recorded,
    one_publisher,
    only_weak,
    only_parties,
    only_copies,
    denied,
    denied_by_a_party,
    reported_late,
    no_copy_kept,
)
TRUSTS: Final = (two_origins, firsthand, document, against_interest, confirmed_by)
