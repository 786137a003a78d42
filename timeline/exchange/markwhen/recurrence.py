"""`every 2 weeks for 5 times`: the events that one recurring event stands for."""

import re
from typing import Final

import msgspec

from timeline.edtf import calendar_date
from timeline.exchange.markwhen.moments import day_of, moved

_UNITS: Final = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
_EVERY: Final = re.compile(
    r"every\s+(?:(?P<step>\d{1,4}|other)\s+)?(?P<unit>day|week|month|year)s?"
    r"(?:\s+for\s+(?P<number>\d{1,6})\s*(?P<of>times|time|days?|weeks?|months?|years?)"
    r"|\s+x\s*(?P<times>\d{1,6}))?",
    re.IGNORECASE,
)


class Recurrence(msgspec.Struct, frozen=True):
    """How often something comes again; *times* in all, or until *within* is over, if given."""

    step: int
    unit: str
    times: int | None = None
    within: tuple[int, str] | None = None

    def starts(self, start: int, most: int) -> tuple[list[int], bool]:
        """Return the moments at which it begins, *most* at most, and whether these are all."""
        found: list[int] = []
        over = moved(start, [self.within], 1) if self.within else None
        for at in range(20 * (most + 1)):  # a 30th is missing in one month of twelve, no more
            moment = moved(start, [(at * self.step, self.unit)], 1)
            if len(found) == self.times or (over is not None and moment >= over):
                return found, True
            if self.unit in {"days", "weeks"} or _is_same_day(start, moment):
                if len(found) == most:
                    return found, False
                found.append(moment)
        return found, False


def recurrence(text: str) -> Recurrence | None:
    """Return what *text* says, None where that is more than we read."""
    match = _EVERY.fullmatch(text)
    if not match:
        return None
    step = {"other": 2, None: 1}.get(match["step"] and match["step"].lower()) or int(match["step"])
    times = match["times"] or (match["of"] and match["of"].startswith("time") and match["number"])
    within = None
    if match["of"] and not times:
        within = int(match["number"]), _UNITS[match["of"].lower().removesuffix("s")]
    unit = _UNITS[match["unit"].lower()]
    return Recurrence(step or 1, unit, int(times) if times else None, within)


def _is_same_day(start: int, moment: int) -> bool:
    """Return whether a month is long enough for the day of the first event."""
    return calendar_date(day_of(start))[2] == calendar_date(day_of(moment))[2]
