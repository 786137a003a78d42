"""When events may have begun: all that a chart asks of their dates."""

from msgspec import Struct

from timeline.edtf import Span, When


class Beginning(Struct, frozen=True, array_like=True, gc=False):
    """The beginning of a date: its first and last day, and the stretches of days between them.

    It *is doubted* where `?` stands by it.
    """

    start: Span
    days: tuple[Span, ...]
    is_doubted: bool


def beginning(date: When) -> Beginning:
    """Return the beginning of a date."""
    return Beginning(date.start, date.first_days, date.is_start_doubted)
