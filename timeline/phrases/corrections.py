"""What a phrase that cannot be read was probably meant to be: the same in words that can.

Each rule is a pattern and what stands for it. Whatever comes of a rule is only a hint if it
can be read itself, so no hint leads to another refusal.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from timeline import edtf
from timeline.edtf.months import month_named
from timeline.edtf.parser import is_edtf
from timeline.phrases.vocabulary import (
    AFTER_CHRIST,
    BEFORE_CHRIST,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEKDAY,
    contains,
    match,
    with_right_ordinals,
)

_DASH = r" ?[-–] ?"
_NTH = r"(?:st|nd|rd|th)?"
_DAYS = (
    rf"(?P<day>\d{{1,2}}){_NTH} (?:of )?(?P<month>{MONTH})\.?,? (?P<year>\d{{4}})",
    rf"(?P<month>{MONTH})\.? (?P<day>\d{{1,2}}){_NTH},? (?P<year>\d{{4}})",
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
)
_SIGNS = {">": "after", "<": "before", ">=": "since", "<=": "until", "=": ""}

_FEASTS = {
    "christmas eve": "24 Dec",
    "christmas(?: day)?": "25 Dec",
    "boxing day": "26 Dec",
    "new year's eve": "31 Dec",
    "new year(?:'s day)?": "1 Jan",
}
_FEAST = "|".join(_FEASTS)
_DECADES = (
    *("twenties", "thirties", "forties", "fifties"),
    *("sixties", "seventies", "eighties", "nineties"),
)
_CENTURIES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
_TIME_OF_DAY = "(?:morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk)"
_SUNDAY, _WEEK = 6, 7

Build: TypeAlias = Callable[[re.Match[str]], str]


def meant(phrase: str, reads: Callable[[str], bool]) -> str:
    """Return what *phrase* was probably meant to be; "" if nothing comes near that *reads*."""
    return next((text for text in _rewritten(phrase) if text != phrase and reads(text)), "")


def _rewritten(phrase: str) -> Iterator[str]:
    yield unicodedata.normalize("NFKC", phrase)  # digits of other scripts
    for pattern, build in _RULES:
        if found := match(pattern, phrase):
            yield with_right_ordinals(" ".join(build(found).split()))


def _template(text: str) -> Build:
    return lambda found: found.expand(text)


def _years(found: re.Match[str]) -> str:
    """Return `c. 1860-70` with both years in full; with a month, `1711-12` is a double year."""
    before, century, first, last, after = found.groups("")
    if contains(MONTH, before):
        return f"{before}{century}{first}/{last}{after}"
    return f"{before}{century}{first}–{century}{last}{after}" if last > first else ""


def _signed(found: re.Match[str]) -> str:
    return f"{_SIGNS[found[1].replace('=>', '>=').replace('=<', '<=')]} {found[2]}"


def _listed(found: re.Match[str]) -> str:
    """Return several dates of EDTF as a list: of `and` all, else one of them."""
    parts = ",".join(re.split(r" and | or |, ?", found[0]))
    return f"{{{parts}}}" if " and " in found[0] else f"[{parts}]"


def _feast(found: re.Match[str]) -> str:
    """Return the day of a feast that is the same in every year."""
    before, named, year = found.groups()
    day = next(day for feast, day in _FEASTS.items() if match(feast, named))
    return f"{before}{day} {year}"


def _decade(found: re.Match[str]) -> str:
    tens = _DECADES.index(found[2].lower()) + 2
    return f"{found[1]}19{tens}0s"


def _century(found: re.Match[str]) -> str:
    number = _CENTURIES.index(found[2].lower()) + 1
    return f"{found[1]}{number}th century{found[3]}"


def _ungrouped(found: re.Match[str]) -> str:
    """Return a year of `10,000 BC` without its comma."""
    return found[0].replace(",", "")


def _week(found: re.Match[str]) -> str:
    """Return the seven days of `the week of 10 November 2025`: from Monday on.

    From the day itself if it is a Sunday, with which weeks begin elsewhere, or is said
    to be the first.
    """
    first = _day(found[2])
    if first is None:
        return ""
    weekday = (first - 1) % _WEEK
    if found[1].lower() == "of" and weekday < _SUNDAY:
        first -= weekday
    return f"[{edtf.iso(first)}..{edtf.iso(first + _WEEK - 1)}]"


def _day(text: str) -> int | None:
    """Return the number of the day that *text* names with its year; None for any other."""
    for pattern in _DAYS:
        if found := match(pattern, text):
            month = month_named(found["month"]) or found["month"]
            text = f"{found['year']}-{month:0>2}-{found['day']:0>2}"
    return edtf.parse(text).earliest_start if is_edtf(text) and match(_DAYS[-1], text) else None


def _two_months(found: re.Match[str]) -> str:
    first, _, second, year = found.groups()
    numbers = [month_named(name) or 0 for name in (first, second)]
    return _two(found.groups(), numbers, [f"{year}-{number:02}" for number in numbers])


def _two_days(found: re.Match[str]) -> str:
    first, _, second, rest = found.groups()
    name, year = rest.replace(",", " ").split()
    days, month = [int(first), int(second)], month_named(name) or 0
    return _two(found.groups(), days, [f"{year}-{month:02}-{day:02}" for day in days])


def _two(parts: Sequence[str], numbers: Sequence[int], dates: Sequence[str]) -> str:
    """Return two dates that are written with a sign: a span of neighbours, else both or one."""
    first, sign, second, rest = parts
    if numbers[1] - numbers[0] == 1:
        return f"{first} to {second} {rest}"
    each = ",".join(dates)
    return f"[{each}]" if sign == "/" else f"{{{each}}}"


def _joined(found: re.Match[str]) -> str:
    return "".join(found[0].split())


def _timed(found: re.Match[str]) -> str:
    """Return the EDTF of a day with a named month and a time of day."""
    day, named, year, hour, minute = found.groups()
    month = month_named(named) or 0
    return f"{year}-{month:02}-{int(day):02}T{int(hour):02}:{minute}"


_RULES: tuple[tuple[str, Build], ...] = (
    (r"([<>]=?|=[<>]?) ?(.+)", _signed),
    (r"(?:throughout|(?:all|the whole) (?:of|through)) (\d{4})", _template(r"Jan \1 to Dec \1")),
    (r"(?:throughout|(?:all|the whole) (?:of|through)) (?:the )?(.+)", _template(r"\1")),
    (r"at (?:the )?least (.+)", _template(r"\1 or later")),
    (r"at (?:the )?most (.+)", _template(r"\1 or earlier")),
    (r"(.*)\bat (?:the )?(?:least|most) (.+)", _template(r"\1\2")),
    (r"as (?:of|from) (.+)", _template(r"since \1")),
    (rf"(.+?)(?:{_DASH}| (?:to|until|till|through|and))", _template(r"since \1")),
    (rf"(?:{_DASH}|(?:to|till) )(.+)", _template(r"until \1")),
    (r"[^-].*\d.*", _joined),
    (r"(?:in |on |at |of |during |for )*(?:the )?(?:year |month of )?(.+)", _template(r"\1")),
    (r"[\[({<\"'“‘«](.+?)[\])}>\"'”’»]?", _template(r"\1")),
    (r"(.+?)[\])}>\"'”’».,;:!]+", _template(r"\1")),
    (r"now|(?:the )?present", _template("today")),
    (r".*[ol].*", lambda found: found[0].translate(str.maketrans("OoIl", "0011"))),
    (r"(\d{4}-\d\d-\d\d) (\d\d:.+)", _template(r"\1T\2")),
    (r"(\d{4}-\d\d-\d\d) (\d:.+)", _template(r"\1T0\2")),
    (rf"(\d{{1,2}}) ({MONTH}),? (\d{{4}}),? (?:at )?(\d{{1,2}}):(\d\d)", _timed),
    (r"(?:the |year[- ])?(end|beginning|start|middle) (?:in )?(.+)", _template(r"\1 of \2")),
    (rf"(.*?)(\d\d)(\d\d){_DASH}(\d\d)(\b.*)", _years),
    (r"(.+?) ?(?:\.{3,}|…|:) ?(.+)", _template(r"\1..\2")),
    (r"(.*[a-z].*?)/(.+)", _template(r"\1 to \2")),
    (r"(\d{4})[ _\\.:](\d\d)[ _\\.:](\d\d)", _template(r"\1-\2-\3")),
    (r"(\d{4})[ _\\.:](\d)[ _\\.:](\d\d)", _template(r"\1-0\2-\3")),
    (r"(\d{4}-\d\d-)(\d\d)(?: ?[-–] ?)(\d\d)", _template(r"\1\2..\1\3")),
    (rf"(.+?)( ?{BEFORE_CHRIST})({_DASH}| to )(\d+)", _template(r"\1\2\3\4 CE")),
    (r"(?:(early|mid|late)[- ])?(?:the )?'?([1-9])0'?s", _template(r"\1 19\g<2>0s")),
    (rf"(.*?)(?:the )?({'|'.join(_DECADES)})", _decade),
    (rf"(.*?)({'|'.join(_CENTURIES)})[- ]century(.*)", _century),
    (rf"(.*?)\d{{1,3}}(?:,\d{{3}})+ ?(?:{BEFORE_CHRIST}|{AFTER_CHRIST})(.*)", _ungrouped),
    (rf"(.*?)(?:the )?({_FEAST})(?: of|,)? (\d{{4}})", _feast),
    (rf"(?:the )?week (of|beginning|starting)(?: on)? (?:the |{WEEKDAY},? )?(.+)", _week),
    (rf"(?:the )?(?:early |late )?{_TIME_OF_DAY}(?: of| on)? (?:the )?(.+)", _template(r"\1")),
    (rf"(.+?),?(?: in the| at)? {_TIME_OF_DAY}", _template(r"\1")),
    (r"(?:a |one )?fortnight ago", _template("2 weeks ago")),
    (r"(?:the )?c\.? ?(\d{1,2})", _template(r"\1th century")),
    (
        rf"(.*?)(\d{{1,2}}(?:st|nd|rd|th))[ -]?c(?:ent)?\.?( {BEFORE_CHRIST})?",
        _template(r"\1\2 century\3"),
    ),
    (r"(?:the )?(\d{1,2}(?:st|nd|rd|th))-century", _template(r"\1 century")),
    (rf"(\d{{4}})[ ,-]*({SEASON}|{QUARTER}|{HALF})", _template(r"\2 \1")),
    (rf"({SEASON}|{QUARTER}|{HALF})[/,-] ?(\d{{4}})", _template(r"\1 \2")),
    (r"(?:the )?(\d{3})0'?s and (?:the )?(\d{3})0'?s", _template(r"\g<1>0 to \g<2>9")),
    (r"([-\d~?%X]{4,})((?:, ?| or | and )[-\d~?%X]{4,})+", _listed),
    (r"(?:the )?past (week|month|year)", _template(r"last \1")),
    (rf"({MONTH})\.?(/|\.| and | & )({MONTH})\.? (\d{{4}})", _two_months),
    (rf"(\d{{1,2}})(/| and | & )(\d{{1,2}}) ({MONTH},? \d{{4}})", _two_days),
)
