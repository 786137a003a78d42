"""What comparisons ask of events, as short texts: how many values, which grades, which origins.

Few of these texts differ, so that each is judged once for all events that have it.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from timeline.inference.origins import numbers
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.query.fields import GRADES, NUMBERS
from timeline.query.measures import Grade, Measure, Number
from timeline.query.witnesses import STANCES, Independent

_Read: TypeAlias = Callable[[str], Any]
_END: Final = ";"  # of a grade
_TO: Final = "-"
_BETWEEN: Final = "="


def said(event: Event, timeline: Timeline) -> tuple[Any, ...]:
    """Return what `texts` reads: numbers of values, grades, and how many tell it independently."""
    return (
        *[len(of(event, timeline)) for of in NUMBERS.values()],
        *[of(event, timeline) for _, of in GRADES.values()],
        *[numbers(event, stance, timeline.sources) for stance in STANCES.values()],
    )


def texts(said: tuple[Any, ...]) -> Iterator[str]:
    """Yield a text for each field by which an event may be compared: `sources=2`."""
    values = iter(said)
    for field in NUMBERS:
        yield f"{start(field)}{next(values)}"
    for field in GRADES:
        yield start(field) + "".join(f"{grade}{_END}" for grade in sorted(set(next(values))))
    for field in STANCES:
        found = next(values)
        yield f"{start(field)}{found.start}{_TO}{found.stop}"


def start(field: str) -> str:
    """Return what the texts of a *field* begin with."""
    return f"{field}{_BETWEEN}"


def is_known(query: Measure) -> bool:
    """Return whether the texts say what *query* compares."""
    field = query.field
    if isinstance(query, Number):
        return NUMBERS.get(field) is query.values
    if isinstance(query, Grade):
        return field in GRADES and GRADES[field][1] is query.values
    return isinstance(query, Independent)


def read(query: Measure, text: str) -> Any:  # noqa: ANN401  what its kind judges
    """Return what *query* judges, of a *text* of its field."""
    return _READ[type(query)](text.removeprefix(start(query.field)))


def _grades(text: str) -> tuple[str, ...]:
    return tuple(text.split(_END)[:-1])


def _numbers(text: str) -> range:
    return range(*map(int, text.split(_TO)))


_READ: Final[dict[type[Measure], _Read]] = {
    Number: int,
    Grade: _grades,
    Independent: _numbers,
}
