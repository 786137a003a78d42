"""Text that a terminal would obey, in every place that a file, a name or an argument has."""

import json
import re

from timeline.model.evidence import CITATION, SOURCE
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import ACTOR, ARC, EVENT, HEADER

POISON = (
    "\x1b[2J"  # CSI: clears the screen
    "\x1b[5;99m"  # a style that is not ours
    "\x1b]52;c;ZXZpbA==\x07"  # OSC: sets the clipboard
    "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\"  # OSC: a link
    "\x1bP1;1|17/ab\x1b\\"  # DCS: a key
    "\x9b2J\x9d0;t\x9c"  # CSI and OSC as single characters
    "\x7f\x07\x08\x0b\x0c\x0e\x85"
    "\u202eabc\u2066def\u2069"  # turns the direction
    "\rFORGED\nFORGED"
)

# What the program itself may send: styles, and links to the web.
_STYLE = re.compile(r"\x1b\[(?:\d+(?:;\d+)*)?m")
_LINK = re.compile(r"\x1b\]8;(?:id=\d+;https?://[!-~]+|;)\x1b\\")
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def reaches(shown):
    """Return what of POISON reaches a terminal in *shown*, "" if nothing does."""
    ours = _LINK.sub("", _STYLE.sub("", shown.replace("\x1b[5;99m", "\x1b"))).replace("\r\n", "\n")
    found = _OBEYED.search(ours) or re.search(r"^(?:timeline: )?FORGED", ours, re.MULTILINE)
    return ours[max(0, found.start() - 60) : found.end() + 20] if found else ""


def poisoned(name):
    """Return *name* with all that a terminal would obey behind it."""
    return f"{name}{POISON}"


_VALUES = {
    "date": "2019-03/2020~",
    "as_of": "2020-06-30",
    "kind": "",
    "reliability": "B",
    "credibility": "3",
    "url": f"https://example.org/{POISON}",
    "aliases": [poisoned("alias"), poisoned("other")],
    "of": [],
    "places": [poisoned("Rome"), poisoned("Paris")],
    "tags": [poisoned("tag"), poisoned("war")],
    "arc": poisoned("north"),
    "actors": [poisoned("union"), poisoned("army")],
    "source": poisoned("gazette"),
    "by": [poisoned("union")],
    "author": [poisoned("author"), poisoned("another")],
    "type": "article",
    "archive": [f"https://example.org/{POISON}"],
    "accessed": "2020~",
    "firsthand": "yes",
    "relays": [poisoned("Echo"), poisoned("rumour")],
    "stance": "denies",
    "accounts": [
        {
            "by": [poisoned("army")],
            "date": "2020~",
            "stance": "denies",
            "says": poisoned("account says"),
            "sources": [poisoned("gazette"), {"source": poisoned("rumour"), "quote": POISON}],
        }
    ],
}


def _fields(keys, name, **rest):
    """Return a value for each of *keys*, poisoned where it is any text at all."""
    found = {key: _VALUES.get(key, poisoned(f"{name} {key}")) for key in keys}
    return {key: value for key, value in (found | rest).items() if value}


def event(name, date, **rest):
    """Return an event that says everything an event can say."""
    cited = [_fields(CITATION.names, "cited"), poisoned("rumour")]
    given = {"id": poisoned(name), "date": date, "status": "claimed", "sources": cited, "links": []}
    return _fields(EVENT.names, name, **(given | rest))


def event_file():
    """Return an event file that loads, with POISON in all its texts, ids and names."""
    links = [{LINK_TYPES[0]: poisoned("war")}, {LINK_TYPES[-1]: poisoned("war")}]
    names = ("union", "army", "rebels")
    data = {
        "timeline": _fields(HEADER.names, "timeline"),
        "arcs": {poisoned(name): _fields(ARC.names, name) for name in ("north", "south")},
        "actors": {poisoned(name): _fields(ACTOR.names, name) for name in names},
        "sources": {
            poisoned(name): _fields(SOURCE.names, name) for name in ("gazette", "rumour", "unused")
        },
        "events": [
            event("war", "2018-03/2019-01-05", status="confirmed"),
            event("landing", "2018-06-01", links=links, arc=poisoned("south"), kind="statement"),
            event("later", "2019-02/..", status="denied"),
        ],
    }
    return json.dumps(data)


