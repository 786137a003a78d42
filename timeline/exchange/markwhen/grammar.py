"""What markwhen takes for a date: the head of an event's line, up to its colon.

After the grammar of @markwhen/parser 1.2.0: EDTF of level 0, then casual dates, then years
with an era. It lets a span of EDTF dates be written with a hyphen or `to` as well.
"""

import re
from typing import Final

from timeline.edtf.months import MONTHS, short

_TIME = r"(?:(?:1[0-2]|[1-9])(?::\d{2})?[ap]m|[012]?\d(?::\d{2})?)"
_MONTHS = f"(?:{'|'.join([*MONTHS, *map(short, range(1, 13))]).lower()})"
_UNITS = (
    r"(?:milliseconds|ms|seconds|second|secs|sec|s|minutes|minute|mins|min|hours|hour|h"
    r"|(?:week\s*|work\s*|business\s*)?(?:days|day|d)|weeks|week|w|months|month|years|year|y)"
)
_AMOUNTS = rf"(?:-?\d+[^\w:]*{_UNITS}(?:\s*,\s*|\s*))"
_REFERENCE = r"(?:!\w+(?:\.(?:start|end))?|\.(?:start|end))"

DATE: Final = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:\s+(?P<time>{_TIME}))?)?)?",
    re.IGNORECASE,
)
WEEK: Final = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d\d)(?:-?(?P<day>[1-7]))?", re.IGNORECASE)
INSTANT: Final = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d*)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
ERA: Final = re.compile(r"(?P<year>\d{1,5})\s?(?P<era>BCE|BC|AD|CE)", re.IGNORECASE)
SLASHED: Final = re.compile(
    rf"(?P<a>\d{{1,5}})(?:/(?P<b>\d{{1,5}})(?:/(?P<c>\d{{1,5}})(?:[,\s]+(?P<time>{_TIME}))?)?)?",
    re.IGNORECASE,
)
CASUAL: Final = re.compile(
    rf"(?:(?P<day>[0-3]?\d)\s+(?P<month>{_MONTHS})|(?P<month_>{_MONTHS})\s+(?P<day_>[0-3]?\d(?!\d)))"
    rf",?(?:\s+(?P<year>\d{{4}}),?)?(?:\s+(?P<time>{_TIME}))?",
    re.IGNORECASE,
)
MONTH: Final = re.compile(rf"(?P<month>{_MONTHS})(?:\s+(?P<year>\d{{1,4}}))?", re.IGNORECASE)
CLOCK: Final = re.compile(_TIME, re.IGNORECASE)
NOW: Final = re.compile("now", re.IGNORECASE)
RELATIVE: Final = re.compile(
    rf"(?P<way>by|before|after)?\s*(?P<to>{_REFERENCE})?\s*(?:plus|\+)?\s*(?P<amounts>{_AMOUNTS}*)",
    re.IGNORECASE,
)
AMOUNT: Final = re.compile(rf"(?P<minus>-)?(?P<number>\d+)[^\w:]*(?P<unit>{_UNITS})", re.IGNORECASE)


def _plain(pattern: re.Pattern[str]) -> str:
    """Return a pattern as a part of another: its groups have no names."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


_SOMETHING_RELATIVE = (
    rf"(?:(?:by|before|after)\b\s*)?(?:{_REFERENCE}\s*(?:(?:plus|\+)?\s*{_AMOUNTS}+)?"
    rf"|(?:plus|\+)?\s*{_AMOUNTS}+)"
)
_SIDE = "|".join(
    [
        *map(_plain, (INSTANT, WEEK, DATE, ERA, CASUAL, MONTH, NOW)),
        r"\d\d?:\d\d(?:[ap]m)?",  # 12:30, before 12 could be all there is
        *map(_plain, (SLASHED, CLOCK)),
        _SOMETHING_RELATIVE,
    ]
)
HEAD: Final = re.compile(
    rf"(?P<start>{_SIDE})(?:(?:\s*[-–/]\s*|\s+to\s+)(?P<end>{_SIDE}))?"
    r"(?P<every>\s*\bevery[^:]+)?\s*(?=:)",
    re.IGNORECASE,
)
"""A head that markwhen can read, up to its colon, which a match leaves out."""

MEANT: Final = re.compile(
    r"(?!\[[^\[\]]*\]\()(?=[^:]*\d[\dX]{3}|[^:]*\d{1,2}[./-]\d{1,2}[./-]\d)[\d\sXYSEWTZ~?%/.,\[\]{}+–-]+(?=:)"
)
"""A head of nothing but the signs of dates: meant to be one, whether it can be read or not.

The words of a link, as in `[2020: a report](https://…)`, are none.
"""
