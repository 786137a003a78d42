"""Which of two events came first: yes, maybe or no, and why."""

from collections.abc import Iterator

import msgspec

from timeline.inference.chains import Chain, Step
from timeline.inference.limits import Days
from timeline.inference.order import Order
from timeline.model.answers import Verdict
from timeline.model.records import Event


class Ways(msgspec.Struct, frozen=True):
    """How a day may lie to another: before it, on it, after it."""

    before: bool
    same: bool
    after: bool

    def verdict(self, name: str) -> Verdict:
        """Return whether the way called *name* is the only one, one of several, or none."""
        ways = (self.before, self.same, self.after)
        if not getattr(self, name):
            return Verdict.NO
        return Verdict.YES if sum(ways) == 1 else Verdict.MAYBE


class Precedence(msgspec.Struct, frozen=True):
    """How *first* lies to *second*: over before it begins, sharing a day, or after it is over.

    *links* are the steps that rule out the one or the other; *first_days* and *second_days*
    have the chains of the bounds that do. Without any of `ways` the order of the
    two contradicts itself.
    """

    first: Event
    second: Event
    ways: Ways
    links: tuple[Step, ...] = ()
    chains: tuple[Chain, ...] = ()

    @property
    def before(self) -> Verdict:
        """Whether the first is over before the second begins."""
        return self.ways.verdict("before")

    @property
    def same(self) -> Verdict:
        """Whether both share a day."""
        return self.ways.verdict("same")

    @property
    def after(self) -> Verdict:
        """Whether the first begins after the second is over."""
        return self.ways.verdict("after")


def precedence(first: Event, second: Event, order: Order) -> Precedence:
    """Return how *first* lies to *second*, both of them known to *order*."""
    if order.is_torn(first) or order.is_torn(second):
        return Precedence(first, second, Ways(before=False, same=False, after=False))
    mine, its = order.days(first), order.days(second)
    forwards, backwards = order.way(mine.end, its.start), order.way(its.end, mine.start)
    ways = Ways(
        before=_may_precede(mine, its, order),
        same=_may_share(mine, its, order),
        after=_may_precede(its, mine, order),
    )
    is_sure = sum((ways.before, ways.same, ways.after)) == 1 and not ways.same
    links = () if is_sure else forwards or backwards or ()
    chains = tuple(filter(None, _chains(mine, its, order, Precedence(first, second, ways, links))))
    return Precedence(first, second, ways, links, chains)


def _may_precede(one: Days, other: Days, order: Order) -> bool:
    """Return whether *one* may be over before *other* begins; a way back would forbid it."""
    low, high = order.net.low.days[one.end], order.net.high.days[other.start]
    return low < high and order.way(other.start, one.end) is None


def _may_share(one: Days, other: Days, order: Order) -> bool:
    low, high = order.net.low.days, order.net.high.days
    return low[other.start] <= high[one.end] and low[one.start] <= high[other.end]


def _chains(mine: Days, its: Days, order: Order, found: Precedence) -> Iterator[Chain | None]:
    """Yield why days alone rule out that the one, or the other, came first."""
    if found.before is Verdict.YES:
        yield from (order.at_most(mine.end), order.at_least(its.start))
    elif found.after is Verdict.YES:
        yield from (order.at_most(its.end), order.at_least(mine.start))
    elif not found.ways.before and not found.links:
        yield from (order.at_least(mine.end), order.at_most(its.start))
    elif not found.ways.after and not found.links:
        yield from (order.at_least(its.end), order.at_most(mine.start))


def is_not_after(one: Days, other: Days, order: Order) -> bool:
    """Return whether days alone say that *one* is over by the time that *other* begins."""
    return order.net.high.days[one.end] <= order.net.low.days[other.start]
