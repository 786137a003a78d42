"""Reasons to doubt and to trust: each where it holds, and where it nearly does."""

import pytest

from timeline.loading import load
from timeline.reports import reasons
from timeline.reports.evidence import Step, evidence, tally, weighed

HEAD = """\
actors:
  state: {name: The State, kind: state}
  ministry: {name: The Ministry, of: [state]}
  minister: {name: The Minister, kind: person, of: [ministry]}
  rebels: {name: Rebels}
"""
SOURCES = """\
sources:
  own: {publisher: Own, firsthand: yes, reliability: B, date: 2019-01-24}
  second: {publisher: Second, firsthand: yes, reliability: D}
  silent: {publisher: Silent, reliability: F}
  poor: {publisher: Poor, reliability: E, date: 2019-03-01}
  relay: {publisher: Relay, reliability: B, relays: [The Post]}
  other-relay: {publisher: Other, relays: [own], reliability: D}
  copy: {publisher: Copy, copy-of: own}
  more-own: {publisher: Own, date: 2020}
  voice: {publisher: Voice, of: [ministry], firsthand: yes}
  echo: {publisher: Echo, relays: [voice]}
  voice-mirror: {publisher: Mirror, copy-of: voice}
  letter: {publisher: Archive, type: document}
  page: {publisher: Page, url: 'https://page.example/a', date: 2019-01-25}
  kept: {publisher: Kept, url: 'https://page.example/b', archive: ['https://archive.example/b']}
  round: {publisher: Round, relays: [about]}
  about: {publisher: About, relays: [round]}
"""
EVENT = "events:\n  - id: x\n    date: 2019-01-23\n    title: It happened\n"
DENIAL = "  - {id: y, date: 2019-02, title: It did not, links: [denies: x], ACTORS}\n"


def _found(tmp_path, said, more=""):
    path = tmp_path / "f.yaml"
    path.write_text(f"{HEAD}{SOURCES}{EVENT}    {said}\n{more}", encoding="utf-8")
    timeline = load.load(str(path))
    return evidence(timeline.get("x"), timeline)


def _denied_by(actors):
    return DENIAL.replace("ACTORS", f"actors: [{actors}]")


DENIED = "{source: silent, stance: denies}"
# Reason → what the event says, what else there is, and of whom it is said; then the near misses.
HOLDS = {
    "one-origin": [
        ("sources: [own]", "", "Own"),
        ("sources: [own, copy, other-relay, more-own]", "", "Own"),
        ("sources: [relay]", "", "The Post"),
    ],
    "second-hand": [
        ("sources: [relay]", "", "The Post"),
        ("sources: [relay, {source: own, relays: [The Post]}]", "", "The Post"),
        ("sources: [other-relay]", "", "Own"),
    ],
    "lineage-not-recorded": [
        ("sources: [silent, own]", "", "Silent"),
        ("sources: [silent, poor]", "", "Silent Poor"),
    ],
    "one-publisher": [("sources: [own, more-own]", "", "Own")],
    "only-weak": [
        ("sources: [poor]", "", "Poor"),
        ("sources: [other-relay]", "", "Own"),
        ("sources: [poor, second]", "", "Poor Second"),
    ],
    "only-parties": [
        ("sources: [voice] | actors: [minister]", "", "Voice"),
        ("sources: [voice] | actors: [state]", "", "Voice"),
        ("sources: [voice] | by: [ministry]", "", "Voice"),
        ("sources: [echo] | actors: [ministry]", "", "Voice"),
    ],
    "only-copies": [("sources: [own, copy]", "", "own copy")],
    "denied": [
        (f"sources: [own, {DENIED}]", "", "Silent"),
        ("sources: [own]", _denied_by("rebels"), ""),
        ("accounts: [{by: [rebels], stance: denies, says: No}]", "", "Rebels"),
    ],
    "denied-by-a-party": [
        ("actors: [state]", _denied_by("minister"), "The Minister"),
        ("actors: [minister] | accounts: [{by: [state], stance: denies}]", "", "The State"),
        ("by: [rebels]", _denied_by("rebels"), "Rebels"),
        ("actors: [state] | sources: [{source: voice, stance: denies}]", "", "The Ministry"),
    ],
    "reported-late": [("sources: [poor]", "", ""), ("sources: [poor, more-own]", "", "")],
    "no-copy-kept": [("sources: [page]", "", ""), ("sources: [page, own]", "", "")],
    "two-origins": [("sources: [own, second]", "", "Own Second")],
    "firsthand": [
        ("sources: [own]", "", "Own"),
        ("sources: [other-relay, poor]", "", "Own"),
        ("sources: [copy]", "", "Own"),
    ],
    "document": [("sources: [letter]", "", "Archive")],
    "against-interest": [
        ("sources: [voice]", _denied_by("minister"), "Voice"),
        ("sources: [voice-mirror]", _denied_by("ministry"), "Voice"),
        ("sources: [voice] | accounts: [{by: [minister], stance: denies}]", "", "Voice"),
    ],
    "confirmed-by": [("sources: [own]", _denied_by("state").replace("denies", "confirms"), "")],
}
MISSES = {
    "one-origin": [("sources: [own, silent]", ""), ("note: x", ""), (f"sources: [{DENIED}]", "")],
    "second-hand": [
        ("sources: [relay, silent]", ""),
        ("sources: [copy]", ""),
        ("sources: [{source: relay, stance: mentions}]", ""),
    ],
    "lineage-not-recorded": [
        ("sources: [own, relay, round]", ""),
        ("sources: [{source: silent, stance: mentions}]", ""),
    ],
    "one-publisher": [
        ("sources: [own]", ""),
        ("sources: [own, {source: own, locator: p. 2}]", ""),
        ("sources: [own, silent]", ""),
    ],
    "only-weak": [
        ("sources: [poor, silent]", ""),
        ("sources: [silent]", ""),
        ("sources: [poor, own]", ""),
        ("sources: [{source: poor, relays: [The Post]}]", ""),
        ("note: x", ""),
    ],
    "only-parties": [
        ("sources: [voice] | actors: [rebels]", ""),
        ("sources: [voice, silent] | actors: [state]", ""),
        ("sources: [relay] | actors: [state]", ""),
    ],
    "only-copies": [
        ("sources: [copy]", ""),
        ("sources: [own, silent]", ""),
        ("sources: [relay, {source: own, relays: [The Post]}]", ""),
    ],
    "denied": [
        ("sources: [own, {source: silent, stance: mentions}]", ""),
        ("sources: [own]", _denied_by("rebels").replace("denies", "responds-to")),
    ],
    "denied-by-a-party": [
        ("actors: [state]", _denied_by("rebels")),
        ("actors: [state]", ""),
        (f"actors: [state] | sources: [own, {DENIED}]", ""),
    ],
    "reported-late": [
        ("sources: [own]", ""),
        ("sources: [poor, silent]", ""),
        ("sources: [{source: poor, relays: [The Post]}]", ""),
        ("sources: [{source: poor, stance: denies}]", ""),
        ("note: x", ""),
    ],
    "no-copy-kept": [("sources: [page, kept]", ""), ("sources: [own]", ""), ("note: x", "")],
    "two-origins": [
        ("sources: [own, silent]", ""),
        ("sources: [own, copy, other-relay]", ""),
        ("sources: [own, {source: second, stance: denies}]", ""),
    ],
    "firsthand": [("sources: [silent, relay]", ""), ("note: x", "")],
    "document": [("sources: [{source: letter, relays: [own]}]", ""), ("sources: [own]", "")],
    "against-interest": [
        ("sources: [echo]", _denied_by("minister")),
        ("sources: [voice]", _denied_by("rebels")),
        ("sources: [voice]", ""),
        ("sources: [own]", _denied_by("minister")),
        # The state is more than its ministry: it may well say something else.
        ("sources: [voice]", _denied_by("state")),
    ],
    "confirmed-by": [("sources: [own]", _denied_by("state"))],
}


