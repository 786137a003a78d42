"""The spreadsheet of TimelineJS, as CSV → a timeline.

The present one has a column for each part of a date (Year, Month, Day, Time, End Year …);
the older one, still in use, has Start Date and End Date, and a Tag in place of the Group.
"""

from collections.abc import Mapping
from typing import Final

from timeline.exchange import date_texts
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.losses import Losses
from timeline.exchange.tables.delimited import table
from timeline.exchange.tables.orders import Orders
from timeline.exchange.tables.rows import NotATable, Row, Table
from timeline.exchange.timelinejs.dates import NO_END, NO_MONTH, PARTS, edtf_of, spanned
from timeline.exchange.timelinejs.slides import Slide, head, take
from timeline.model.records import Place
from timeline.model.timeline import Timeline

_HINT: Final = "its columns are Year, Month, Day, Time, End Year … Headline, Text, Media"
_DATES: Final = PARTS[:3]
_OTHERS: Final = (
    *("time", "endtime", "startdate", "enddate", "displaydate", "headline", "text", "media"),
    *("mediacredit", "mediacaption", "type", "group", "tag"),
)
_TAKEN: Final = frozenset((*_DATES, *(f"end{part}" for part in _DATES), *_OTHERS))
_NO_DATE: Final = "no date"


def read(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in the sheet at *path*; `choices.order` tells days from months.

    Raises `Unreadable` where there is no text, `NotATable` for what is no such sheet.
    """
    rows = table(path, losses)
    if "headline" not in map(_plain, rows.columns):
        raise NotATable(f"{rows.name}: this is no sheet of TimelineJS", _HINT)
    builder = Builder(losses, choices.today, choices.spool)
    dated = [each for each in rows.columns if _plain(each) in {"startdate", "enddate"}]
    orders = Orders(choices.order, dated, losses)
    for row in orders.settled(rows):
        _take(row, rows, builder, orders, losses)
    orders.tell()
    return builder.timeline()


def _take(row: Row, rows: Table, builder: Builder, orders: Orders, losses: Losses) -> None:
    """Take over a row: a slide, the title (the first row that says so), or an era."""
    values = {_plain(column): text for column, text in row.values.items()}
    place = rows.place(row)
    kind = values.get("type", "").lower()
    if kind == "era":
        losses.read -= 1
        losses.drop("an era", place, values.get("headline", ""))
    elif kind == "title" and not builder.title:
        losses.read -= 1
        head(_slide(values, place, None), builder, losses)
    else:
        try:
            take(_slide(values, place, _date(values, orders)), builder, losses)
        except NotADate as error:
            losses.refuse(error.message, place, hint=error.hint)


def _slide(values: Mapping[str, str], place: Place, date: Reading | None) -> Slide:
    return Slide(
        place=place,
        date=date,
        display_date=values.get("displaydate", ""),
        headline=values.get("headline", ""),
        text=values.get("text", ""),
        media={
            "url": values.get("media", ""),
            "credit": values.get("mediacredit", ""),
            "caption": values.get("mediacaption", ""),
        },
        group=values.get("group", "") or values.get("tag", ""),
        rest=tuple(name for name, said in values.items() if said and name not in _TAKEN),
    )


def _date(values: Mapping[str, str], orders: Orders) -> Reading:
    """Return the date of a row; raises `NotADate`."""
    start, end = _ends(values, orders)
    if not start.text:
        raise NotADate(_NO_DATE)
    return spanned(start, end)


def _ends(values: Mapping[str, str], orders: Orders) -> tuple[Reading, Reading]:
    if "year" in values:
        return _moment(values, ""), _moment(values, "end")
    start, end = values.get("startdate", ""), values.get("enddate", "")
    return date_texts.read(start, orders.of(start)), date_texts.read(end, orders.of(end))


def _moment(values: Mapping[str, str], end: str) -> Reading:
    """Return the start or the *end* of a row; "" where it has no year."""
    parts = {part: values.get(end + part, "") for part in _DATES}
    if not parts["year"]:
        lost = any(parts.values()) or values.get(f"{end}time")
        return Reading("", NO_END if lost else "")
    found = edtf_of(parts, {})
    time = values.get(f"{end}time", "")
    if not time:
        return found
    if not parts["day"]:
        return Reading(found.text, NO_MONTH, found.guessed)
    timed = date_texts.read(f"{found.text} {time}")
    return Reading(timed.text, timed.widened or found.widened, found.guessed, timed.fraction)


def _plain(column: str) -> str:
    return "".join(column.lower().split())
