"""The curated timeline is held to what it promises: known facts, claims that stay claims, arcs."""

from pathlib import Path

import pytest
import yaml

from timeline.edtf import day_number
from timeline.query.fields import Context
from timeline.query.grammar import ask

HERE = Path(__file__).parent
CLOSES = day_number(2026, 3, 31)
BEFORE_THE_AFTERMATH = day_number(2025, 11, 30)
STORIES = {"crisis-2019", "caribbean-2025", "letter-2025", "syria-assad"}
ARCS = {*STORIES, "aftermath-2026", "background"}

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
    ("russia-venezuela-treaty-in-force-2025", "2025-11-12"),
    ("uss-ford-enters-caribbean-sea-2025", "2025-11-16"),
    ("trump-maduro-telephone-call-2025", "2025-11-21"),
    ("us-seizes-tanker-skipper-2025", "2025-12-10"),
    ("us-strikes-venezuela-captures-maduro-2026", "2026-01-03"),
    ("delcy-rodriguez-acting-president-2026", "2026-01-05"),
    ("us-seizes-russian-flagged-marinera-2026", "2026-01-07"),
    ("us-venezuela-restore-relations-2026", "2026-03-05"),
]

# What is only known roughly, or went on, and must stay so.
VAGUE = [
    ("maduro-letter-to-putin-2025", "2025-10~"),
    ("s300vm-delivered-to-venezuela-2013", "2013~"),
    ("us-caribbean-deployment-begins-2025", "2025-08"),
    ("us-maximum-pressure-campaign-2019", "2019-01~/2021-01~"),
    ("maduro-tv-vow-against-conspiracy-2025", "2025-10"),
    ("russia-full-scale-war-in-ukraine-2022", "2022-02/.."),
    ("us-boat-strike-campaign-2025", "2025-09/.."),
    ("trump-pressure-on-maduro-2025", "2025-01/2026-01-03"),
    ("third-us-boat-strike-2025", "[2025-09-16..2025-09-19]"),
    ("cia-strikes-dock-2025", "[2025-12-01..2025-12-26]"),
]

# A claim stays a claim.
STATUSES = [
    ("maduro-letter-to-putin-2025", "reported"),
    ("washington-post-reports-maduro-letter-2025", "confirmed"),
    ("lavrov-denies-venezuelan-request-2025", "denied"),
    ("zhuravlev-claims-pantsir-buk-delivery-2025", "claimed"),
    ("reuters-russian-contractors-guard-maduro-2019", "disputed"),
    ("venezuelan-f16s-overfly-us-destroyer-2025", "reported"),
    ("seahorse-turns-back-before-us-destroyer-2025", "reported"),
    ("cia-strikes-dock-2025", "reported"),
    ("us-strikes-venezuela-captures-maduro-2026", "confirmed"),
    ("kalashnikov-cartridge-plant-venezuela-2025", "claimed"),
    ("lavrov-russian-firms-pushed-out-2026", "claimed"),
    ("roszarubezhneft-assets-russian-property-2026", "claimed"),
]


# What was thought of the future in November 2025.
FORESEEN = [
    "former-official-doubts-air-defences-2025",
    "rouvinski-maduro-assad-parallel-2025",
    "rouvinski-reputation-would-suffer-2025",
    "rouvinski-latin-american-standing-at-risk-2025",
    "rouvinski-aid-more-symbolic-2025",
    "rouvinski-russia-will-not-go-far-2025",
]


@pytest.fixture(name="events", scope="session")
def _events(curated):
    return [match.event for match in curated.select()]


def test_it_is_as_large_as_it_should_be(curated, events):
    """At least 170 events, in six arcs, with at least 100 links."""
    assert len(events) >= 170
    assert set(curated.arcs) == ARCS == {event.arc for event in events}
    assert sum(len(event.links) for event in events) >= 100


def test_every_event_is_sourced_and_has_a_status(events):
    """No source, no event."""
    assert [event.id for event in events if not event.sources or not event.status] == []


def test_titles_are_short_and_summaries_are_there(events):
    """A title fits a line: under 80 characters, no full stop."""
    long = [event.id for event in events if len(event.title) >= 80 or event.title.endswith(".")]
    assert long == []
    assert [event.id for event in events if not event.summary] == []


def test_nothing_happens_after_it_closes(curated, events):
    """The timeline closes on 31 March 2026; only open ends go on."""
    assert curated.as_of == CLOSES
    assert [e.id for e in events if e.date.earliest_start and e.date.earliest_start > CLOSES] == []
    ends = {e.id: e.date.latest_end for e in events}
    open_ended = {e.id for e in events if e.date.end_kind == "open"}
    assert {id_ for id_, end in ends.items() if end is None} == open_ended
    assert [id_ for id_, end in ends.items() if end is not None and end > CLOSES] == []


def test_what_came_of_it_is_an_arc_of_its_own(events):
    """The four stories end in November 2025; all that is later is in the sixth arc."""
    later = {e.id for e in events if (e.date.earliest_start or 0) > BEFORE_THE_AFTERMATH}
    assert later == {e.id for e in events if e.arc == "aftermath-2026"}
    assert len(later) == 34


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


def test_what_only_one_side_says_is_reported(events):
    """Each single strike at sea; but of one the survivors were received by two other states."""
    strikes = [e for e in events if "us-boat-strike-campaign-2025" in _targets(e, "part-of")]
    assert len(strikes) == 10
    assert {e.id for e in strikes if e.status != "reported"} == {
        "us-strike-semi-submersible-survivors-2025"
    }


def test_what_was_told_to_a_paper_was_told_before_it_came_out(events):
    """Sixteen judgements in the article of 13 November 2025, on days that it does not name."""
    told = [e for e in events if "moscow-times-ally-at-risk-article-2025" in _targets(e, "part-of")]
    assert len(told) == 16
    assert {e.date.text for e in told} == {"[2025-11-01..2025-11-13]"}


def test_what_was_foreseen_stays_and_leads_to_what_came(curated):
    """An event of the aftermath answers it or bears it out, or its own note names one."""
    aftermath = {m.event.id for m in curated.select() if m.event.arc == "aftermath-2026"}
    for name in FORESEEN:
        event = curated.get(name)
        linked = {other.id for _, other in curated.links_to(event)} & aftermath
        assert event.status in {"claimed", "reported"}
        assert linked or any(id_ in event.note for id_ in aftermath), name


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
        "russian-il62-flies-to-caracas-2019",
        "russian-military-specialists-arrive-2019",
        "zakharova-specialists-as-long-as-needed-2019",
        "dispute-over-russian-drawdown-2019",
        "russian-specialists-rotate-out-2019",
        "maduro-putin-moscow-new-specialists-2019",
    }
    assert found.isdisjoint({"us-sanctions-pdvsa-2019", "venezuela-aid-convoy-standoff-2019"})


def _targets(event, type_):
    return {link.target for link in event.links if link.type == type_}


def _ids(timeline, **asked):
    query = ask(asked, "", Context(timeline, CLOSES))
    return {match.event.id for match in timeline.select(query)}
