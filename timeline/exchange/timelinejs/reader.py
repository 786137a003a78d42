"""TimelineJS 3 JSON → a timeline."""

from collections.abc import Mapping
from typing import Any, Final

from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.losses import Losses
from timeline.exchange.timelinejs.dates import PARTS
from timeline.exchange.timelinejs.documents import Item, document
from timeline.exchange.timelinejs.slides import Slide, head, take
from timeline.files.content import read as text_of
from timeline.files.content import shown
from timeline.model.records import Place
from timeline.model.timeline import Timeline

_HINT: Final = 'a TimelineJS file is an object with a list of "events"'
_TAKEN: Final = frozenset(
    ("start_date", "end_date", "text", "media", "group", "display_date", "unique_id", "location")
)
_TAKEN_IN: Final = {
    "start_date": frozenset((*PARTS, "display_date")),
    "end_date": frozenset((*PARTS, "display_date")),
    "text": frozenset(("headline", "text")),
    "media": frozenset(("url", "credit", "caption")),
    "location": frozenset(("name",)),
}
_TOP: Final = frozenset(("title", "scale"))


def read(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in the file at *path*.

    Raises `Unreadable` where there is no text, `TimelineError` for what is no TimelineJS.
    """
    name = shown(path)
    found = document(text_of(path, _HINT), name)
    builder = Builder(losses, choices.today, choices.spool)
    title = found.rest.get("title")
    if isinstance(title, dict):
        head(_slide(title, Place(name, 1)), builder, losses)
    for key in found.rest.keys() - _TOP:
        losses.drop(key, Place(name, 1))
    for era in found.eras:
        losses.drop("an era", era.place, _in(_object(era.value), "text", "headline"))
    for item in found.events:
        losses.read += 1
        _take(item, builder, losses)
    return builder.timeline()


def _take(item: Item, builder: Builder, losses: Losses) -> None:
    if item.fault:
        losses.refuse(item.fault, item.place, str(item.value)[:40])
    else:
        take(_slide(item.value, item.place), builder, losses)


def _slide(value: Mapping[str, Any], place: Place) -> Slide:
    """Return what a slide of JSON says; keys without a value say nothing."""
    start, end = _object(value.get("start_date")), _object(value.get("end_date"))
    return Slide(
        place=place,
        start={part: _text(start.get(part)) for part in PARTS},
        end={part: _text(end.get(part)) for part in PARTS},
        display_date=_text(value.get("display_date")) or _text(start.get("display_date")),
        headline=_in(value, "text", "headline"),
        text=_in(value, "text", "text"),
        media={key: _in(value, "media", key) for key in ("url", "credit", "caption")},
        group=_text(value.get("group")),
        unique_id=_text(value.get("unique_id")),
        location=_in(value, "location", "name"),
        rest=tuple(_rest(value)),
    )


def _rest(value: Mapping[str, Any]) -> list[str]:
    """Return the names of what a slide says and an event cannot."""
    others = {key: said for key, said in value.items() if key not in _TAKEN}
    names = [key for key, said in others.items() if said not in ("", None)]
    for key, taken in _TAKEN_IN.items():
        for name, said in _object(value.get(key)).items():
            if said and name not in taken:
                names.append(f"{key}.{name}")
    return names


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _in(value: Mapping[str, Any], key: str, name: str) -> str:
    return _text(_object(value.get(key)).get(name))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
