"""Event files as people write them: styles, comments, blank lines, line ends, quoting.

`files()` draws a `Drawn`: the text, what its events say, and its comments. It writes
YAML in its own way, not in that of the code that it tests.
"""

import json
from typing import NamedTuple

from hypothesis import strategies as st

DATES = (
    *("2019", "2019-01", "2019-01-23", "2019~", "2018-04-0X", "201X", "2018-03/2019-01-05"),
    *("2019/..", "../2019", "-0043", "Y12345", "2025-21", "[2018,2019]", "{2018..2020}"),
)
ODD_DATES = ("2019?-01?", "?2018-?06")
"""Dates that are not canonical."""

_PLAIN = ("A treaty", "Maduro writes", "100 tons", "Guaidó", "日本", "x")
_ODD = (
    *(
        "a: b",
        "#1",
        "x # y",
        "- no",
        "[sic]",
        "{b}",
        "it's",
        'say "x"',
        "~",
        "null",
        "yes",
        "*",
        "!a",
    ),
    *(
        "%",
        "@",
        "`a`",
        "back\\slash",
        "a, b",
        "?",
        "? a",
        ":",
        "&a",
        "|",
        ">",
        "a:",
        "'",
        "é\u00a0è",
    ),
)


class Drawn(NamedTuple):
    """A file: its text, the plain data of each event in its order, and its comments."""

    text: str
    events: list
    comments: list


class _Writer:
    """Lines of a file in one style, with comments that can be told apart."""

    def __init__(self, draw, *, comments=True):
        self.draw = draw
        self.may_comment = comments
        self.comments = []
        self.lines = []
        self.in_block = False  # a deeper comment would be a part of the text

    def chance(self, one_in=3):
        return self.draw(st.integers(0, one_in - 1)) == one_in - 1  # simplest: no

    def pick(self, *choices):
        return self.draw(st.sampled_from(choices))

    def comment(self):
        found = f'# c{len(self.comments)}: it\'s "so" [x'
        self.comments.append(found)
        return found

    def comment_lines(self, column):
        """Write a few comments and blank lines, or none."""
        while self.may_comment and self.chance():
            self.lines.append("" if self.chance(2) else " " * column + self.comment())

    def add(self, line, *, ends=True):
        """Write a line, perhaps with a comment behind it."""
        if ends and self.may_comment and self.chance(8):
            line += "  " + self.comment()
        self.lines.append(line)


def texts():
    """Draw a text on one line."""
    return st.sampled_from(_PLAIN + _ODD)


@st.composite
def events(draw, *, count=None, dates=DATES):
    """Draw the plain data of events with ids."""
    number = count if count is not None else draw(st.integers(1, 5))
    ids = [f"e{at}" for at in draw(st.permutations(range(number)))]
    return [draw(_event(id_, ids, dates)) for id_ in ids]


@st.composite
def _event(draw, id_, ids, dates):
    names = st.lists(texts(), min_size=1, max_size=3, unique=True)
    sources = st.lists(_citations(), min_size=1, max_size=3)
    links = st.sampled_from([each for each in ids if each != id_] or ["e0"]).map(
        lambda target: [{"reports": target}]
    )
    fields = {
        "summary": texts() | st.just("Some words that make a long text. " * 5).map(str.strip),
        "actors": names,
        "tags": names,
        "status": st.sampled_from(["reported", "denied"]),
        "sources": sources,
        **({"links": links} if len(ids) > 1 else {}),
        "note": texts(),
    }
    chosen = draw(st.lists(st.sampled_from([*fields]), unique=True, max_size=4))
    found = {"id": id_, "date": draw(st.sampled_from(dates)), "title": draw(texts())}
    return found | {key: draw(fields[key]) for key in fields if key in chosen}


@st.composite
def _citations(draw):
    if draw(st.booleans()):
        return draw(st.sampled_from(["s1", "s2"]))
    more = {"credibility": st.sampled_from("123"), "note": texts()}
    chosen = draw(st.lists(st.sampled_from([*more]), unique=True, min_size=1))
    return {"source": "s3"} | {key: draw(more[key]) for key in more if key in chosen}


