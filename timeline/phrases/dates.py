"""One date in words -> EDTF: the rules, of which the first that matches decides.

A rule gets the match of its pattern and today, and returns EDTF; or None where
it does not fit after all; or it raises PhraseError where the words are clear
and the date is not. Deciding at once also keeps long nestings of words cheap.
"""

import re
from collections.abc import Callable

from timeline import edtf
from timeline.edtf.months import short
from timeline.edtf.parser import is_edtf
from timeline.phrases import alternatives, fractions, month_names, relative, weeks
from timeline.phrases.double_years import DOUBLE_YEAR, is_next, single
from timeline.phrases.intervals import completed
from timeline.phrases.qualifiers import marked
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.season_codes import refuse_years
from timeline.phrases.synonyms import plainer
from timeline.phrases.vocabulary import (
    CENTURY,
    DOUBT,
    ERA_YEAR,
    HALF,
    HALF_CODES,
    PART,
    QUARTER,
    QUARTER_CODES,
    SEASON,
    SEASONS,
    TWO_YEAR_WINTER,
    YEAR,
    match,
    year_number,
    year_text,
    year_words,
)

Rule = Callable[[re.Match[str], int | None], str | None]
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
ORDINAL = f"(?:{'|'.join(ORDINALS)}|1st|2nd|3rd|4th)"
SHARES = {"half": 2, "quarter": 4}
WHOLE_YEAR = r"-?\d{4}"
WHOLE_MONTH = rf"{WHOLE_YEAR}-(?:0[1-9]|1[0-2])"
WHOLE_DAY = rf"{WHOLE_MONTH}-\d\d"


def read(phrase: str, today: int | None) -> str | None:
    """Return the EDTF of one date in words, None if no rule fits.

    Raises PhraseError for what is understood and cannot be a date: 29 February
    of a common year, 8/9/2025, "last week" without *today*.
    """
    if is_edtf(phrase):
        refuse_years(phrase)
        return phrase
    if plain := plainer(phrase):
        return read(plain, today)
    for pattern, rule in RULES:
        if found := match(pattern, phrase):
            return _if_edtf(rule(found, today))
    return None


def _if_edtf(text: str | None) -> str | None:
    if text is None or not is_edtf(text):
        return None
    return text


def _slashes(found: re.Match[str], _today: int | None) -> None:
    """Refuse `8/9/2025`: day and month are for the writer to tell apart."""
    one, two, year = found[1].zfill(2), found[2].zfill(2), found[3]
    readings = dict.fromkeys((f"{year}-{two}-{one}", f"{year}-{one}-{two}"))
    dates = [date for date in readings if is_edtf(date) and match(WHOLE_DAY, date)]
    if not dates:
        return
    names = [f"{int(date[8:])} {short(int(date[5:7]))} {year}" for date in dates]
    if len(dates) == 1:
        message = f"cannot read {quoted(found[0])} as a date"
        raise PhraseError(message, instead=(dates[0], names[0]))
    message = f"{quoted(found[0])} can be read in two ways"
    hint = f"write {dates[0]} ({names[0]}) or {dates[1]} ({names[1]})"
    raise PhraseError(message, hint)


def _month_of_year(found: re.Match[str], _today: int | None) -> str | None:
    """Return the month of `12/2014`."""
    return f"{found[2]}-{found[1].zfill(2)}"


def _year_and_month(found: re.Match[str], _today: int | None) -> str | None:
    """Return the month of `2022/04`; but `2010/11` may be two years."""
    year, month = found[1], found[2].zfill(2)
    if not "01" <= month <= "12":
        return None
    other = f"{int(year) + 1:04}"
    may_be_years = other.endswith(found[2])
    if len(found[2]) > 1:
        other = year[:2] + found[2]
        may_be_years = other > year
    if not may_be_years:
        return f"{year}-{month}"
    message = f"{quoted(found[0])} may be years or a month"
    hint = f"write {year}..{other} for the years or {year}-{month} for the month"
    raise PhraseError(message, hint)


def _approximate(found: re.Match[str], today: int | None) -> str | None:
    named = read(found[1], today)
    return None if named is None else marked(named, "~")


def _uncertain(found: re.Match[str], today: int | None) -> str | None:
    named = read(found[1], today)
    return None if named is None else marked(named, "?")


def _part(found: re.Match[str], today: int | None) -> str | None:
    """Return the early, middle or late part of a month, a year, a season, a decade, a century."""
    part, whole = found[1].lower(), read(found[2], today) or ""
    date = fractions.third(part, whole)
    if date and part != "early" and match(rf"(?:the )?winter(?: of)? {YEAR}", found[2]):
        raise _two_winters(found[0], date)
    return date


def _two_winters(phrase: str, month: str) -> PhraseError:
    """Return why a *phrase* such as `late winter 1940` is refused, whose later *month* is given."""
    year, number, _ = edtf.calendar_date(edtf.parse(month).earliest_start or 0)
    readings = tuple(f"{short(number)} {year_words(each)}" for each in (year - 1, year))
    return PhraseError(f"{quoted(phrase)} may be of two winters", instead=readings)


def _share(found: re.Match[str], today: int | None) -> str | None:
    """Return a half or a quarter of a century, a decade or a month."""
    number, of = _ordinal(found[1].lower()), SHARES[found[2].lower()]
    whole = read(found[3], today)
    return None if whole is None or number > of else fractions.share(number, of, whole)


