"""The curated timeline is held to what it promises: sources, neutrality of form, known facts."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from timeline.edtf import day_number
from timeline.model import RELIABILITIES
from timeline.querying import Context, ask

HERE = Path(__file__).parent
CLOSES = day_number(2025, 11, 30)
ARCS = {"crisis-2019", "caribbean-2025", "letter-2025", "syria-assad", "background"}

# Facts anyone can check: day, and a word of the event of that day.
SPOT_FACTS = [
    ("guaido-declares-interim-presidency-2019", "2019-01-23"),
    ("us-sanctions-pdvsa-2019", "2019-01-28"),
    ("russian-military-specialists-arrive-2019", "2019-03-23"),
    ("fall-of-assad-government-2024", "2024-12-08"),
    ("first-us-boat-strike-2025", "2025-09-02"),
    ("russian-il76-lands-caracas-2025", "2025-10-26"),
    ("zakharova-ready-to-respond-2025", "2025-10-30"),
    ("washington-post-reports-maduro-letter-2025", "2025-10-31"),
    ("lavrov-denies-venezuelan-request-2025", "2025-11-11"),
    ("uss-ford-enters-caribbean-sea-2025", "2025-11-16"),
]

# What is only known roughly, or went on, and must stay so.
VAGUE = [
    ("maduro-letter-to-putin-2025", "2025-10~"),
    ("s300vm-delivered-to-venezuela-2013", "2013~"),
    ("us-caribbean-deployment-begins-2025", "2025-08"),
    ("us-maximum-pressure-campaign-2019", "2019-01~/2021-01~"),
    ("maduro-tv-vow-against-conspiracy-2025", "2025-10"),
    ("russia-full-scale-war-in-ukraine-2022", "2022-02/.."),
]

# A claim stays a claim.
STATUSES = [
    ("maduro-letter-to-putin-2025", "reported"),
    ("washington-post-reports-maduro-letter-2025", "confirmed"),
    ("lavrov-denies-venezuelan-request-2025", "denied"),
    ("zhuravlev-claims-pantsir-buk-delivery-2025", "claimed"),
    ("reuters-russian-contractors-guard-maduro-2019", "disputed"),
]


@pytest.fixture(name="events", scope="session")
def _events(curated):
    return [match.event for match in curated.select()]


def test_it_is_as_large_as_it_should_be(curated, events):
    """At least 110 events, in five arcs, with at least 40 links."""
    assert len(events) >= 110
    assert set(curated.arcs) == ARCS == {event.arc for event in events}
    assert sum(len(event.links) for event in events) >= 40


def test_every_event_is_sourced_and_has_a_status(events):
    """No source, no event."""
    assert [event.id for event in events if not event.sources or not event.status] == []


def test_titles_are_short_and_summaries_are_there(events):
    """A title fits a line: under 80 characters, no full stop."""
    long = [event.id for event in events if len(event.title) >= 80 or event.title.endswith(".")]
    assert long == []
    assert [event.id for event in events if not event.summary] == []


def test_nothing_happens_after_it_closes(curated, events):
    """The timeline closes on 30 November 2025; only open ends go on."""
    assert curated.as_of == CLOSES
    assert [e.id for e in events if e.date.earliest_start and e.date.earliest_start > CLOSES] == []
    ends = {e.id: e.date.latest_end for e in events}
    open_ended = {e.id for e in events if e.date.end_kind == "open"}
    assert {id_ for id_, end in ends.items() if end is None} == open_ended
    assert [id_ for id_, end in ends.items() if end is not None and end > CLOSES] == []


def test_every_actor_and_source_is_used(curated, events):
    """An actor acts, or somebody who acts is of it; a source is cited."""
    acting = {actor for event in events for actor in event.actors}
    used = {actor for actor in curated.actors if curated.members(actor) & acting}
    assert set(curated.actors) - used == set()
    cited = {citation.source for event in events for citation in event.sources}
    assert set(curated.sources) - cited == set()


def test_every_source_has_a_grade_and_a_publisher(curated):
    """By the rule at the top of the file."""
    sources = curated.sources.values()
    assert [source.id for source in sources if source.reliability not in RELIABILITIES] == []
    assert [source.id for source in sources if not source.publisher] == []


def test_an_address_stands_only_where_the_page_was_seen(curated):
    """Every address is one of those that were read, and stands once."""
    seen = set((HERE / "fact_sheet_urls.txt").read_text(encoding="utf-8").split())
    addresses = [source.url for source in curated.sources.values() if source.url]
    assert set(addresses) <= seen
    assert [url for url, number in Counter(addresses).items() if number > 1] == []


def test_no_two_actors_share_a_name(curated):
    """A name leads to one actor, whatever its case."""
    owners = {}
    for actor in curated.actors.values():
        for name in actor.names:
            owners.setdefault(name.casefold(), set()).add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_statement_of_the_article_has_a_place(events):
    """All 43, each in at least one event that exists."""
    ids = {event.id for event in events}
    places = yaml.safe_load((HERE / "article_coverage.yaml").read_text(encoding="utf-8"))
    assert sorted(places) == list(range(1, 44))
    assert {
        number: set(events) - ids for number, events in places.items() if set(events) - ids
    } == {}
    assert [number for number, events in places.items() if not events] == []


@pytest.mark.parametrize(("name", "date"), [*SPOT_FACTS, *VAGUE])
def test_known_dates_are_right(curated, name, date):
    """A day that is known is that day; a vague date has stayed vague."""
    assert curated.get(name).date.text == date


@pytest.mark.parametrize(("name", "status"), STATUSES)
def test_a_claim_stays_a_claim(curated, name, status):
    """The letter is reported, its denial denies it, a delivery is claimed."""
    assert curated.get(name).status == status


def test_what_people_think_is_never_a_confirmed_fact(events):
    """A statement's status judges what was said; the article that prints it did appear."""
    statements = {event.id for event in events if event.kind == "statement"}
    assert {e.id for e in events if e.id in statements and e.status == "confirmed"} == set()
    assessments = {event.id for event in events if "assessment" in event.tags}
    assert assessments - statements == {"moscow-times-ally-at-risk-article-2025"}


