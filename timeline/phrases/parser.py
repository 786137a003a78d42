"""Any phrase -> the EDTF of one date, or of the two ends of a stretch of time."""

from collections.abc import Callable
from typing import NamedTuple

from timeline import edtf
from timeline.edtf.parser import is_edtf
from timeline.phrases import abroad, dates, intervals, refusals, relative, synonyms, vocabulary
from timeline.phrases.refusals import PhraseError, Unread, quoted
from timeline.phrases.season_codes import refuse_years
from timeline.phrases.vocabulary import with_right_ordinals


class Reading(NamedTuple):
    """What a phrase says, in EDTF: a date, or a start and an end.

    The ends may be lists such as `[2025-10-21..2025-10-31]`, which no EDTF
    interval can have; `..` is an open end and nothing an unknown one.
    """

    start: str
    end: str | None = None


def read(text: str, today: int | None, fits: Callable[[Reading], bool] = lambda _: True) -> Reading:
    """Return what *text* says; raises PhraseError for all that cannot be read.

    What the hint says to write can be read, and *fits*.
    """
    phrase = vocabulary.tidy(text)
    try:
        return _read(phrase, today)
    except Unread as found:
        part = found.phrase if found.phrase in phrase else phrase  # what was typed is quoted
        raise refusals.unreadable(
            phrase, part, today, lambda other: _reads(other, today, fits)
        ) from None


def _read(phrase: str, today: int | None) -> Reading:
    """Return what a tidy *phrase* says; raises Unread, or PhraseError."""
    if is_edtf(phrase):
        refuse_years(phrase)
        return Reading(phrase)
    english, doubt = abroad.in_english(phrase)
    if not doubt:
        phrase = english
    elif _reads(english, today):
        raise PhraseError(doubt, instead=(english,))
    if (right := with_right_ordinals(phrase)) != phrase and _reads(right, today):
        raise PhraseError(f"{quoted(phrase)} has a misspelt number", instead=(right,))
    return _understood(phrase, today)


def _understood(phrase: str, today: int | None) -> Reading:
    """Return what the rules make of a tidy *phrase*; raises Unread if none of them fits."""
    if len(phrase) > refusals.LONGEST:
        raise Unread(phrase)
    if ends := intervals.split(phrase):
        return _stretch(phrase, ends, today)
    if date := dates.read(phrase, today):
        return Reading(date)
    ends = intervals.split_at_hyphen(phrase)
    # A hyphen proves little: what it parts must be dates, or it is part of a word.
    if ends and all(_reads(end, today) for end in ends):
        return _stretch(phrase, ends, today)
    raise Unread(phrase)


def _stretch(phrase: str, ends: "intervals.Ends", today: int | None) -> Reading:
    """Return both ends in EDTF; raises PhraseError if the first comes after the last."""
    start, end = _end(ends.start, 0, today), _end(ends.end, -1, today)
    first, last = _days(start, -edtf.FAR)[0], _days(end, edtf.FAR)[1]
    if first is None or last is None:
        hint = "write a day, month or year at both ends"
        raise PhraseError(f"{quoted(phrase)} has an end with no limit", hint)
    if first > last:
        hint = "write the year at both ends"
        if ends.start in phrase:
            hint = f"write {ends.end} to {ends.start}, the earlier date first"
        raise PhraseError(f"{quoted(phrase)} ends before it begins", hint)
    return Reading(start, end)


def _days(end: str, far: int) -> edtf.Span:
    """Return the first and last day of an end in EDTF; twice *far* for one without a date."""
    if end in {intervals.OPEN, intervals.UNKNOWN}:
        return far, far
    return edtf.parse(end).written


def _end(phrase: str, side: int, today: int | None) -> str:
    """Return one end in EDTF: of a stretch such as "last week", its first or last day."""
    if phrase in {intervals.OPEN, intervals.UNKNOWN}:
        return phrase
    if stretch := relative.read(phrase, today):
        return stretch.split("/")[side]
    date = dates.read(synonyms.edge(phrase, side), today)
    if date is None or "/" in date:
        raise Unread(phrase)
    return date


def _reads(
    phrase: str, today: int | None, fits: Callable[[Reading], bool] = lambda _: True
) -> bool:
    """Return whether *phrase* can be read, and *fits*."""
    try:
        return fits(_read(phrase, today))
    except (PhraseError, Unread):
        return False