def _cases(table):
    return [(name, *case) for name, cases in table.items() for case in cases]


def _yaml(said):
    """Return `a: [b] | c: [d]` as keys under each other."""
    return said.replace(" | ", "\n    ")


@pytest.mark.parametrize(("name", "said", "more", "who"), _cases(HOLDS))
def test_a_reason_holds(tmp_path, name, said, more, who):
    """It is given, and of whom."""
    found = _found(tmp_path, _yaml(said), more)
    given = {reason.name: reason for reason in (*found.doubts, *found.trusts)}
    assert name in given, list(given)
    assert " ".join(given[name].who) == who


@pytest.mark.parametrize(("name", "said", "more"), _cases(MISSES))
def test_a_reason_does_not_hold(tmp_path, name, said, more):
    """What comes near is not it: a mention, a relay, a grade that nobody knows, silence."""
    found = _found(tmp_path, _yaml(said), more)
    assert name not in {reason.name for reason in (*found.doubts, *found.trusts)}


def test_the_list_is_closed():
    """Each has its cases here, and nothing else is a reason."""
    names = [reasons.name_of(look) for look in (*reasons.DOUBTS, *reasons.TRUSTS)]
    assert names == [*HOLDS] == [*MISSES]


def test_how_late_it_is_reported(tmp_path):
    """From the last day of the event to the first of the earliest source: 23 January, 1 March."""
    found = _found(tmp_path, "sources: [poor, more-own]")
    (late,) = [reason for reason in found.doubts if reason.name == "reported-late"]
    assert late.days == 37


def test_what_would_change_it(tmp_path):
    """What was not read, what is not recorded, a second origin, a document; or any source."""
    steps = [
        ("relay, silent", [("read", "The Post"), ("record", "Silent"), ("second", ""), DOCUMENT]),
        ("own", [("second", ""), DOCUMENT]),
        ("own, second, letter", [("record", "Archive")]),
        ("", [("cite", ""), DOCUMENT]),
    ]
    for cited, expected in steps:
        found = _found(tmp_path, f"sources: [{cited}]")
        assert list(found.steps) == [Step(how, (name,) if name else ()) for how, name in expected]


DOCUMENT = ("document", "")


@pytest.fixture(name="several")
def _several(tmp_path):
    cited = ["own, second", "own, silent", "own", "", "silent, poor, relay"]
    events = [
        f"  - {{id: e{at}, date: 2019, title: T, sources: [{each}]}}\n"
        for at, each in enumerate(cited)
    ]
    path = tmp_path / "s.yaml"
    path.write_text(f"{HEAD}{SOURCES}events:\n{''.join(events)}", encoding="utf-8")
    return load.load(str(path))


def test_events_are_sorted_by_origins_and_counted(several):
    """Those of the fewest first: none, one, one and perhaps two or three, two."""
    found = weighed(several.select(), several, "origins")
    assert [each.event.id for each in found] == ["e3", "e2", "e1", "e4", "e0"]
    assert tally(found) == tally(weighed(several.select(), several))
    counted = tally(found)
    assert (counted.two, counted.perhaps, counted.one, counted.none) == (1, 2, 1, 1)


def test_every_event_is_weighed_alike(several):
    """By itself, or among others."""
    for each in weighed(several.select(), several):
        assert evidence(each.event, several) == each
