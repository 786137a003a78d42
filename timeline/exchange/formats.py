"""The formats: what each is called, by which endings it is known, and who reads or writes it.

A module is imported when its format is asked for.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import PurePath
from typing import Final

from timeline.exchange import event_file, mermaid, own_csv, prose
from timeline.exchange.bibliography import bibtex, csl, ris
from timeline.exchange.contract import Reader, Writer
from timeline.exchange.gedcom import reader as gedcom_reader
from timeline.exchange.ics import reader as ics_reader
from timeline.exchange.ics import writer as ics_writer
from timeline.exchange.markwhen import grammar
from timeline.exchange.markwhen import reader as markwhen_reader
from timeline.exchange.markwhen import writer as markwhen_writer
from timeline.exchange.page import writer as page_writer
from timeline.exchange.picture import writer as picture_writer
from timeline.exchange.sqlite import writer as sqlite_writer
from timeline.exchange.tables import columns, delimited, objects
from timeline.exchange.tables import reader as table_reader
from timeline.exchange.timelinejs import reader as slide_reader
from timeline.exchange.timelinejs import sheet
from timeline.exchange.timelinejs import writer as slide_writer
from timeline.files.content import peeked
from timeline.likeness import nearest
from timeline.model.schema import EVENT
from timeline.text import slug

# Each name stands for a way to its function, so that its module waits until it is asked for.
READERS: Final[Mapping[str, Callable[[], Reader]]] = {
    "timelinejs": lambda: slide_reader.read,
    "timelinejs-csv": lambda: sheet.read,
    "markwhen": lambda: markwhen_reader.read,
    "ics": lambda: ics_reader.read,
    "gedcom": lambda: gedcom_reader.read,
    "bibtex": lambda: bibtex.read,
    "ris": lambda: ris.read,
    "csl": lambda: csl.read,
    "csv": lambda: table_reader.read_delimited,
    "tsv": lambda: table_reader.read_delimited,
    "json": lambda: table_reader.read_objects,
    "jsonl": lambda: table_reader.read_object_lines,
}
WRITERS: Final[Mapping[str, Callable[[], Writer]]] = {
    "yaml": lambda: event_file.yaml,
    "json": lambda: event_file.json,
    "jsonl": lambda: event_file.jsonl,
    "csv": lambda: own_csv.write,
    "sqlite": lambda: sqlite_writer.write,
    "md": lambda: prose.write,
    "html": lambda: page_writer.write,
    "svg": lambda: picture_writer.write,
    "ics": lambda: ics_writer.write,
    "timelinejs": lambda: slide_writer.write,
    "markwhen": lambda: markwhen_writer.write,
    "mermaid": lambda: mermaid.write,
}
DRAWN: Final = frozenset(("html", "svg"))
"""The formats with a picture of lanes."""
BINARY: Final = frozenset(("sqlite",))
"""The formats that are no text."""

OF_A_DAY: Final = frozenset(("markwhen",))
"""The formats in which a date may count from today, so that a file says something else tomorrow."""

EVENT_FILE: Final = ""
"""What `format_of` calls a file of our own."""

# JSON and CSV hold many things: their text decides.
ENDINGS: Final[Mapping[str, str]] = {
    ".yaml": EVENT_FILE,
    ".yml": EVENT_FILE,
    ".mw": "markwhen",
    ".markwhen": "markwhen",
    ".ics": "ics",
    ".ical": "ics",
    ".icalendar": "ics",
    ".ged": "gedcom",
    ".gedcom": "gedcom",
    ".bib": "bibtex",
    ".ris": "ris",
    ".csljson": "csl",
    ".tsv": "tsv",
    ".tab": "tsv",
}
_JSON_LINES: Final = (".jsonl", ".ndjson")
_MOST_BYTES: Final = 65_536
_SLIDES: Final = re.compile(r'"(?:start_date|headline|unique_id)"\s*:')
# "2019-03: War" is an event of markwhen; an event file begins a line with one of the others.
_DATED_LINE: Final = re.compile(r"^-?\d{4}\b[^:{}\[\]\n]*:(?:\s|$)", re.MULTILINE)
_BEGINNINGS: Final = {
    "ics": re.compile("BEGIN:VCALENDAR", re.IGNORECASE),
    "gedcom": re.compile(r"0 (?:@\S*@ )?HEAD\b"),
    "ris": re.compile(r"TY {0,2}- ?[A-Z]"),
    "bibtex": re.compile(r"@\w+\s*\{[^,{}=]*[,=]"),
}
_REMARK: Final = re.compile(r"#|//|-")
_OURS: Final = re.compile(r"^(?:-\s|events\s*:|timeline\s*:)", re.MULTILINE)


def reader(name: str) -> Reader:
    """Return what reads the format *name*, one of `READERS`."""
    return READERS[name]()


def writer(name: str) -> Writer:
    """Return what writes the format *name*, one of `WRITERS`."""
    return WRITERS[name]()


def format_of(path: str, beginning: str) -> str:
    """Return the format of a file by its ending, or by the *beginning* of its text.

    It is one of `READERS`, or `EVENT_FILE`; also for what nobody can tell, so that
    loading says what is wrong with it.
    """
    ending = PurePath(path).suffix.lower()
    text = beginning.removeprefix("\ufeff").lstrip()
    if ending in ENDINGS:
        return ENDINGS[ending]
    if ending == ".csv":
        return "timelinejs-csv" if _is_sheet(delimited.header_of(text)) else "csv"
    if ending == ".json" or ending in _JSON_LINES or text[:1] in {"{", "["}:
        return _of_json(text, lines=ending in _JSON_LINES)
    return _of_text(text)


def is_yaml(path: str) -> bool:
    """Return whether what is YAML is read as that under the name *path*: not as JSON or a table."""
    is_json = PurePath(path).suffix.lower() in {".json", *_JSON_LINES}
    return not is_json and not foreign(path)


def foreign(path: str) -> str:
    """Return the format of others that the ending of *path* says; "" where it says none."""
    ending = PurePath(path).suffix.lower()
    said = "csv" if ending == ".csv" else ENDINGS.get(ending, EVENT_FILE)
    return "" if said == EVENT_FILE else said


def has_ending(path: str) -> bool:
    """Return whether *path* ends as a file does that can be read."""
    ending = PurePath(path).suffix.lower()
    return ending in ENDINGS or ending in {".csv", ".json", *_JSON_LINES}


def table_of(path: str, beginning: str) -> str:
    """Return the format of a file of which a person has said things that a table alone has.

    It is `EVENT_FILE` for YAML, and for one JSON object, in which no row stands.
    """
    text = beginning.removeprefix("\ufeff").lstrip()
    if PurePath(path).suffix.lower() in {".yaml", ".yml"}:
        return EVENT_FILE
    if text[:1] == "[":
        return "json"
    if text[:1] == "{":
        lines = PurePath(path).suffix.lower() in _JSON_LINES or _is_lines(text)
        return "jsonl" if lines else EVENT_FILE
    return "csv"


def beginning(path: str) -> str:
    """Return the first characters of a file, a pipe or standard input, which stay to be read.

    Returns "" where there are none to be had.
    """
    return peeked(path, _MOST_BYTES).decode(errors="ignore")


def _of_text(text: str) -> str:
    """Return the format of a text that is not JSON."""
    begun = next((name for name, begin in _BEGINNINGS.items() if begin.match(text)), None)
    if begun:
        return begun
    header = delimited.header_of(text)
    table = _of_header(header)
    # A heading or a remark of other formats may look like names of columns.
    if table and not _REMARK.match(text):
        return table
    if _OURS.search(text):
        return EVENT_FILE
    return "markwhen" if _has_dated_line(text) else table


def _of_header(header: list[str]) -> str:
    """Return the format of a table with these names of columns; "" for what is no table."""
    if _is_sheet(header):
        return "timelinejs-csv"
    return "csv" if _is_table(header) else EVENT_FILE


def _has_dated_line(text: str) -> bool:
    """Return whether a line is an event to markwhen, or is meant to be one."""
    lines = (found[0] for found in _DATED_LINE.finditer(text))
    return any(grammar.HEAD.match(line) or grammar.MEANT.match(line) for line in lines)


def _of_json(text: str, *, lines: bool) -> str:
    """Return the format of JSON: by its first object, or by what stands in all of it."""
    first = objects.first_object(text)
    if text[:1] == "{" and not lines and not _is_lines(text):
        return _of_object(first, text)
    if first is None or _is_event(first):
        return EVENT_FILE
    if text[:1] == "[" and csl.is_item(first):
        return "csl"
    return "json" if text[:1] == "[" else "jsonl"


def _of_object(first: Mapping[str, object] | None, text: str) -> str:
    """Return the format of one JSON object, of which *first* is what could be read."""
    events = first.get("events") if first else None
    if first and not (isinstance(events, list) and events and _is_slide(events[0])):
        return EVENT_FILE
    return "timelinejs" if _SLIDES.search(text) else EVENT_FILE


def _is_lines(text: str) -> bool:
    """Return whether an object ends with its line, and another begins below it."""
    return bool(re.match(r"\{.*\}[ \t]*(?:\r?\n\s*)+\{", text))


def _is_slide(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return "start_date" in value or value.keys().isdisjoint(("date", "links"))


def _is_event(found: Mapping[str, object]) -> bool:
    """Return whether an object is an event of ours, perhaps with a slip in one of its keys."""
    dated = isinstance(found.get("date"), str) or isinstance(found.get("links"), list)
    if "title" not in found or not dated:
        return False
    others = [key for key in found if key not in EVENT.names]
    return all(slug(key) not in _names() and nearest(key, EVENT.names) for key in others)


@cache
def _names() -> frozenset[str]:
    """Return all names by which columns are known."""
    return frozenset(name for names in columns.NAMES.values() for name in names)


def _is_sheet(header: list[str]) -> bool:
    """Return whether these are the columns of a spreadsheet of TimelineJS, of any version."""
    names = {slug(name) for name in header}
    return "headline" in names and bool({"year", "start-date"} & names)


def _is_table(header: list[str]) -> bool:
    """Return whether these are several columns, one of them by a name that is known."""
    if not (header and header[0]) or any(re.search(r"[{}[\]:]", name) for name in header):
        return False
    names = {slug(name) for name in header if name}
    return len(names) > 1 and not names.isdisjoint(_names())
