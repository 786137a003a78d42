"""What a phrase that cannot be read was probably meant to be: the same in words that can.

Each rule is a pattern and what stands for it. Whatever comes of a rule is only a hint if it
can be read itself, so no hint leads to another refusal.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import TypeAlias

from timeline.edtf.months import month_named
from timeline.phrases.vocabulary import (
    BEFORE_CHRIST,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    contains,
    match,
    with_right_ordinals,
)

_DASH = r" ?[-–] ?"
_SIGNS = {">": "after", "<": "before", ">=": "since", "<=": "until", "=": ""}

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
    (r"(?:the )?'?([1-9])0'?s", _template(r"19\g<1>0s")),
    (r"(?:the )?c\.? ?(\d{1,2})", _template(r"\1th century")),
    (r"(?:the )?(\d{1,2}(?:st|nd|rd|th))[ -]?c(?:ent)?\.?", _template(r"\1 century")),
    (r"(?:the )?(\d{1,2}(?:st|nd|rd|th))-century", _template(r"\1 century")),
    (rf"(\d{{4}})[ ,-]*({SEASON}|{QUARTER}|{HALF})", _template(r"\2 \1")),
    (rf"({SEASON}|{QUARTER}|{HALF})[/,-] ?(\d{{4}})", _template(r"\1 \2")),
    (r"(?:the )?(\d{3})0'?s and (?:the )?(\d{3})0'?s", _template(r"\g<1>0 to \g<2>9")),
    (r"([-\d~?%X]{4,})((?:, ?| or | and )[-\d~?%X]{4,})+", _listed),
    (r"(?:the )?past (week|month|year)", _template(r"last \1")),
    (rf"({MONTH})(?:[/.]| and )({MONTH}) (\d{{4}})", _template(r"\1 to \2 \3")),
    (rf"(\d{{1,2}})(?:/| and )(\d{{1,2}}) ({MONTH},? \d{{4}})", _template(r"\1 to \2 \3")),
)
