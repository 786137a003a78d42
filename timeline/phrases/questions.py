"""What a question about time cannot ask for: a time of day, and dates with gaps between them.

A question is about one stretch of days. What `[2019,2021]` or `XXXX-12-08` leaves out
would be found all the same, so they are refused, with what can be asked instead; and so
is a time, with its day.
"""

import re
from typing import Final

from timeline.edtf import FAR, Precision, When, day_number, iso, parse
from timeline.phrases import parser
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.season_codes import part_in_words
from timeline.phrases.vocabulary import tidy
from timeline.phrases.windows import Window

_HALF_OF_DAY: Final = r"\s?[ap]\.?m\.?"
_ZONE: Final = r"(?:\s?(?:Z|UTC|GMT)|\s?[+-]\d\d(?::?\d\d)?)?"
_CLOCK: Final = (
    rf"(?<=\d)T\d\d?(?::?\d\d){{0,2}}(?:\.\d+)?{_ZONE}\b"
    rf"|,?\s(?:at\s)?\d\d?(?:(?::\d\d){{1,2}}(?:\.\d+)?(?:{_HALF_OF_DAY})?{_ZONE}|{_HALF_OF_DAY})"
)
_ONE_BY_ONE: Final = "ask for its dates one by one"
_ANY_YEAR_DAY: Final = r"(?a:[-\dX]*X[-\dX]*-(\d\d-\d\d))"
_RECENT: Final = day_number(2000, 1, 1)


def refuse_time(text: str, today: int | None) -> None:
    """Refuse a question *text* that is a date but for its times of day."""
    phrase = tidy(text)
    if phrase.isdigit():  # a year, which is asked for most
        return
    days = re.sub(_CLOCK, "", phrase, flags=re.ASCII | re.IGNORECASE).strip()
    if days == phrase:
        return
    try:
        parser.read(days, today)
    except PhraseError:
        return
    message = f"{quoted(phrase)} has a time, and questions are about days"
    raise PhraseError(message, instead=(days,))


def days(edtf: str, text: str) -> tuple[int | None, int | None]:
    """Return the first and last day of a date in EDTF, as it is written; *text* is what was typed.

    Raises PhraseError where not all days between are meant.
    """
    when = parse(edtf)
    if when.has_gaps:
        message = f"{quoted(text)} leaves out days between its first and its last"
        raise PhraseError(message, _instead(when))
    return when.written


def _instead(when: When) -> str:
    """Return what to ask instead of a date with gaps."""
    if when.kind == "date":
        if found := re.fullmatch(_ANY_YEAR_DAY, re.sub("[?~%]", "", when.text)):
            return f"`timeline on {found[1]}` shows what happened on a day of any year"
        return f"write one of them, such as {_example(when)}, or a period without a gap"
    first, last = when.written
    if first is None or last is None:
        return _ONE_BY_ONE
    return f"write {Window(first, last, '').describe()} for all of that time, or {_ONE_BY_ONE}"


def _example(when: When) -> str:
    """Return one date that *when* may mean, as exact as it is: of this century, if it can be."""
    [part] = when.meant
    first, _ = part.nearest(_RECENT) or part.nearest(-FAR) or (_RECENT, None)
    plain = re.sub("[?~%]", "", when.text)
    whole = iso(first or _RECENT)
    if when.precision is Precision.DAY:
        return whole
    year, month, _ = whole.rsplit("-", 2)
    if when.precision is Precision.YEAR:
        return year
    if when.precision is Precision.MONTH:
        return f"{year}-{month}"
    return part_in_words(f"{year}-{plain[-2:]}")
