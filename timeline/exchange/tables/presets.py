"""Tables of a known shape: ACLED, UCDP GED, Timesketch.

What their codebooks say of the precision of a date becomes the EDTF that says just that.
A title, which the first two do not have, is put together from what they code.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from timeline.edtf import When
from timeline.exchange import date_texts, dates
from timeline.exchange.builder import Builder
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.tables.events import Maker, Values
from timeline.model.records import Citation
from timeline.text import together

_VIOLENCE: Final = {
    "1": "state-based conflict",
    "2": "non-state conflict",
    "3": "one-sided violence",
}
_NOTHING: Final = frozenset(("NA",))
# A week that has this day in it may begin or end six days away: the source does not say which.
_WITHIN_WEEK: Final = timedelta(days=6)


def _acled_date(row: Values) -> Reading:
    """Return the day; at time precision 2 a day of some week around it, at 3 its month."""
    found, precision = date_texts.read(row.get("event_date", "")), row.get("time_precision", "")
    if precision == "1" or not found.text:
        return found
    if precision == "2":
        return Reading(_around(found.text))
    if precision == "3":
        return Reading(found.text[: len("2022-12")])
    raise NotADate("time_precision is not 1, 2 or 3", precision)


def _around(day: str) -> str:
    try:
        middle = date.fromisoformat(day)
    except ValueError:
        raise NotADate("event_date is not a whole day", day) from None
    return dates.one_of((middle - _WITHIN_WEEK).isoformat(), (middle + _WITHIN_WEEK).isoformat())


def _acled_title(row: Values) -> str:
    what = row.get("sub_event_type") or row.get("event_type", "")
    who = together(" and ", row.get("actor1"), row.get("actor2"))
    return _put_together(what, who, row.get("location", ""))


def _acled_note(row: Values) -> str:
    return _numbers(row, ("fatalities",))


def _ucdp_date(row: Values) -> Reading:
    """Return the day at precision 1, else some day from the first to the last that is coded."""
    first, last = (date_texts.read(row.get(name, "")) for name in ("date_start", "date_end"))
    if not first.text or not last.text:
        return first if first.text else last
    start, end = (each.text.partition("T")[0] for each in (first, last))
    if row.get("date_prec", "") not in {"1", "2", "3", "4", "5"}:
        raise NotADate("date_prec is not 1 to 5", row.get("date_prec", ""))
    if row["date_prec"] == "1" and start != end:
        raise NotADate("date_prec says one exact day, date_start and date_end are two")
    return Reading(dates.one_of(start, end))


def _ucdp_title(row: Values) -> str:
    what = _VIOLENCE.get(row.get("type_of_violence", ""), "violence")
    who = together(" and ", row.get("side_a"), row.get("side_b"))
    return _put_together(what.capitalize(), who, row.get("where_coordinates", ""))


def _ucdp_note(row: Values) -> str:
    return _numbers(row, ("best", "low", "high"), "deaths: ")


def _ucdp_tags(row: Values) -> Iterable[str]:
    return filter(None, [_VIOLENCE.get(row.get("type_of_violence", ""), "")])


def _ucdp_sources(builder: Builder, row: Values) -> Iterator[Citation]:
    """Yield the sources: offices, headlines and dates stand in the same order."""
    offices = _parts(row, "source_office")
    titles, days = _parts(row, "source_headline"), _parts(row, "source_date")
    if not len(offices) == len(titles) == len(days):
        titles, days = [], []  # a headline may have a semicolon: nobody can tell whose it is
    for office, title, day in zip_longest(offices, titles, days, fillvalue=""):
        yield builder.source(publisher=office, title=title, date=_day(day))


def _parts(row: Values, name: str) -> list[str]:
    parts = (part.strip() for part in row.get(name, "").split(";"))
    return [part for part in parts if part]


def _day(text: str) -> When | None:
    try:
        return date_texts.read(text).when
    except NotADate:
        return None


def _put_together(what: str, who: str, where: str) -> str:
    return together(", ", together(": ", what, who), where)


def _numbers(row: Values, names: Iterable[str], begin: str = "") -> str:
    said = [f"{name} {row[name]}" for name in names if row.get(name)]
    return begin + ", ".join(said) if said else ""


PRESETS: Final[Mapping[str, Maker]] = {
    "acled": Maker(
        layout={
            "id": ["event_id_cnty"],
            "date": ["event_date", "time_precision"],
            "title": ["sub_event_type", "actor1", "actor2", "location"],
            "summary": ["notes"],
            "actors": ["actor1", "actor2", "assoc_actor_1", "assoc_actor_2"],
            "places": ["location", "admin1", "country"],
            "tags": ["event_type", "sub_event_type", "tags"],
            "sources": ["source"],
            "note": ["fatalities"],
        },
        date=_acled_date,
        title=_acled_title,
        note=_acled_note,
        nothing=_NOTHING,
    ),
    "ucdp-ged": Maker(
        layout={
            "id": ["id"],
            "date": ["date_start", "date_end", "date_prec"],
            "title": ["type_of_violence", "side_a", "side_b", "where_coordinates"],
            "actors": ["side_a", "side_b"],
            "places": ["where_coordinates", "adm_1", "country"],
            "arc": ["conflict_name"],
            "tags": ["type_of_violence"],
            "sources": ["source_office", "source_headline", "source_date"],
            "note": ["best", "low", "high"],
        },
        date=_ucdp_date,
        title=_ucdp_title,
        note=_ucdp_note,
        tags=_ucdp_tags,
        sources=_ucdp_sources,
        nothing=_NOTHING,
    ),
    "timesketch": Maker(
        layout={
            "date": ["datetime"],
            "title": ["message"],
            "tags": ["timestamp_desc", "tag"],
        },
    ),
}

# The columns by which each is known without being named.
SIGNS: Final[Mapping[str, frozenset[str]]] = {
    "acled": frozenset(("event_id_cnty", "event_date", "time_precision", "sub_event_type")),
    "ucdp-ged": frozenset(("date_prec", "date_start", "date_end", "side_a", "event_clarity")),
    "timesketch": frozenset(("message", "datetime", "timestamp_desc")),
}

# The columns without which a table is none of these.
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "acled": ("event_date", "time_precision"),
    "ucdp-ged": ("date_start", "date_end", "date_prec"),
    "timesketch": ("datetime", "message"),
}
