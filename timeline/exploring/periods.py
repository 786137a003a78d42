"""The period that is looked at, and the day on which things are known: one step each way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exploring import seat as seats
from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct, Period, Seat
from timeline.inference import known
from timeline.phrases.units import UNITS

NARROWER: Final[Sequence[str]] = ("decade", "year", "quarter", "month", "week", "day")
"""The periods, each within the one before it; a week is in the month in which it begins."""

_WIDEST: Final = NARROWER[0]


def earlier(seat: Seat, ground: Ground) -> Seat:
    """Look at the period before; where things are as known on a day, the day before."""
    return _moved(seat, ground, -1)


def later(seat: Seat, ground: Ground) -> Seat:
    """Look at the period after; where things are as known on a day, the day after."""
    return _moved(seat, ground, 1)


def narrower(seat: Seat, ground: Ground) -> Seat:
    """Look at a shorter period: the one of the event in focus, if it lies in the present one."""
    if seat.period is None:
        return _in(seat, ground, _WIDEST, _day(seat, ground))
    at = NARROWER.index(seat.period.unit) + 1
    if at == len(NARROWER):
        raise CannotAct("no period is shorter than a day")
    window = seat.period.window
    first, last = window.first or 0, window.last or 0
    day = _day(seat, ground) if ground.focus(seat) else first
    return _in(seat, ground, NARROWER[at], min(max(day, first), last))


def wider(seat: Seat, ground: Ground) -> Seat:
    """Look at a longer period, in the end at all."""
    if seat.period is None:
        raise CannotAct("all of the time is shown")
    at = NARROWER.index(seat.period.unit)
    if not at:
        return replace(seat, period=None)
    return _in(seat, ground, NARROWER[at - 1], seat.period.window.first or 0)


def of_focus(seat: Seat, ground: Ground) -> Seat:
    """Look at the period of the event in focus: as long as the present one, else its year."""
    unit = seat.period.unit if seat.period else "year"
    return _in(seat, ground, unit, _day(seat, ground))


def all_time(seat: Seat, ground: Ground) -> Seat:
    """Look at all of the time."""
    del ground
    if seat.period is None:
        raise CannotAct("all of the time is shown")
    return replace(seat, period=None)


def as_known(seat: Seat, ground: Ground) -> Seat:
    """See what was known when the event in focus was first told; again: all that is known."""
    if seat.known is not None:
        return replace(seat, known=None)
    event = ground.focus(seat)
    if event is None:
        raise CannotAct("there is no event to take the day from")
    report = known.first_report(event, ground.timeline.sources)
    day = report.possible[1] if report else None
    if day is None:
        day = _day(seat, ground)
    return _askable(replace(seat, known=day), ground)


def _moved(seat: Seat, ground: Ground, by: int) -> Seat:
    if seat.known is not None:
        return _askable(replace(seat, known=seat.known + by), ground)
    if seat.period is None:
        return of_focus(seat, ground)
    moved = Period(seat.period.unit, seat.period.index + by)
    return _askable(replace(seat, period=moved), ground)


def _in(seat: Seat, ground: Ground, unit: str, day: int) -> Seat:
    """Return *seat* in the period of that *unit* in which *day* lies."""
    period = Period(unit, UNITS[unit].index(day))
    return _askable(replace(seat, period=period), ground)


def _askable(seat: Seat, ground: Ground) -> Seat:
    """Return *seat*; a year so far away that EDTF has no days for it is as far as it goes."""
    narrowed = replace(seat, query="", only_marked=False)
    if ground.fault(seat, seats.text(narrowed)):
        raise CannotAct("there is no way to write a date so far away")
    return seat


def _day(seat: Seat, ground: Ground) -> int:
    """Return the day by which the event in focus is sorted; today where there is none."""
    event = ground.focus(seat)
    if event is None:
        return ground.today
    return event.date.sort_key[0]
