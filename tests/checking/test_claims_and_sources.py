"""Rules about claims, links and sources, in the cases that are easily got wrong."""

import pytest

from timeline.checking.sources import without_tracking

EVENT = "- date: 2019-01-23\n  title: Talks\n"


def _one(found, rule, text):
    return [f"{each.level.name}: {each.message}" for each in found(rule, f_yaml=text)]


@pytest.mark.parametrize(
    ("grade", "level"),
    [("A", "note"), ("C", "note"), ("D", "warning"), ("E", "warning"), ("F", "note"), ("", "note")],
)
def test_one_source_is_a_warning_only_if_it_is_poor(found, grade, level):
    """F cannot be judged, which is not the worst; no grade is no bad one."""
    text = f"sources: {{a: {{reliability: {grade}}}}}\nevents:\n{EVENT}  status: confirmed\n"
    (problem,) = found("confirmed-on-one-origin", f_yaml=f"{text}  sources: [a]\n")
    assert problem.level.name == level


@pytest.mark.parametrize("status", ["reported", "claimed", "disputed", "denied"])
def test_one_source_is_enough_for_less_than_confirmed(found, status):
    """They promise no more."""
    assert (
        _one(found, "confirmed-on-one-origin", f"{EVENT}  status: {status}\n  sources: [a]\n") == []
    )


def test_a_source_cited_twice_is_one(found):
    """Two pages of it are one witness."""
    text = f"{EVENT}  status: confirmed\n  sources: [a, {{source: a, note: p. 2}}]\n"
    assert _one(found, "confirmed-on-one-origin", text) == ["note: confirmed on one origin alone"]


def test_a_claim_without_actors_is_somebodys_by_its_link(found):
    """The event that reports it names who claims it."""
    other = f"{EVENT}  actors: [a]\n  links: [reports: x]\n"
    text = f"{EVENT}  id: x\n  status: claimed\n"
    assert _one(found, "unattributed-claim", text) == ["warning: nobody claims this"]
    assert _one(found, "unattributed-claim", text + other) == []
    nobodys = other.replace("  actors: [a]\n", "")
    assert len(_one(found, "unattributed-claim", text + nobodys)) == 1
    whole = f"{text}  links: [part-of: y]\n{EVENT}  id: y\n  actors: [a]\n"
    assert _one(found, "unattributed-claim", whole) == []
    # Who was denied, or answered, need not be who denies.
    assert len(_one(found, "unattributed-claim", whole.replace("part-of", "responds-to"))) == 1


def test_a_denial_must_say_what_it_denies(found):
    """A link out of it, or one into it: it denies, or it was denied."""
    denial = f"{EVENT}  id: x\n  status: denied\n  actors: [a]\n"
    assert _one(found, "unattributed-claim", denial) == ["warning: no link says what is denied"]
    out = f"{denial}  links: [denies: y]\n{EVENT}  id: y\n"
    into = f"{denial}{EVENT}  id: y\n  links: [denies: x]\n"
    assert _one(found, "unattributed-claim", out) == []
    assert _one(found, "unattributed-claim", into) == []


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.example/b?utm_source=x&utm_medium=y", "https://a.example/b"),
        ("https://a.example/b?id=1&fbclid=2#part", "https://a.example/b?id=1#part"),
        ("https://a.example/?gclid&GCLID=3&id=1", "https://a.example/?id=1"),
        ("https://a.example/b?id=1&&page=2", "https://a.example/b?id=1&&page=2"),
        ("https://a.example/utm_source=x", "https://a.example/utm_source=x"),
        ("https://a.example/b?", "https://a.example/b?"),
    ],
)
def test_an_address_loses_what_follows_a_reader(url, bare):
    """And nothing else: neither its other parameters nor its fragment."""
    assert without_tracking(url) == bare


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("www.a.example", "this is no web address"),
        ("ftp://a.example", "this is no web address"),
        ("https:///b", "this is no web address"),
        ("javascript:alert(1)", "this is no web address"),
        ("https://a.example/b c", "a web address has no blanks"),
        ("https://a.example/?utm_source=x", "this address tells who shared it"),
    ],
)
def test_addresses_that_lead_nowhere(found, url, message):
    """One finding each, the worst."""
    text = f"sources: {{a: {{url: '{url}'}}}}\nevents:\n{EVENT}  sources: [a]\n"
    assert _one(found, "dead-link-form", text) == [f"warning: {message}"]


def test_a_group_is_used_by_its_members(found):
    """Whoever is `of` it, through others too; in a circle nobody would end."""
    text = "actors: {a: , b: {of: [a]}, c: {of: [b]}, d: {of: [a]}}\nevents:\n"
    unused = found("unused-actor", f_yaml=f"{text}{EVENT}  actors: [c]\n")
    assert [each.spot.id for each in unused] == ["d"]


