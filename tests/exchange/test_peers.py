"""What we write is accepted by the formats' own parsers, and says there what it says here.

They run in Node: `make peers` brings them, as locked in tests/exchange/peers.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.exchange.test_markwhen_dates import EXACT, RELATIVE
from tests.timelines import timelines
from timeline import edtf
from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import reader, writer
from timeline.exchange.losses import Losses
from timeline.exchange.markwhen.notation import JOINER
from timeline.exchange.markwhen.spans import nearest, read_back

PEERS = Path(__file__).parent / "peers"
TODAY = edtf.day_number(2026, 11, 23)

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and (PEERS / "node_modules").exists()),
    reason="Node or its packages are missing: make peers",
)


def _asked(script, folder, text, *arguments):
    """Return what a parser prints of *text*."""
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    command = ["node", str(PEERS / script), str(path), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _markwhen(folder, text):
    found = _asked("markwhen.mjs", folder, text, "2026-11-23T00:00:00Z")
    assert found["messages"] == []
    return found


def _written(format_, timeline):
    losses = Losses()
    text = writer(format_)(Export(timeline, timeline.select()), losses)
    assert losses.written == len(timeline)
    return text


def _day(iso):
    """Return the day number of a moment in ISO 8601, as Luxon writes it."""
    year, month, day = re.match(r"([+-]?\d+)-(\d\d)-(\d\d)T", iso).groups()
    return edtf.day_number(int(year), int(month), int(day))


def _assert_days(found, when):
    """Hold that an event of markwhen covers the days of *when*, up to just before its end."""
    assert _day(found["from"]) == when.earliest_start
    if "now" in found["head"]:
        assert _day(found["to"]) == TODAY
    elif re.search(r"BCE? *[–-]|[–-].*BCE?", found["head"]):  # ends with its last year's first day
        assert _day(found["to"]) == when.earliest_end
    elif "T" not in str(when):
        assert _day(found["to"]) == when.latest_end + 1


def _assert_same(timeline, found):
    """Hold that markwhen finds the events of *timeline*: title, days, id, tags, places."""
    events = {match.event.id: match.event for match in timeline.select()}
    assert sorted(each["id"] for each in found["events"]) == sorted(events)
    for each in found["events"]:
        event = events[each["id"]]
        # From years before Christ on, the parser leaves the colon with the title.
        title = re.sub(r"^\s*:\s*", "", each["title"]) if "BCE" in each["head"] else each["title"]
        assert title.replace(JOINER, "").strip() == event.title
        _assert_days(each, edtf.parse(read_back(nearest(event.date))))
        assert each["properties"].get("locations", []) == list(event.places)
        assert each["properties"].get("status", "") == event.status
        assert event.summary in each["text"].replace(JOINER, "")


def test_markwhen_finds_the_events_of_the_curated_file(curated, tmp_path):
    """All of them in five sections, each with its title, days, id, places, status and text."""
    found = _markwhen(tmp_path, _written("markwhen", curated))
    assert len(found["events"]) == len(curated)
    assert sorted(found["sections"]) == sorted(arc.title for arc in curated.arcs.values())
    assert found["header"]["title"] == curated.title
    _assert_same(curated, found)


@given(timeline=timelines(least=12, most=16))
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
def test_markwhen_finds_the_events_of_any_timeline(timeline, tmp_path_factory):
    """Titles and texts that nobody would think of make no events and no messages."""
    _assert_same(
        timeline, _markwhen(tmp_path_factory.getbasetemp(), _written("markwhen", timeline))
    )


_DATES = [(head, date) for head, date in EXACT if ":" not in head]
_OF_OURS = {"2019 to 2020", "2019-01-31 - 1 month"}  # `to` and `-` between dates of EDTF
_LOST_WEEKS = re.compile(r"[56] ?(?:week ?|work )days")  # the parser loses five days of each
_UTC = "---\ntimezone: UTC\n---\n"


def test_dates_mean_what_they_mean_to_markwhen(tmp_path):
    """Every date of our table covers the same days there, but for the ends before Christ."""
    dates = [(head, date) for head, date in _DATES if head not in _OF_OURS]
    lines = [f"{head}: it !e{at}\n" for at, (head, _) in enumerate(dates)]
    found = {each["id"]: each for each in _markwhen(tmp_path, _UTC + "".join(lines))["events"]}
    for at, (_, date) in enumerate(dates):
        _assert_days(found[f"e{at}"], edtf.parse(date))


def test_relative_dates_begin_where_markwhen_lets_them_begin(tmp_path):
    """The first day of what counts from another event is the same there."""
    pairs = [case for case in RELATIVE if not _LOST_WEEKS.search(case[1])]
    assert len(pairs) > len(RELATIVE) - 4
    lines = [f"{a}\n{b}\n".replace("!a", f"!a{at}") for at, (a, b, _) in enumerate(pairs)]
    events = _markwhen(tmp_path, _UTC + "".join(lines))["events"]
    begun = [_day(event["from"]) for event in events if event["title"].strip() == "b"]
    assert begun == [edtf.parse(date).earliest_start for _, _, date in pairs]


def test_both_read_a_real_shape_alike(tmp_path):
    """Events of the newer syntax: as many, with the same titles and tags."""
    text = (
        "---\ntimezone: UTC\n---\n# Group #tagged\n2019: One #a #b-c\nid: one\nkey: v\n\n"
        "Text with a colon: and more\n## Within\n2020-01/2020-03: Two !two\n1 May 2021: Three\n"
    )
    (tmp_path / "t.mw").write_text(text, encoding="utf-8")
    ours = reader("markwhen")(str(tmp_path / "t.mw"), Choices(today=TODAY), Losses())
    found = _markwhen(tmp_path, text)["events"]
    events = [match.event for match in ours.select()]
    assert [(each["title"].strip(), tuple(each["tags"])) for each in found] == [
        (event.title, event.tags) for event in events
    ]


def _decoded(text):
    """Return a text without the signs by which Mermaid keeps numbers of characters."""
    return re.sub(r"ﬂ°°(\d+)¶ß", lambda found: chr(int(found[1])), text)


def _assert_shown(timeline, found):
    """Hold that Mermaid finds every title, in order, in its period and section."""
    told = [_decoded(event) for period in found["periods"] for event in period["events"]]
    events = [match.event for match in timeline.select()]
    assert len(told) == len(events)
    for each, event in zip(told, events, strict=True):
        assert each.strip().startswith(event.title)
    assert (found["type"], _decoded(found["title"]).strip()) == ("timeline", timeline.title)


def test_mermaid_finds_the_events_of_the_curated_file(curated, tmp_path):
    """Every event, in sections of years that follow each other."""
    found = _asked("mermaid.mjs", tmp_path, _written("mermaid", curated))
    _assert_shown(curated, found)
    assert found["sections"] == sorted(set(found["sections"]))
    assert {period["section"] for period in found["periods"]} == set(found["sections"])


@given(timeline=timelines(least=12, most=16))
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
def test_mermaid_finds_the_events_of_any_timeline(timeline, tmp_path_factory):
    """No title ends a period, begins a section, or is passed over as a comment."""
    text = _written("mermaid", timeline)
    _assert_shown(timeline, _asked("mermaid.mjs", tmp_path_factory.getbasetemp(), text))
