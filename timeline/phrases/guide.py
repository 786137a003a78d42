"""What can be written for a date, for people: shown by `timeline help dates`.

What stands beside a form, in EDTF and in days, is what the program makes of it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from timeline import edtf, phrases
from timeline.edtf import When
from timeline.phrases.windows import Window

FORMS: Final[Mapping[str, Sequence[str]]] = {
    "Exactly": ("26 Oct 2025", "Aug 2025, 8/2025", "2019", "44 BCE"),
    "Some day in a part of time": (
        *("spring 2001", "winter 2018-19", "Q3 2025, 2025q3", "first half of 1939"),
        *("week 5 of 2020", "1930s", "19th century", "early 2019", "late 1930s"),
        *("end of May 1940", "late summer 1940", "between 1940 and 1943", "1940 or 1943"),
        *("before 1943", "by 1943", "1943 or later"),
    ),
    "About and perhaps": ("c. 2014, about 2014", "2014?, probably 2014"),
    "For a while": (
        "1940 to late 1943",
        "since Aug 2025",
        "until 1985",
        "1985 - ?",
    ),
}
"""The forms that are shown, by what they say; of two on one line the first is explained."""

EDTF_ALONE: Final = ("2014%", "{1940,1943}", "{2018..2020}")
"""Forms for which there are no words."""

RELATIVE: Final = ("today", "Friday", "two weeks ago", "last month", "this quarter", "last 30 days")
"""Forms that are counted from today."""

REFUSED: Final = ("8/9/2025", "26 Oct 25", "the 1900s", "2019-21")
"""Forms that can be read in two ways."""

_HEAD: Final = """\
A date is as vague as what is known. Words are understood by `add`, in
questions and in tables that are imported; an event file has the EDTF of them.

"""
_FOOT: Final = f"""

A question about all of these days is answered by yes; about some of them by
maybe, or by yes where it surely went on; after "perhaps" by maybe at best. With
~ it is one more at each side of what it is exact to: a day, a month, a year …
Counted from today, so in questions alone: {", ".join(RELATIVE[:3])},
{", ".join(RELATIVE[3:])}.
Refused with both readings: {", ".join(REFUSED)}.
Months may be in French, Spanish, Portuguese, Italian, German or Russian.
Where only the order is known, a link stands for the date (after, before or
during): `timeline add --after EVENT`; in a file links: [{{after: ID}}].
How to ask for a time: `timeline help query`.
"""


def guide() -> str:
    """Return the help on dates: lines of at most 80 characters, a screen and a half of them."""
    lines: list[str] = []
    for heading, words in FORMS.items():
        lines += [heading, *map(form, words)]
    lines += ["In EDTF alone", *(_line("", text, meaning(text)) for text in EDTF_ALONE)]
    return _HEAD + "\n".join(lines) + _FOOT


def form(words: str) -> str:
    """Return the line on a form of date: its words, its EDTF, and what it means."""
    text = phrases.to_edtf(words.partition(", ")[0])
    return _line(words, text, meaning(text))


def meaning(text: str) -> str:
    """Return what a date in EDTF means, in words: `1940–1943`, `perhaps 2014`."""
    when = edtf.parse(text)
    doubt = "perhaps " if any(part.doubted for part in when.meant) else ""
    if when.kind == "interval":
        return f"{doubt}{_while(when)}"
    if when.kind == "all-of":
        return f"{doubt}{when.describe(long=True)}"
    return f"{doubt}{_day(when)}"


def _line(words: str, text: str, means: str) -> str:
    return f"  {words:<23} {text:<25} {means}".rstrip()


def _while(when: When) -> str:
    """Return from when to when it lasted, of a span."""
    first, last = _days(*when.start), _days(*when.end)
    if when.start_kind == "open":
        return f"until {last}, begun before"
    if when.start_kind == "unknown":
        return f"until {last}, start unknown"
    if when.end_kind == "open":
        return f"from {first}, going on"
    if when.end_kind == "unknown":
        return f"from {first}, end unknown"
    return f"from {first} to {last}"


def _day(when: When) -> str:
    """Return on which days it may lie, of a date that means one of several."""
    days = [_days(*part.possible) for part in when.meant]
    if when.one_day is not None:
        return days[0]
    return " or ".join(days)


def _days(first: int | None, last: int | None) -> str:
    return Window(first, last, "").describe()