@st.composite
def files(draw, *, dates=DATES, ordered=False, comments=True):
    """Draw an event file; *ordered* ones have their events by date, as a program sorts texts."""
    writer = _Writer(draw, comments=comments)
    found = draw(events(dates=dates))
    if ordered:
        found.sort(key=lambda event: DATES.index(event["date"]))
    bare, indent = draw(st.booleans()), draw(st.sampled_from([0, 2, 4]))
    writer.comment_lines(0)
    if writer.chance(8):
        writer.lines.append("---")
    if not bare:
        _header(writer)
        writer.add("events:")
    style = (draw(st.sampled_from([2, 4])), draw(st.sampled_from([0, 2])))
    blank = draw(st.integers(0, 2))
    for number, event in enumerate(found):
        writer.lines += [""] * (blank if number else 0)
        writer.comment_lines(writer.pick(indent, indent, 0, indent + 2))
        _write_event(writer, event, indent, style)
    writer.comment_lines(writer.pick(0, indent))
    if not bare and writer.chance():
        writer.add("arcs:")
        writer.add("  z: {title: The last}")
    return Drawn(_text(writer), found, writer.comments)


def _text(writer):
    newline = writer.pick("\n", "\n", "\r\n")
    end = newline if writer.chance(2) else ""
    mark = "\ufeff" if writer.chance(5) else ""
    lines = "\n".join(writer.lines).split("\n")
    while not end and lines and not lines[-1]:
        lines = lines[:-1]  # the last line has no end, and something in it
    return mark + newline.join(lines) + end


def _header(writer):
    if writer.chance(2):
        writer.add("timeline:")
        writer.comment_lines(2)
        writer.add("  as_of: 2025-11-30")
        writer.add("  title: T")
        writer.comment_lines(0)


def _write_event(writer, event, indent, style):
    offset, hanging = style
    keys = writer.draw(st.permutations([*event])) if writer.chance(2) else [*event]
    hyphen = " " * indent + "-" + " " * (offset - 1)
    if writer.chance(4):
        comma = writer.pick(", ", ",\n" + " " * (indent + offset + 1))
        inside = comma.join(f"{key}: {_flow(writer, event[key])}" for key in keys)
        writer.add(f"{hyphen}{{{inside}}}")
        return
    column = indent + offset
    if writer.chance(8):
        writer.add(" " * indent + "-")
        writer.comment_lines(column)
        hyphen = " " * column
    for number, key in enumerate(keys):
        if number:
            deeper = 0 if writer.in_block else 2
            writer.comment_lines(writer.pick(column, column, column + deeper))
        prefix = " " * column if number else hyphen
        _write_value(writer, prefix, key, event[key], (column, hanging))


def _write_value(writer, prefix, key, value, place):
    column, hanging = place
    writer.in_block = False
    if isinstance(value, str):
        _write_text(writer, prefix, key, value, column)
    elif writer.chance(2):
        writer.add(f"{prefix}{key}: {_flow(writer, value)}")
    else:
        writer.add(f"{prefix}{key}:")
        for item in value:
            writer.comment_lines(column + hanging)
            _write_item(writer, item, column + hanging)


def _write_item(writer, item, column):
    hyphen = " " * column + "- "
    if isinstance(item, str) or writer.chance(2):
        writer.add(hyphen + _flow(writer, item))
        return
    for number, key in enumerate(writer.draw(st.permutations([*item]))):
        writer.add(f"{' ' * (column + 2) if number else hyphen}{key}: {_flow(writer, item[key])}")


def _write_text(writer, prefix, key, value, column):
    form = writer.pick("line", "line", "broken", "folded", "literal")
    if form == "line" or (form == "broken" and value in _ODD) or key not in {"summary", "note"}:
        writer.add(f"{prefix}{key}: {_flow(writer, value)}")
        return
    if form == "broken":
        writer.lines.append(f"{prefix}{key}:")
        writer.lines += [" " * (column + 1) + word for word in value.split(" ")]
        return
    writer.in_block = True
    sign = ">" if form == "folded" else "|"
    writer.add(f"{prefix}{key}: {sign}{writer.pick('-', '', '+')}")
    words = value.split(" ")
    half = len(words) // 2 if form == "folded" else 0
    for part in filter(None, (words[:half], words[half:])):
        writer.lines.append(" " * (column + 2) + " ".join(part))


def _flow(writer, value):
    """Return a value on one line."""
    if isinstance(value, dict):
        inside = (f"{key}: {_flow(writer, each)}" for key, each in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(writer, each) for each in value) + "]"
    if value in _ODD or value[0] in "[{?":
        quoted = "'" + value.replace("'", "''") + "'"
        return writer.pick(quoted, json.dumps(value), json.dumps(value, ensure_ascii=False))
    return writer.pick(value, value, f"'{value}'", f'"{value}"')
