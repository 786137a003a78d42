"""A time of day in a question, which is about days: refused, with the day."""

import re

from timeline.phrases import parser
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import tidy

_HALF_OF_DAY = r"\s?[ap]\.?m\.?"
_ZONE = r"(?:\s?(?:Z|UTC|GMT)|\s?[+-]\d\d(?::?\d\d)?)?"
_CLOCK = (
    rf"(?<=\d)T\d\d?(?::?\d\d){{0,2}}(?:\.\d+)?{_ZONE}\b"
    rf"|,?\s(?:at\s)?\d\d?(?:(?::\d\d){{1,2}}(?:\.\d+)?(?:{_HALF_OF_DAY})?{_ZONE}|{_HALF_OF_DAY})"
)


def refuse_time(text: str, today: int | None) -> None:
    """Refuse a question *text* that is a date but for its times of day."""
    phrase = tidy(text)
    days = re.sub(_CLOCK, "", phrase, flags=re.ASCII | re.IGNORECASE).strip()
    if days == phrase:
        return
    try:
        parser.read(days, today)
    except PhraseError:
        return
    message = f"{quoted(phrase)} has a time, and questions are about days"
    raise PhraseError(message, instead=(days,))
