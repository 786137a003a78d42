"""The dates that questions are asked of, where what is known of order makes them narrower."""

from collections.abc import Mapping

from timeline.edtf import When
from timeline.inference.narrowed import narrowed
from timeline.inference.order import Order, whole
from timeline.model.timeline import Timeline


def dates(timeline: Timeline, today: int | None) -> Mapping[str, When]:
    """Return id → the narrower date of each event that has one, by all that is known of order.

    *today* is the day up to which is followed what nobody says to close earlier.
    """
    return _dates(whole(timeline, today))


def pure(timeline: Timeline) -> Mapping[str, When]:
    """Return the same by links alone that say nothing but order, which always count."""
    if not timeline.has_pure_order:
        return {}
    return _dates(whole(timeline, None, pure=True))


def _dates(order: Order) -> dict[str, When]:
    return {found.event.id: narrowed(found) for found in order.narrowings()}
