"""The curated timeline: sources that were seen, grades by one rule, no event before its time."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from timeline.loading.shipped import default_path
from timeline.model.scales import RELIABILITIES

HERE = Path(__file__).parent
GRADED_BY_COPY = {"Federal Register", "The Moscow Times"}
MOST_WITHOUT_ADDRESS = 15
PLANNED = set()  # ids of events that their sources foresee


@pytest.fixture(name="events", scope="module")
def _events(curated):
    return [match.event for match in curated.select()]


def test_every_source_has_a_grade_and_a_publisher(curated):
    """By the rule at the top of the file."""
    sources = curated.sources.values()
    assert [source.id for source in sources if source.reliability not in RELIABILITIES] == []
    assert [source.id for source in sources if not source.publisher] == []


def test_a_publisher_has_one_grade(curated):
    """But for two, of which one copy is worse than the other; the top of the file names them."""
    grades = defaultdict(set)
    for source in curated.sources.values():
        grades[source.publisher].add(source.reliability)
    assert {name for name, found in grades.items() if len(found) > 1} == GRADED_BY_COPY


def test_an_address_stands_only_where_the_page_was_seen(curated):
    """Every address is one of those that were read, and stands once."""
    seen = set((HERE / "fact_sheet_urls.txt").read_text(encoding="utf-8").split())
    addresses = [source.url for source in curated.sources.values() if source.url]
    assert set(addresses) <= seen
    assert [url for url, number in Counter(addresses).items() if number > 1] == []


def test_what_is_cited_often_can_be_looked_up(curated, events):
    """A source of over fifteen events has an address."""
    cited = Counter(citation.source for event in events for citation in event.sources)
    often = {id_ for id_, number in cited.items() if number > MOST_WITHOUT_ADDRESS}
    assert often
    assert {id_ for id_ in often if not curated.sources[id_].url} == set()


def test_a_reprint_stands_under_those_who_wrote_it(curated):
    """Who reprints is named in the note, and is not the publisher."""
    reprints = {s.id: s for s in curated.sources.values() if "reprint by" in s.note}
    assert len(reprints) > 50
    for source in reprints.values():
        reprinter = re.search(r"reprint by (?:the |The )?([^;,:(]+)", source.note)[1]
        assert reprinter not in source.publisher
    agencies = {"reuters-2025-08-19-sun": "Reuters", "reuters-2024-07-29": "Reuters"}
    agencies |= {"ap-2025-10-10": "AP", "reuters-2019-06-25": "Reuters"}
    assert {id_: curated.sources[id_].publisher for id_ in agencies} == agencies


def test_nothing_is_told_before_it_can_have_happened(curated, events):
    """The last source of an event is not older than its first possible day, nor than its start."""
    early = {event.id for event in events if _is_early(curated, event)}
    assert early == PLANNED


def _is_early(curated, event):
    """Whether every source was out before the event may have begun, by the latest reading."""
    dates = [curated.sources[citation.source].date for citation in event.sources]
    if any(date is None or date.latest_end is None for date in dates):
        return False
    start = event.date.latest_start or event.date.earliest_start
    return start > max(date.latest_end for date in dates)


def test_every_ignored_finding_has_a_reason():
    """After the name of the rule."""
    text = default_path().read_text(encoding="utf-8")
    ignored = re.findall(r"# timeline: ignore *(.*)", text)
    assert len(ignored) > 5
    assert [each for each in ignored if not re.fullmatch(r"[a-z-]+: \S.{10,}", each)] == []


def test_what_a_note_refers_to_is_there(events):
    """An id in a note is the id of an event."""
    named = {
        id_
        for event in events
        for id_ in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+-20\d\d", event.note)
    }
    assert named
    assert named - {event.id for event in events} == set()
