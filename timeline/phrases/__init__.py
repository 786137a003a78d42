"""Dates in the words people use -> EDTF, or the window of days that is asked about.

Days are numbers (0001-01-01 = 1) and windows include both their ends. Wherever
a phrase is taken, so is EDTF; case, doubled blanks and the kind of dash make no
difference. These words are understood:

    2019, Aug 2025, Oct 26, 2025, 26th of October 2025, 44 BCE, AD 79
    12/2014, 2022/04, Sept/1988
    c. 2014, about Aug 2025, approx. 2014, Aug 2025?, probably 2014, c. 2014?
    early 2019, mid-October 2025, late 1930s, end of 1943, late summer 1940
    before 1990, 2010 or later, by 1943, not later than 1943, 1940 or 1941, between A and B
    the 1990s, 19th century, spring 2001, winter 2018-19, Q3 2025, 2025q3, first half of 2025
    11 Feb 1699/00, winter 2018/19, 2020-W05, week 5 of 2020
    A to B, A - B, A..B, from A until B, 2019-2021, Mar-Jun 2019, 24-26 Oct 2025
    since A, from A, A onwards, A - present, until B, through B, to B, A - ?

and where a day is given for today, so in questions but never in a file:

    today, yesterday, tomorrow, Friday, last Friday, this week, last month, next year
    last quarter, last 30 days, past 2 years, last 3m, 3 months ago, two weeks ago

Nothing is guessed (docs/dates.md#phrases): 8/9/2025, Oct 26, 26 Oct 25, 2019-21 (two
years, or EDTF's number of a spring) and the 1900s are refused with a hint, which can be
read itself. A question is about days: one with a time of day is refused with the day.
Whatever the text, the one exception is `PhraseError`.
"""

import os
import re
from datetime import datetime

from timeline import edtf
from timeline.edtf.parser import is_edtf
from timeline.phrases import fractions, intervals, parser, questions
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import tidy
from timeline.phrases.windows import Window

__all__ = [
    "PhraseError",
    "Window",
    "after",
    "before",
    "since",
    "span",
    "to_edtf",
    "to_when",
    "today",
    "until",
]


def today(text: str | None = None) -> int:
    """Return the number of the day that counts as today.

    It is the day *text* names (2025-11-30, 30 Nov 2025), else the one in the
    environment variable TIMELINE_TODAY, else that of the clock, local time.
    Raises PhraseError if the text is not one single day.
    """
    if text is not None:
        return _one_day(text)
    named = os.environ.get("TIMELINE_TODAY")
    if not named:
        return datetime.now().astimezone().date().toordinal()
    try:
        return _one_day(named)
    except PhraseError as error:
        raise PhraseError(f"TIMELINE_TODAY: {error.message}", error.hint) from None


def to_edtf(text: str, today: int | None = None) -> str:
    """Return *text* as EDTF; what is EDTF already comes back as it is (2019-21 is refused).

    "c. 2014" is `2014~`, "late Oct 2025" `[2025-10-21..2025-10-31]` (days 1-10,
    11-20, 21 to the end; months 1-4, 5-8, 9-12 of a year), "before 1990"
    `[..1989]`, "since Aug 2025" `2025-08/..`, "since late 1943" `1943-39/..`, "A to B" `A/B`.
    The 19th century
    is its hundred years, `[1801..1900]`, not the 1800s (`18XX`). Without the day
    number *today*, "last month" and its like are refused. Raises PhraseError.
    """
    start, end = parser.read(text, today)
    if end is None:
        return start
    interval = f"{fractions.end_of_span(start)}/{fractions.end_of_span(end)}"
    if not is_edtf(interval):
        raise _too_vague(text, interval)
    return interval


def _too_vague(text: str, interval: str) -> PhraseError:
    """Return the refusal of a span with lists at its ends; the hint is one that says less."""
    wider = "/".join(map(fractions.around, interval.split("/")))
    hint = "write a day, month or year there, as in 2025-10/2025-11"
    if is_edtf(wider):
        hint = f"write {wider}, which is {edtf.parse(wider).describe()}, or a day there"
    return PhraseError(f"{quoted(text)} is vaguer at one end than a span can be", hint)


def to_when(text: str, today: int | None = None) -> edtf.When:
    """Return the date that *text* means, a phrase or EDTF; raises PhraseError."""
    return edtf.parse(to_edtf(text, today))


def span(text: str, today: int | None = None) -> Window:
    """Return the window that "in *text*" asks about, from its first day to its last.

    A vague date counts in full ("late Oct 2025" is 21 to 31 October), and
    `A..B` runs from the first day of A to the last of B; `A..` and `..B` are
    unbounded. Raises PhraseError, also for a time of day and for a date that
    leaves out days between its first and its last (`[2019,2021]`, `XXXX-12-08`).
    """
    first, last = _bounds(text, today)
    return Window(first, last, tidy(text))


def since(text: str, today: int | None = None) -> Window:
    """Return the window from the first day of *text* on; raises PhraseError."""
    return Window(_first(text, today), None, f"since {tidy(text)}")


def after(text: str, today: int | None = None) -> Window:
    """Return the window that begins when all of *text* is over; raises PhraseError."""
    return Window(_last(text, today) + 1, None, f"after {tidy(text)}")


def before(text: str, today: int | None = None) -> Window:
    """Return the window that ends the day before *text* begins; raises PhraseError."""
    return Window(None, _first(text, today) - 1, f"before {tidy(text)}")


def until(text: str, today: int | None = None) -> Window:
    """Return the window up to the last day of *text*; raises PhraseError."""
    return Window(None, _last(text, today), f"until {tidy(text)}")


def _one_day(text: str) -> int:
    """Return the number of the day that *text* names."""
    date = to_edtf(text)
    if not re.fullmatch(r"-?\d{4}-\d{2}-\d{2}", date, re.ASCII):
        hint = "write a whole day, such as 2025-11-30 or 30 Nov 2025"
        raise PhraseError(f"{quoted(text)} is not one single day", hint)
    return edtf.parse(date).earliest_start or 0


def _bounds(text: str, today: int | None) -> tuple[int | None, int | None]:
    """Return the first and the last day that *text* can mean, which has no time of day."""
    questions.refuse_time(text, today)
    return _days(parser.read(text, today, _can_be_asked), text)


def _can_be_asked(said: parser.Reading) -> bool:
    try:
        _days(said, "")
    except PhraseError:
        return False
    return True


def _days(said: parser.Reading, text: str) -> tuple[int | None, int | None]:
    start, end = said
    if end is None:
        return questions.days(start, text)
    return _days_of_end(start, text)[0], _days_of_end(end, text)[1]


def _days_of_end(said: str, text: str) -> tuple[int | None, int | None]:
    if said in {intervals.OPEN, intervals.UNKNOWN}:
        return None, None
    return questions.days(said, text)


def _first(text: str, today: int | None) -> int:
    day = _bounds(text, today)[0]
    if day is None:
        hint = "write the day, month or year to count from"
        raise PhraseError(f"{quoted(text)} has no first day", hint)
    return day


def _last(text: str, today: int | None) -> int:
    day = _bounds(text, today)[1]
    if day is None:
        hint = "write the day, month or year to count to"
        raise PhraseError(f"{quoted(text)} has no last day", hint)
    return day
