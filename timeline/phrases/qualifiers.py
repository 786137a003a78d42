"""What *about* and *perhaps* make of a date: its EDTF with `~`, `?` or `%`.

A list takes the sign at each of its dates, for EDTF has none for a list: about mid-2026
is `[2026-05~..2026-08~]`.
"""

import re

_MEMBER = r"[-+\dXYESTZ:]+[?~%]?"


def marked(text: str, mark: str) -> str | None:
    """Return a date in EDTF with a qualifier more; None for a span, whose ends have their own.

    >>> marked("2014", "~"), marked("2014~", "?"), marked("[..1943]", "?")
    ('2014~', '2014%', '[..1943?]')
    """
    if "/" in text:
        return None
    if text[0] in "[{":
        return re.sub(_MEMBER, lambda found: _one(found[0], mark), text)
    return _one(text, mark)


def _one(date: str, mark: str) -> str:
    if date[-1] not in "?~%":
        return date + mark
    return date if date[-1] == mark else f"{date[:-1]}%"
