"""The words for links, grades and years, wherever they are said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from timeline.edtf import FAR, EndKind, When, calendar_date, dates_in, iso, year_name
from timeline.model.keys import Key
from timeline.model.records import Account, Event, Source
from timeline.model.scales import CREDIBILITIES, RELIABILITIES, STATUSES
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.text import counted, together

ONLY_POSSIBLY: Final = "only possibly: its date is vague"
BY_ORDER: Final = "by its order: `timeline why` says how"
DATED: Final = "it follows from order, and stands in no file"
PLACED: Final = "its date follows from order, and stands in no file"
MOST_YEARS: Final = 200  # a date that may span more says nothing about any one year
_BACK: Final[Mapping[str, str]] = {
    "denies": "denied by",
    "confirms": "confirmed by",
    "responds-to": "answered by",
    "reports": "reported by",
    "part-of": "has part",
    "follows-from": "leads to",
    "after": "before",
    "before": "after",
    "during": "meanwhile",
}


def values_of(key: Key, record: object, timeline: Timeline) -> tuple[str, ...]:
    """Return what *record* says under *key*, each value as people say it; none for nothing.

    Entries of registries go by their names, links by type and event, citations by source,
    accounts by a sentence; a flag is its own label.
    """
    value = getattr(record, key.attribute)
    if not value:
        return ()
    if key.kind == "flag":
        return ("yes",)
    if key.kind == "date":
        return (value.describe(),)
    if key.kind == "day":
        return (iso(value),)
    several = (value,) if isinstance(value, str) else value
    return tuple(_in_words(key, each, timeline) for each in several)


def _in_words(key: Key, value: Any, timeline: Timeline) -> str:  # noqa: ANN401  of any key
    if key.kind == "citations":
        return str(value.source)
    if key.kind == "links":
        return f"{value.type} {value.target}"
    if key.kind == "accounts":
        return account_words(value, timeline)
    if key.kind in ("origin", "origins"):
        return source_name(value, timeline)
    return entry_name(key.registry, value, timeline) if key.registry else str(value)


def entry_name(registry: str, id_: str, timeline: Timeline) -> str:
    """Return what the entry of a *registry* with this id is called; the id where none is said."""
    entry = getattr(timeline, registry).get(id_)
    name: str = getattr(entry, REGISTRIES[registry].naming) if entry else ""
    return name or id_


def account_words(account: Account, timeline: Timeline) -> str:
    """Return an account as a sentence: "The mayor: it was safe (denies, 2 Mar 2019) [gazette]"."""
    by = ", ".join(map(timeline.actor_name, account.by))
    return together(": ", by, claim_words(account))


def claim_words(account: Account) -> str:
    """Return an account without whose it is: "it was safe (denies, 2 Mar 2019) [gazette]"."""
    when = account.date.describe() if account.date else ""
    about = together(", ", account.stance, when)
    cited = ", ".join(citation.source for citation in account.sources)
    parts = (account.says, f"({about})" if about else "", f"[{cited}]" if cited else "")
    return together(" ", *parts)


def source_name(name: str, timeline: Timeline) -> str:
    """Return what the source with this id is called; a name that is no id, as it is."""
    source = timeline.sources.get(name)
    return source_label(source) if source else name


def source_label(source: Source, *, ascii: bool = False) -> str:  # noqa: A002
    """Return what a source is called: "The Washington Post, 31 Oct 2025"."""
    name = source.publisher or source.title or source.id
    if source.date is None:
        return name
    return f"{name}, {source.date.describe(ascii=ascii)}"


def status_word(event: Event) -> str:
    """Return the status of *event* as a reader is told it; "" for none.

    That a denial is "denied" would read as if nobody had denied anything: it is a
    "denial", and of other statements it is the claim that is denied, not that it was made.
    """
    if event.status != "denied":
        return event.status
    if any(link.type == "denies" for link in event.links):
        return "denial"
    return "claim denied" if event.kind == "statement" else event.status


def status_words(events: Iterable[Event]) -> dict[str, str]:
    """Return the statuses of *events* in their own order, each with the words for it on them."""
    used: dict[str, set[str]] = {}
    for event in events:
        used.setdefault(event.status, set()).add(status_word(event))
    return {each: ", ".join(sorted(used[each])) for each in (*STATUSES, "") if each in used}


def link_words(type_: str, *, back: bool = False) -> str:
    """Return the words for a link: as the file has them, or against its direction.

    >>> link_words("denies"), link_words("denies", back=True)
    ('denies', 'denied by')
    """
    return _BACK[type_] if back else type_


def reliability_words(grade: str) -> str:
    """Return a reliability with its words, such as "B usually reliable"; "" for none."""
    return f"{grade} {RELIABILITIES[grade]}" if grade else ""


def credibility_words(grade: str) -> str:
    """Return a credibility with its words, such as "3 possibly true"; "" for none."""
    return f"{grade} {CREDIBILITIES[grade]}" if grade else ""


def event_numbers(certain: int, possible: int) -> str:
    """Return how many events there are: "24 events (+3 possibly)"."""
    events = counted(certain, "event")
    return f"{events} (+{possible:,} possibly)" if possible else events


def year_of(date: When) -> int | None:
    """Return the astronomical year of the day *date* is sorted by; None if it has no bounds."""
    day = date.latest_end if date.earliest_start is None else date.earliest_start
    return None if day is None else calendar_date(day)[0]


def span_words(dates: Sequence[When], arrow: str = "→", *, ascii: bool = False) -> str:  # noqa: A002
    """Return from when to when *dates*, which are in order, go: "c. 1998 → 29 Mar 2019".

    The words are those of the first date and of the one that ends last, as exact as
    these are; of a span, those of its end in question. "" for no dates.
    """
    if not dates:
        return ""
    first, last = dates[0], dates[-1]
    if last.latest_end is not None:  # what begins last and has no end is the last of all
        last = max(dates, key=_last_day)
    if last == first:
        return first.describe(ascii=ascii)
    start = _end_words(first, first.start_kind, 0, ascii=ascii)
    return f"{start} {arrow} {_end_words(last, last.end_kind, -1, ascii=ascii)}"


def _last_day(date: When) -> int:
    """Return the last day of a date, as it is written; of what has no end, that of its start."""
    day = date.latest_start if date.latest_end is None else date.latest_end
    return FAR if day is None else day


def _end_words(date: When, kind: EndKind, side: int, *, ascii: bool) -> str:  # noqa: A002
    """Return the words for a date: of a span, for its start (0) or end (-1), if it has one."""
    if date.kind == "interval" and kind == "closed":
        date = dates_in(date)[side]
    return date.describe(ascii=ascii)


def years_of(date: When) -> range:
    """Return the astronomical years in which *date* may lie; none if there are over 200.

    What may go on for ever is followed as far as it is known.
    """
    first, last = date.known
    if first is None or last is None:
        return range(0)
    years = range(calendar_date(first)[0], calendar_date(last)[0] + 1)
    return years if len(years) <= MOST_YEARS else range(0)


def year_span(dates: Sequence[When], dash: str) -> str:
    """Return the years of the first and the last of *dates*: "2018–2020", "2018", "?–44 BCE"."""
    first, last = year_label(year_of(dates[0])), year_label(year_of(dates[-1]))
    return first if first == last else f"{first}{dash}{last}"


def year_label(year: int | None) -> str:
    """Return what people call a year: "2019", "44 BCE"; "?" where there is none."""
    return "?" if year is None else year_name(year)


def origin_numbers(least: int, most: int) -> str:
    """Return how many origins there are: "2 origins", "1 origin, perhaps 2", "no origin".

    >>> origin_numbers(1, 3)
    '1 origin, perhaps up to 3'
    """
    if not most:
        return "no origin"
    said = counted(least, "origin")
    if least == most:
        return said
    return f"{said}, perhaps {'' if most == least + 1 else 'up to '}{most:,}"