@pytest.mark.parametrize(
    ("event", "denial", "found_one"),
    [
        ("A", "E", False),
        ("B", "C", False),
        ("B", "B", True),
        ("E", "A", True),
        ("", "E", True),
        ("A", "F", True),
        ("A", "", True),
    ],
)
def test_a_denial_on_worse_sources_disputes_nothing(found, event, denial, found_one):
    """A grade that nobody knows is no bad one."""
    text = (
        f"sources: {{a: {{reliability: {event}}}, b: {{reliability: {denial}}}}}\n"
        f"events:\n{EVENT}  id: x\n  status: confirmed\n  sources: [a]\n"
        f"{EVENT}  sources: [b]\n  links: [denies: x]\n"
    )
    assert bool(_one(found, "status-link-mismatch", text)) == found_one


def test_what_a_third_event_confirms_is_confirmed(found):
    """Whatever is denied after all."""
    denied = f"{EVENT}  id: x\n  status: confirmed\n{EVENT}  links: [denies: x]\n"
    assert len(_one(found, "status-link-mismatch", denied)) == 1
    assert _one(found, "status-link-mismatch", f"{denied}{EVENT}  links: [confirms: x]\n") == []


def test_both_ways_out_of_a_denial_are_shown(found):
    """Neither is pushed."""
    text = f"{EVENT}  id: x\n  status: confirmed\n{EVENT}  links: [denies: x]\n"
    [problem] = found("status-link-mismatch", f_yaml=text)
    assert problem.hint == (
        "weigh both: write status: disputed, or keep it and say why: "
        "# timeline: ignore status-link-mismatch: …"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("isbn: 978-0-306-40615-8", "the check digit of this ISBN does not fit"),
        ("isbn: 0-8044-2957-1", "the check digit of this ISBN does not fit"),
        ("isbn: '12345'", "this is no ISBN"),
        ("doi: https://doi.org/10.1000/182", "this is more than a DOI"),
        ("doi: 11.1000/182", "this is no DOI"),
        ("language: ru_RU", "this is no code of a language"),
        ("language: qq", "this is no code of a language"),
    ],
)
def test_what_names_a_publication_or_a_language(found, line, message):
    """Check digits by ISO 2108, worked out by hand."""
    text = f"sources:\n  a: {{{line}}}\nevents:\n- date: 2019\n  title: a\n  sources: [a]\n"
    assert _one(found, "wrong-identifier", text) == [f"warning: {message}"]


def test_an_origin_is_not_unused(found):
    """Though no event cites it itself: it is whose account another tells."""
    text = (
        "sources:\n  a: {relays: [b]}\n  b: {copy-of: c}\n  c:\n  d:\n"
        "events:\n- date: 2019\n  title: a\n  sources: [{source: a, relays: [d]}]\n"
    )
    assert _one(found, "unused-source", text) == []


def test_a_finding_about_a_relay_stands_at_its_name(found):
    """In a citation, and in that of an account, not at the source that is cited."""
    text = (
        "sources:\n  a: {date: 2019-01-01}\n  b: {date: 2020}\nevents:\n- date: 2019\n  title: t\n"
        "  sources: [{source: a, relays: [Radio]}]\n"
        "  accounts: [{by: [x], sources: [{source: a, relays: [b]}]}]\n"
    )
    places = {
        each.rule: (each.place.line, each.place.column)
        for each in found("unread-origin", "relay-before-origin", f_yaml=text)
    }
    assert places == {"unread-origin": (7, 34), "relay-before-origin": (8, 55)}


def test_a_circle_that_a_citation_closes_is_told_with_every_place(found):
    """It stands at the citation, and says which keys have a part in it."""
    text = (
        "sources:\n  a: {relays: [b]}\n  b:\n  c: {copy-of: b}\nevents:\n"
        "- date: 2019\n  title: t\n  sources: [{source: c, relays: [a]}]\n"
    )
    (circle,) = found("circular-source", f_yaml=text)
    assert circle.message == "nobody told it first: a → b → a"
    assert (circle.place.line, circle.place.column) == (8, 34)
    assert [(place.line, place.column, said) for place, said in circle.steps] == [
        (2, 16, "'a' relays 'b'"),
        (4, 16, "'c' is a copy of 'b'"),
        (8, 34, "'c' relays 'a', for this event"),
    ]


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        ("status: claimed", ["nobody claims this"]),
        ("status: claimed, by: [a]", []),
        ("status: claimed, accounts: [{by: [a], says: X}]", []),
        ("status: claimed, accounts: [{sources: [s], says: X}]", ["nobody claims this"]),
        ("status: denied, by: [a]", ["no link says what is denied"]),
        ("status: denied, by: [a], accounts: [{by: [b], stance: denies}]", []),
        ("status: denied, by: [a], sources: [{source: s, stance: denies}]", []),
        ("status: denied, sources: [{source: s, stance: denies}]", ["nobody denies this"]),
    ],
)
def test_who_claims_or_denies_may_stand_in_a_key_or_an_account(found, keys, messages):
    """What a source or an account denies needs no link to say so."""
    text = f"- {{date: 2019, title: T, {keys}}}\n"
    assert [each.message for each in found("unattributed-claim", f_yaml=text)] == messages
