"""What a file says of its evidence: sources and their origins, stances, and accounts."""

from textwrap import dedent

import pytest

from timeline.edtf import parse
from timeline.model.records import Account, Citation, Source

FILE = dedent(
    """\
    actors:
      mayor: {name: The mayor}
      engineers: {name: The engineers}
    sources:
      gazette:
        publisher: The Gazette
        author: [Ana Writer, Ben Writer]
        title: No way across
        date: 2019-03-29
        type: article
        language: en
        pages: 12–15
        isbn: 978-0-306-40615-7
        doi: 10.1000/182
        url: https://gazette.example/bridge
        archive: [https://archive.example/a, https://archive.example/b]
        accessed: 2019-04
        of: [mayor]
        firsthand: yes
      echo: {publisher: The Echo, copy-of: gazette}
      post: {publisher: The Post, relays: [gazette, Radio North]}
    events:
      - id: closed
        date: 2019-03-28
        title: The bridge is closed
        kind: statement
        by: [mayor]
        sources:
          - source: post
            stance: denies
            relays: [echo]
            locator: p. 3
            quote: El puente queda cerrado.
        accounts:
          - by: [engineers]
            date: 2019-04-02
            stance: denies
            says: It was never closed.
            sources: [gazette, {source: post, locator: p. 4}]
          - {by: [mayor], says: It was closed in time.}
    """
)


def test_every_key_is_read(loaded):
    """An origin that was not read is a name, and needs no entry."""
    timeline = loaded(FILE)
    assert timeline.sources["gazette"] == Source(
        "gazette",
        "The Gazette",
        "No way across",
        parse("2019-03-29"),
        "https://gazette.example/bridge",
        author=("Ana Writer", "Ben Writer"),
        type="article",
        language="en",
        pages="12–15",
        isbn="978-0-306-40615-7",
        doi="10.1000/182",
        archive=("https://archive.example/a", "https://archive.example/b"),
        accessed=parse("2019-04"),
        of=("mayor",),
        firsthand=True,
    )
    assert timeline.sources["echo"].copy_of == "gazette"
    assert timeline.sources["echo"].origins == ("gazette",)
    assert timeline.sources["post"].origins == ("gazette", "Radio North")
    event = timeline.get("closed")
    assert event.by == ("mayor",)
    [citation] = event.sources
    assert citation == Citation(
        "post",
        stance="denies",
        relays=("echo",),
        locator="p. 3",
        quote="El puente queda cerrado.",
    )
    assert event.accounts == (
        Account(
            ("engineers",),
            parse("2019-04-02"),
            "denies",
            "It was never closed.",
            (Citation("gazette"), Citation("post", locator="p. 4")),
        ),
        Account(("mayor",), says="It was closed in time."),
    )
    assert [each.source for each in event.citations] == ["post", "gazette", "post"]


def test_what_is_not_said_is_no_judgement(loaded):
    """A citation supports; that a source is not firsthand is nowhere said."""
    timeline = loaded("- {date: 2019, title: a, sources: [s, {source: s, stance: supports}]}\n")
    assert [each.side for each in timeline.get("a-2019").sources] == ["supports", "supports"]
    assert not timeline.sources["s"].firsthand


def test_json_has_its_own_yes(loaded):
    """A Boolean of JSON is a yes where only a yes can stand."""
    text = '{"sources": {"s": {"publisher": "P", "firsthand": true}}, "events": []}'
    assert loaded(text, "f.json").sources["s"].firsthand


PROBLEMS = {
    "firsthand: no": (
        "'firsthand' is said or left out, never denied",
        "leave it out, or name whose account it tells: relays: [NAME]",
    ),
    "firsthand: perhaps": (
        "'firsthand' can only be yes",
        "write firsthand: yes, or leave it out",
    ),
    "type: artcle": ("'artcle' is not a type", "did you mean 'article'?"),
    "relays: Axios": ("'relays' must be a list", "write relays: [Axios]"),
    "of: [mayr]": ("no actor is called 'mayr'", "did you mean 'mayor'?"),
    "accessed: last spring": ("not a date", "write "),
}


@pytest.mark.parametrize("line", PROBLEMS)
def test_a_source_that_cannot_be(report, line):
    """Each with what to write instead."""
    text = f"actors: {{mayor: }}\nsources:\n  s: {{publisher: P, {line}}}\nevents: []\n"
    said = report(text)
    message, hint = PROBLEMS[line]
    assert "f.yaml:3:" in said
    assert message in said
    assert hint in said


def _with(line):
    return dedent(
        f"""\
        actors: {{mayor: }}
        sources: {{gazette: }}
        events:
          - date: 2019
            title: a
            {line}
        """
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f"sources: [{{source: gazette, quote: {'a' * 501}}}]", "'quote' is 501 characters long"),
        ("sources: [{source: gazette, stance: against}]", "'against' is not a stance"),
        ("accounts: [{by: [mayr], says: so}]", "no actor is called 'mayr'"),
        ("accounts: [{by: [mayor], sources: [gazete]}]", "no source is called 'gazete'"),
        ("accounts: [{by: [mayor], say: so}]", "unknown key 'say' in an account"),
        ("accounts: [{says: so}]", "nobody tells this account"),
        ("by: [mayr]", "no actor is called 'mayr'"),
    ],
)
def test_an_event_that_cannot_be(report, line, message):
    """Also what stands within its accounts."""
    said = report(_with(line))
    assert message in said
    assert "f.yaml:6:" in said


def test_a_quote_may_have_five_hundred_characters(loaded):
    """What is quoted as evidence is no copy of the source."""
    line = f"sources: [{{source: gazette, quote: {'a' * 500}}}]"
    assert len(loaded(_with(line)).get("a-2019").sources[0].quote) == 500


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("after: x", "write links: [{after: ID}]"),
        ("responds-to: x", "write links: [{responds-to: ID}]"),
        ("says: x", "write it in an account: accounts: [{by: [ID], says: …}]"),
        ("stance: denies", "write it where a source is cited: sources: [{source: ID, stance: …}]"),
        ("source: gazette", "did you mean 'sources'?"),
        ("author: [x]", "it is said of a source: write it in its entry under 'sources'"),
        (
            "sources: [{source: gazette, firsthand: yes}]",
            "it is said of a source: write it in its entry under 'sources'",
        ),
        (
            "accounts: [{by: [mayor], quote: x}]",
            "write it where a source is cited: sources: [{source: ID, quote: …}]",
        ),
    ],
)
def test_a_key_that_belongs_elsewhere_is_told_where(report, line, hint):
    """A near word of another meaning is no help."""
    assert hint in report(_with(line))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: x\nevents: []\n", "it is said of the timeline: write timeline: {title: …}"),
        (
            "tags: [x]\nevents: []\n",
            "it is said of an event: write events: [{date: 2019-01-23, title: What happened}]",
        ),
    ],
)
def test_a_key_beside_the_sections_is_told_where_it_belongs(report, text, hint):
    """Not that it is one of sources, which have a title as well."""
    assert report(text).splitlines()[-1].strip(" |") == hint