def _ordinal(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else ORDINALS[word]


def _either(found: re.Match[str], today: int | None) -> str | None:
    """Return one of several dates: `1940 or 1941`."""
    return alternatives.one_of([read(each, today) for each in alternatives.split(found[0])])


def _before(found: re.Match[str], today: int | None) -> str | None:
    """Return some day before or after a date, outside it."""
    named = read(found[2], today)
    if named is None:
        return None
    first, last = edtf.parse(named).written
    if found[1].lower() == "before":
        return None if first is None else f"[..{_cut(first - 1, named)}]"
    return None if last is None else f"[{_cut(last + 1, named)}..]"


def _cut(day: int, named: str) -> str:
    """Return a day as a year, a month or a day, and qualified, as *named* is."""
    year, month, day_of_month = edtf.calendar_date(day)
    plain, mark = named, ""
    if named[-1] in "?~%":
        plain, mark = named[:-1], named[-1]
    if match(r"-?[\dX]{4}|Y.*", plain):
        return year_text(year) + mark
    if match(WHOLE_MONTH, plain):
        return f"{year_text(year)}-{month:02}{mark}"
    return f"{year_text(year)}-{month:02}-{day_of_month:02}{mark}"


def _between(found: re.Match[str], today: int | None) -> str | None:
    """Return some day from one date to another, which lends its month or year to the first."""
    left, right = completed(found[1], found[2])
    first = alternatives.outermost(read(left, today), 0)
    last = alternatives.outermost(read(right, today), -1)
    if first is None or last is None or first == last:
        return first and last
    start, end = edtf.parse(first).earliest_start, edtf.parse(last).latest_end
    if start is not None and end is not None and start > end:
        hint = "write the earlier date first, and both in full"
        raise PhraseError(f"{quoted(found[0])} ends before it begins", hint)
    return f"[{first}..{last}]"


def _or_later(found: re.Match[str], today: int | None) -> str | None:
    """Return some day of a date, or on one side of it."""
    named = read(found[1], today)
    if named is None:
        return None
    if found[2].lower() == "later":
        return f"[{alternatives.outermost(named, 0)}..]"
    return f"[..{alternatives.outermost(named, -1)}]"


def _decade(found: re.Match[str], _today: int | None) -> str:
    """Return the 1990s; but the 1900s may be ten years or a hundred."""
    decade, century = found[1], found[1][:2]
    if decade[2] != "0":
        return f"{decade}X"
    hint = f"write {decade}X for {decade}0 to {decade}9, {century}XX for {century}00 to {century}99"
    raise PhraseError(f"{quoted(found[0])} may be a decade or a century", hint)


def _century(found: re.Match[str], _today: int | None) -> str | None:
    """Return one of the hundred years that the 19th century has: 1801 to 1900."""
    last = 100 * int(found[1])
    if not last:
        return None
    first, last = (1 - last, 100 - last) if found[2] else (last - 99, last)
    return f"[{year_text(first)}..{year_text(last)}]"


def _season(found: re.Match[str], _today: int | None) -> str | None:
    return _coded(found[2], SEASONS[found[1].lower()])


def _two_year_winter(found: re.Match[str], _today: int | None) -> str | None:
    """Return the winter of 2018-19, which begins in 2018."""
    if not is_next(found[1], found[2]):
        return None
    return _coded(found[1], SEASONS["winter"])


def _double_year(found: re.Match[str], today: int | None) -> str | None:
    return read(single(found), today)


def _division(found: re.Match[str], _today: int | None) -> str | None:
    """Return a quarter (33 to 36) or a half (40, 41)."""
    words = found["part"].lower()
    digits = re.search("[1-4]", words)
    number = int(digits[0]) if digits else ORDINALS[words.split()[-2]]
    codes = HALF_CODES if match(HALF, words) else QUARTER_CODES
    return _coded(found["year"], codes + number)


def _coded(words: str, code: int) -> str | None:
    """Return a part of the year in *words* that EDTF has a number for."""
    year = year_number(words)
    return None if year is None else f"{year_text(year)}-{code}"


def _era_year(found: re.Match[str], _today: int | None) -> str | None:
    year = year_number(found[0])
    return None if year is None else year_text(year)


def _named_day(found: re.Match[str], today: int | None) -> str | None:
    return relative.read(found[0], today) or month_names.read(found[0])


RULES: tuple[tuple[str, Rule], ...] = (
    (r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", _slashes),
    (r"(\d{1,2})[-./](\d{4})", _month_of_year),
    (r"(\d{4})/(\d{1,2})", _year_and_month),
    (r"(before|after) (.+)", _before),
    (r"between (?:the )?(.+?) and (?:the )?(.+)", _between),
    (rf"{DOUBT},? (?:the )?(.+)", _uncertain),
    (rf"(.+?),? \(?{DOUBT}\)?", _uncertain),
    (r"(.+) or (later|earlier)", _or_later),
    (r"(?:ca?\. ?|(?:ca?|circa|about|around) |ca?(?=\d))(?:the )?(.+)", _approximate),
    (r"(.+?) ?(?:\?|\(\?\))", _uncertain),
    (r"(.+?[^?~%]) ?~", _approximate),
    (r".+ or .+", _either),
    (rf"({PART})[- ](.+)", _part),
    (weeks.WEEK, weeks.read),
    (r"(?:the )?(\d{3})0'?s", _decade),
    (rf"(?:the )?{CENTURY}", _century),
    (rf"(?:the )?({SEASON})(?: of)? ({YEAR})", _season),
    (TWO_YEAR_WINTER, _two_year_winter),
    (DOUBLE_YEAR, _double_year),
    (rf"(?P<part>{QUARTER}|{HALF})(?: of)? (?P<year>{YEAR})", _division),
    (rf"(?P<year>{YEAR})[- ](?P<part>{QUARTER}|{HALF})", _division),
    (rf"(?:the )?({ORDINAL}) (half|quarter) of (?:the )?(.+)", _share),
    (ERA_YEAR, _era_year),
    (".+", _named_day),
)