def other_files():
    """Return files of other formats, by their names: each with POISON wherever text may be."""
    return {
        **_tables(),
        **_slides(),
        "g.mw": _MARKWHEN.replace("TEXT", LINE),
        "h.ics": _CALENDAR.replace("TEXT", LINE).replace("\n", "\r\n"),
        "i.ged": _GEDCOM.replace("UTF-8", LINE).encode("latin-1", "replace") + b"\xe9\n",
        "j.ged": _GEDCOM.replace("TEXT", LINE),
        **_bibliographies(),
    }


def _bibliographies():
    item = {"id": POISON, "type": "book", "title": POISON, "issued": {"raw": POISON}, POISON: 1}
    return {
        "k.bib": f"@book{{a, title={{{LINE}}}, author={{{LINE}}}, year={{{LINE}}}, x={{{LINE}}}}}\n"
        f"@book{{a, title={{{LINE}}}}}\n@book{{b, {LINE}\n",
        "l.ris": f"TY  - BOOK\nTI  - {LINE}\nDA  - {LINE}\nXX  - {LINE}\nER  - \nTY  - {LINE}\n",
        "m.csljson": json.dumps([item, POISON]),
    }


def _tables():
    row = f"{CELL},{CELL},{CELL}"
    rows = [
        {"date": "2019", "title": POISON, POISON: POISON},
        {"date": POISON, "title": POISON},
        [POISON],
    ]
    return {
        "a.csv": f"date,title,{CELL},actors\n2019,{row}\n{row},z\n1,2\n",
        "b.tsv": f"date\ttitle\t{LINE}\n2019\t{LINE}\t{LINE}\n{LINE}\tx\t{LINE}\n",
        "c.jsonl": "".join(f"{json.dumps(each)}\n" for each in rows),
        "d.json": json.dumps([{"when": "2019", "what": POISON, POISON: POISON}, {"when": POISON}]),
    }


def _slides():
    row = f"{CELL},{CELL},{CELL},{CELL}"
    slide = {
        "start_date": {"year": "2019", "display_date": POISON},
        "text": {"headline": POISON, "text": f"<p>{POISON}</p>"},
        "media": {"url": POISON, "caption": POISON, "credit": POISON},
        "group": POISON,
        POISON: POISON,
    }
    wrong = {**slide, "start_date": {"year": POISON}}
    return {
        "e.json": json.dumps({"title": slide, "events": [slide, wrong]}),
        "f.csv": f"Year,Month,Headline,Text,Media,{CELL}\n2019,{row},x\n2019,,{row}\n",
    }


LINE = POISON.replace("\n", " ").replace("\r", " ")
CELL = '"{}"'.format(POISON.replace('"', '""'))

_MARKWHEN = """\
title: TEXT

2019: TEXT #TEXT [TEXT](https://e.org/TEXT)
TEXT: TEXT
2019-13: TEXT
section TEXT
"""
_CALENDAR = """\
BEGIN:VCALENDAR
X-WR-CALNAME:TEXT
X-TEXT:TEXT
BEGIN:VEVENT
UID:TEXT
DTSTART;VALUE=DATE:20190101
SUMMARY:TEXT
DESCRIPTION:<p>TEXT</p>
LOCATION:TEXT
CATEGORIES:TEXT
URL:https://e.org/TEXT
X-TEXT:TEXT
END:VEVENT
BEGIN:VEVENT
UID:2TEXT
DTSTART;TZID=TEXT:20190101T100000
SUMMARY:TEXT
RRULE:TEXT
END:VEVENT
BEGIN:VEVENT
DTSTART:TEXT
END:VEVENT
END:VCALENDAR
"""
_GEDCOM = """\
0 HEAD
1 CHAR UTF-8
0 @I1@ INDI
1 NAME TEXT /TEXT/
1 BIRT
2 DATE 1 JAN 1900
2 PLAC TEXT
1 DEAT TEXT
2 DATE TEXT
1 EVEN TEXT
2 TYPE TEXT
2 DATE 1950
2 SOUR TEXT
1 TEXT
0 TRLR
"""
