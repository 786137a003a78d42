"""The curated file's evidence: lineage, voices, stances and accounts, as its notes had them."""

import pytest

import timeline

# Worked out by hand from what the notes of the sources and citations said.
COPIES = {
    "britain-time-2026-03-19": "The Guardian",
    "grokipedia-mirror-2013-election": "Grokipedia",
    "moscow-times-2025-11-13-machine-copy": "moscow-times-2025-11-13",
    "reuters-2025-08-19-sun": "reuters-2025-08-19",
}
RELAYS = {
    "anadolu-safe-passage": ("Miami Herald",),
    "balloon-juice-2026-01-08": ("NBC News",),
    "charter-97-2026-01-15": ("The Moscow Times",),
    "daily-sabah-2026-01-13": ("Reuters", "TASS"),
    "efinder-kolodkin": ("The Hindu", "Deutsche Welle", "France 24"),
    "exbulletin-2025-09-06": ("CBS News",),
    "fox-news-2025-10-06": ("The New York Times",),
    "gazeta-ru-2025-11-12": ("TASS",),
    "iran-front-page-2024-12-14": ("CNN",),
    "jejak-tapak-2019-09-29": ("TASS",),
    "krone-2024-12-09": ("Institute for the Study of War",),
    "mazo4f-2025-10-30": ("Sputnik",),
    "mediaite-2025-12-29": ("CNN",),
    "newser-2026-01-30": ("AP",),
    "novinite-2025-10-23": ("CNN",),
    "reuters-2019-09-26": ("Interfax",),
    "uawire-2019-03": ("Flightradar24", "a Telegram channel"),
    "ukrainska-pravda-2026-01-12": ("The New York Times",),
    "unn-2025-11-23": ("war-zone-budanov",),
    "wearethenews-rosneft": ("AP",),
}
OF_USES = {
    ("maduro-letter-to-putin-2025", "moscow-times-2025-10-31"): "The Washington Post",
    ("maduro-letter-to-putin-2025", "new-times-2025-10-31"): "The Washington Post",
    ("maduro-letter-to-putin-2025", "tass-2025-10-31"): "The Washington Post",
    ("maduro-letter-to-putin-2025", "moscow-times-2025-11-13-machine-copy"): "The Washington Post",
    ("wapo-second-strike-survivors-2025", "mediaite-2025-11-28"): "The Washington Post",
    ("dispute-over-russian-drawdown-2019", "rferl-2019-06"): "The Wall Street Journal",
    ("dispute-over-russian-drawdown-2019", "hill-kremlin-contradicts-trump"): (
        "The Wall Street Journal"
    ),
    ("ap-russia-evacuates-diplomats-families-2025", "moscow-times-2025-12-23"): "AP",
    ("ap-names-dead-of-boat-strikes-2025", "airwars-2025-10-17-strike"): "AP",
}
OWN_DOCUMENTS = {
    "dvids-2025-11-18",
    "federal-register-2019-08-07",
    "federal-register-2025-11-24",
    "kremlin-2001-05-14",
    "un-news-2025-10-10",
    "us-notice-to-congress",
    "us-southern-command-2025-11-11",
    "us-state-department-pdvsa",
    "us-treasury-2025-07-25",
}
OWN_REPORTING = {
    "ap-2025-11-07",
    "new-york-times-2025-08",
    "new-york-times-2026-01-07",
    "reuters-2019-01-26",
    "reuters-2025-08-19",
    "war-zone-budanov",
}
STATE_MEDIA = {
    "TASS": "russia",
    "RIA Novosti": "russia",
    "RT": "russia",
    "Sputnik": "russia",
    "Xinhua": "china",
    "Anadolu Agency": "turkey",
    "TRT World": "turkey",
    "United24 Media": "ukraine",
}
DENIALS = {
    ("ap-russia-evacuates-diplomats-families-2025", "tass-2025-12-23"),
    ("pompeo-russia-kept-maduro-from-fleeing-2019", "stopthedonaldtrump-2019-05-03"),
    ("reuters-russian-contractors-guard-maduro-2019", "moscow-times-2019-01-28"),
    ("tartus-port-contract-dispute-2025", "reuters-2025-03-01"),
}
MENTIONS = {
    ("hegseth-orders-ford-carrier-group-2025", "moscow-times-2025-11-13"),
    ("putin-chavez-su30-arms-deal-2006", "moscow-times-2025-11-13-machine-copy"),
}
ACCOUNTS = {
    "ap-russia-evacuates-diplomats-families-2025": 2,
    "dispute-over-russian-drawdown-2019": 4,
    "pompeo-russia-kept-maduro-from-fleeing-2019": 2,
    "reuters-russian-contractors-guard-maduro-2019": 2,
    "tartus-port-contract-dispute-2025": 2,
    "venezuela-presidential-election-2018": 3,
    "venezuela-presidential-election-2024": 2,
    "wapo-second-strike-survivors-2025": 2,
}


@pytest.fixture(name="events", scope="module")
def _events(curated):
    return [match.event for match in curated.select()]


