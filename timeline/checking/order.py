"""Rules about order: that it does not contradict itself, and dates that it narrows."""

from collections.abc import Iterator

from timeline.checking.rule import Case, Fault, on
from timeline.inference import reasons
from timeline.inference.conflicts import conflicts
from timeline.inference.contradictions import contradiction


def order_conflict(case: Case) -> Iterator[Fault]:
    """Find dates and links that cannot all be true: what is after what was later."""
    for found in conflicts(case.order):
        told = contradiction(found)
        yield Fault(told.spot, told.message, told.hint, steps=told.steps)


def could_be_narrower(case: Case) -> Iterator[Fault]:
    """Find dates that links and sources narrow to days that EDTF can say.

    An event that has none is left alone: it is placed by its order on purpose.
    """
    for found in case.order.narrowings():
        written = reasons.hint(found)
        if written and not found.event.undated:
            message = f"it could be narrower: {reasons.narrower(found)}"
            hint = f"write date: {written}, if you are as sure of that"
            yield Fault(on(found.event, "date", found.event.date.text), message, hint)
