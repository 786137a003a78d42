"""For formats with exact dates only: the days nearest to a vague one, and the way back by words.

`days` gives the first and last day to write beside the words people use for the date.
`in_words` reads such words again, and believes them only where the days written beside
them are still those that the words mean.
"""

from typing import Final

from timeline import phrases
from timeline.edtf import When

AS_NOTE: Final = "date, note: the nearest days are written; its words come back as a note"
_LONGEST: Final = 200  # characters of a date in words


def days(date: When, as_of: int | None = None) -> tuple[int, int]:
    """Return the first and the last day of *date*, as day numbers.

    An end that is open or unknown is where it is known to have been still going on: at
    *as_of*, if it may last so long; a start without bound is the first day that is known.
    """
    known = (date.earliest_start, date.earliest_end, date.latest_end, date.latest_start)
    start = next(day for day in known if day is not None)
    if date.latest_end is not None:
        return start, date.latest_end
    last = start
    if date.latest_start is not None:
        last = max(last, date.latest_start)
    if as_of is not None and _is_going_on(date):
        last = max(last, as_of)
    return start, last


def in_words(words: str, first: int, last: int) -> str | None:
    """Return the EDTF of a date in *words* that spans the days *first* to *last*, else None.

    What the words say to be going on may have been drawn up to any day.
    """
    if not words or len(words) > _LONGEST:
        return None
    try:
        date = phrases.to_when(words)
    except phrases.PhraseError:
        return None
    begin, end = days(date)
    may_be_longer = _is_going_on(date) and end <= last
    if begin != first or not (end == last or may_be_longer):
        return None
    return date.text


def _is_going_on(date: When) -> bool:
    return date.kind == "interval" and date.end_kind == "open"