def test_the_letter_its_report_and_its_denial_are_linked(curated):
    """Letter ↔ story ↔ denial."""
    letter = curated.get("maduro-letter-to-putin-2025")
    back = {(type_, event.id) for type_, event in curated.links_to(letter)}
    assert ("reports", "washington-post-reports-maduro-letter-2025") in back
    assert ("denies", "lavrov-denies-venezuelan-request-2025") in back


@pytest.mark.parametrize("name", ["putin", "lavrov", "rosneft", "russian armed forces"])
def test_russia_stands_for_those_who_belong_to_it(curated, name):
    """`--actor russia` finds Putin, Lavrov, Rosneft and the armed forces."""
    russia = _ids(curated, actor=["russia"])
    assert _ids(curated, actor=[name]) <= russia


@pytest.mark.parametrize(
    ("alias", "actor"),
    [
        ("Moscow", "russia"),
        ("Kremlin", "russia"),
        ("US", "united-states"),
        ("Washington", "united-states"),
        ("Caracas", "venezuela"),
    ],
)
def test_capitals_stand_for_their_states(curated, alias, actor):
    """As they do in the press."""
    assert _ids(curated, actor=[alias]) == _ids(curated, actor=[actor]) != set()


def test_russia_in_2019(curated):
    """The main example: from the recognition of January to the specialists of September."""
    found = _ids(curated, actor=["russia"], year=["2019"])
    assert found >= {
        "putin-calls-maduro-2019",
        "russia-china-veto-us-resolution-2019",
        "russian-military-specialists-arrive-2019",
        "zakharova-specialists-as-long-as-needed-2019",
        "dispute-over-russian-drawdown-2019",
        "russian-specialists-rotate-out-2019",
        "maduro-putin-moscow-new-specialists-2019",
    }
    assert found.isdisjoint({"us-sanctions-pdvsa-2019", "venezuela-aid-convoy-standoff-2019"})


def _ids(timeline, **asked):
    query = ask(asked, "", Context(timeline, CLOSES))
    return {match.event.id for match in timeline.select(query)}