def uses(events):
    """Return (event, source, citation) for all that is cited."""
    return [(event.id, each.source, each) for event in events for each in event.sources]


def test_whose_text_and_account_a_page_tells(curated, events):
    """As notes had it in words; where nothing was said, nothing is recorded."""
    sources = curated.sources.values()
    assert {each.id: each.copy_of for each in sources if each.copy_of} == COPIES
    assert {each.id: each.relays for each in sources if each.relays} == RELAYS
    relayed = {(id_, source): each.relays for id_, source, each in uses(events) if each.relays}
    assert relayed == {use: (name,) for use, name in OF_USES.items()}


def test_what_is_firsthand(curated):
    """Nine documents and acts of official bodies, and six pages of reporting."""
    found = {each.id for each in curated.sources.values() if each.firsthand}
    assert found == OWN_DOCUMENTS | OWN_REPORTING
    assert (len(OWN_DOCUMENTS), len(OWN_REPORTING)) == (9, 6)


def test_state_media_are_the_voice_of_their_state(curated):
    """All of those that the head of the file names, and official bodies that of themselves."""
    for source in curated.sources.values():
        if source.publisher in STATE_MEDIA:
            assert source.of == (STATE_MEDIA[source.publisher],)
        elif source.of:
            assert source.id in OWN_DOCUMENTS


def test_who_is_cited_for_the_other_side(events):
    """Four denials, and two pages that only mention what happened."""
    found = uses(events)
    assert {(id_, source) for id_, source, each in found if each.side == "denies"} == DENIALS
    assert {(id_, source) for id_, source, each in found if each.side == "mentions"} == MENTIONS


def test_every_statement_has_a_speaker(events):
    """28 statements, and the sums that Maduro claimed."""
    spoken = {event.id for event in events if event.by}
    statements = {event.id for event in events if event.kind == "statement"}
    assert spoken - statements == {"maduro-putin-moscow-investment-deals-2018"}
    assert not statements - spoken
    assert len(statements) == 28
    for event in events:
        assert set(event.by) <= set(event.actors), event.id


def test_every_disputed_event_has_accounts_that_differ(events):
    """Each side at least once; sources of an account are sources of its event."""
    assert {event.id: len(event.accounts) for event in events if event.accounts} == ACCOUNTS
    assert {event.id for event in events if event.status == "disputed"} == set(ACCOUNTS)
    for event in events:
        cited = {each.source for each in event.sources}
        for account in event.accounts:
            assert {each.source for each in account.sources} <= cited
        if event.accounts:
            assert {account.side for account in event.accounts} == {"supports", "denies"}


def told_first(source, relays, sources):
    """Return the roots to which a citation leads: along copies to the text, then along relays."""
    while source in COPIES:
        source = COPIES[source]
    ways = relays or RELAYS.get(source, ())
    if source not in sources or not ways:
        return {source}
    return set().union(*(told_first(each, (), sources) for each in ways))


def publisher(name, sources):
    """Return who speaks: every source here has a publisher, whom an article makes no other."""
    said = sources[name].publisher if name in sources else name
    return said.lower().removeprefix("the ")


def weighed(event, side, sources):
    """Return the least and the most of the origins of one side, by the tables above alone."""
    cited = [(each.source, each.side) for each in event.sources]
    told = [(each, account.side) for account in event.accounts for each in account.sources]
    cited += [(each.source, each.stance or of_account) for each, of_account in told]
    roots = set[str]()
    own = {each.source for each in event.sources if each.side == side}
    for source, stance in cited:
        if stance == side:
            used = OF_USES.get((event.id, source)) if source in own else None
            roots |= told_first(source, (used,) if used else (), sources)
    speakers = {publisher(root, sources) for root in roots}
    own = {publisher(root, sources) for root in roots & (OWN_DOCUMENTS | OWN_REPORTING)}
    return max(len(own), min(1, len(speakers))), len(speakers)


def sums(events, side, sources):
    """Return how many events surely have at least 1, 2, 3 origins, and how many perhaps."""
    found = [weighed(event, side, sources) for event in events]
    return {
        number: (
            sum(least >= number for least, _ in found),
            sum(least < number <= most for least, most in found),
        )
        for number in (1, 2, 3)
    }


@pytest.mark.parametrize(("field", "side"), [("origins", "supports"), ("against", "denies")])
def test_queries_count_origins_as_the_tables_have_them(curated, events, field, side):
    """By the rule of docs/claims.md, worked out here from nothing but these tables."""
    asked = timeline.load("events.yaml")
    for number, (sure, perhaps) in sums(events, side, curated.sources).items():
        found = asked.select(f"{field}>={number}")
        assert (found.certain, found.possible) == (sure, perhaps)
        none = asked.select(f"{field}<{number}")
        assert (none.certain, none.possible) == (len(events) - sure - perhaps, perhaps)
        other = asked.select(f"not {field}>={number}")
        assert (other.certain, other.possible) == (none.certain, none.possible)
