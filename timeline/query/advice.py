"""What is not a term, but plainly meant as one → the term to write instead.

People write `status!=denied`, `tag=arms`, `date>=2023`, `sources=>2` or `sources >= 2`.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from timeline import phrases
from timeline.edtf import iso
from timeline.errors import TimelineError
from timeline.query.fields import FIELDS, MEASURES
from timeline.query.terms import typed_value

_NEGATED: Final = ("!=", "<>", ":!=", ":<>")
# The comparison that a mark is meant to be.
_MEANT: Final = {":>=": ">=", "=>": ">=", ":<=": "<=", "=<": "<=", ":>": ">", ":<": "<"}
_EQUAL: Final = ("=", ":", "==", ":=", ":==")
_WHOLE: Final = ("==", ":=", ":==")
# The field that asks for the time which a comparison is meant to have.
_TIMES: Final = ("date", "year", "on", "since", "until", "before", "after")
TIMES: Final = (*_TIMES, "known")
"""The fields that ask about time."""

_ONE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "actor": ("who", "whom", "person", "people", "participant", "party", "character"),
    "place": ("where", "location", "city", "town", "region", "venue", "at"),
    "date": ("when", "during", "day", "month", "time", "period", "decade", "century"),
    "since": ("from", "start", "starting", "begin"),
    "until": ("to", "end", "ending", "till", "through"),
    "source": ("publisher", "publication", "outlet", "paper", "newspaper", "author", "cites"),
    "arc": ("story", "thread", "chapter", "plot"),
    "tag": ("keyword", "label", "category", "topic", "subject", "about"),
    "kind": ("type",),
    "title": ("name", "headline", "event"),
    "text": ("summary", "description", "content", "words", "search"),
    "note": ("comment", "remark", "quote"),
    "by": ("says", "said", "speaker", "claims"),
}
OTHERWISE: Final[Mapping[str, tuple[str, ...]]] = {
    "country": ("actor", "place"),
    "in": ("date", "place"),
    "state": ("actor", "place", "status"),
    **{word: (field,) for field, words in _ONE_OF.items() for word in words},
}
"""What people call a field, and the fields that they may mean."""

_WHEN: Final[Mapping[str, str]] = {
    ">=": "since",
    ">": "after",
    "<=": "until",
    "<": "before",
}


def instead(name: str, mark: str, value: str, today: int) -> str:
    """Return the term that means what *name*, *mark* and *value* were to say; "" for none.

    *today* is a day number: dates may depend on it.
    """
    if mark in _NEGATED:
        term = instead(name, "=", value, today)
        return f"not {term}" if term else ""
    mark = _MEANT.get(mark, mark)
    if mark in _EQUAL:
        name = one_of(name, value) or name
    if name in MEASURES:
        compared = "=" if mark in _EQUAL else mark
        return f"{name}{compared}{value}"
    if name in _TIMES:
        return f"{_WHEN.get(mark, name)}:{typed_value(value)}"
    if name == "known":
        return _known(mark, value, today)
    if name not in FIELDS:
        return ""
    whole = "=" if mark in _WHOLE else ""
    return f"{name}:{whole}{typed_value(value)}"


def one_of(name: str, value: str) -> str:
    """Return the field that is meant by `actors:russia`, which is no number; else ""."""
    one = name.removesuffix("s")
    return one if name in MEASURES and one in FIELDS and value[:1].isalpha() else ""


def _known(mark: str, value: str, today: int) -> str:
    """Return the window of days in which an event became known."""
    with suppress(TimelineError):
        if mark == "<":
            return f"known:..{iso(phrases.before(value, today).last or 0)}"
        if mark == ">":
            return f"known:{iso(phrases.after(value, today).first or 0)}.."
    if mark == "<=":
        return f"known:{typed_value(f'..{value}')}"
    if mark == ">=":
        return f"known:{typed_value(f'{value}..')}"
    return f"known:{typed_value(value)}"
