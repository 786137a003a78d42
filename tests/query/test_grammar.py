"""The text of a query → a term, and back; what is wrong is pointed at."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import day_number
from timeline.errors import UsageError
from timeline.model.answers import Verdict
from timeline.query.fields import FIELDS, MEASURES, Context
from timeline.query.grammar import parse
from timeline.query.logic import AllOf, AnyOf, Not
from timeline.query.matches import sought
from timeline.query.tokens import QueryError

TODAY = day_number(2026, 11, 23)


@pytest.fixture(name="context", scope="module")
def _context(small):
    return Context(small, TODAY)


@pytest.fixture(name="found", scope="module")
def _found(small, context):
    """Return the ids that a query finds, a maybe with a mark."""

    def found(text):
        matches = small.select(parse(text, context))
        return [match.event.id + ("" if match.certain else "?") for match in matches]

    return found


ALL = (
    *("old-quarrel", "war", "landing", "general-speaks"),
    *("rebels-deny", "some-year", "occupation"),
)

# What is typed, and the same query written out: `and` binds more tightly than `or`.
SHAPES = [
    ("war", "war"),
    ("war north", "war north"),
    ("war and north", "war north"),
    ("a or b c", "a or b c"),
    ("(a or b) c", "(a or b) c"),
    ("a or (b c)", "a or b c"),
    ("not a b", "not a b"),
    ("not (a b)", "not (a b)"),
    ("-a", "not a"),
    ("--a", "not (not a)"),
    ("!a", "not a"),
    ("! a", "not a"),
    ("–a", "not a"),
    ("!(a or b)", "not (a or b)"),
    ("!tag:war", "not tag:war"),
    ("a | b c", "a or b c"),
    ("a|b||c", "a or b or c"),
    ("a & b && c", "a b c"),
    ("a&&b", "a b"),
    ("R&D AT&T", "R&D AT&T"),
    ("“a b”", '"a b"'),
    ("„a b“ „a b”", '"a b" "a b"'),
    ("«a b» »a b«", '"a b" "a b"'),
    ("‘a b’ ‚a b‘ ‘o’hara b’", '"a b" "a b" "o’hara b"'),
    ("'a b' it's 'tis", '"a b" it\'s "\'tis"'),
    ("-“a b”", 'not "a b"'),
    ("title:“a b” title:'a b'", 'title:"a b" title:"a b"'),
    ("=a", "=a"),
    ('="a b"', '="a b"'),
    ('"=a b"', '="a b"'),
    ("*a", "*a"),
    ('*"a b" a*', '*"a b" a*'),
    ("title:=a title:*a", "title:=a title:*a"),
    ("-(a or b)", "not (a or b)"),
    ("a AND b OR NOT c", "a b or not c"),
    ('"a or b"', '"a or b"'),
    ('"not"', '"not"'),
    ('"a"', "a"),
    ('"@a" a@b', '"@a" a@b'),
    ("actor:union", "actor:union"),
    ("ACTOR:union", "actor:union"),
    ('actor:"josé nuño"', 'actor:"josé nuño"'),
    ("actor:=army", "actor:=army"),
    ('since:"apr 2018"', 'since:"apr 2018"'),
    ("year:2018..2019", "year:2018..2019"),
    ("date:[2018-05-21..2018-05-31]", "date:[2018-05-21..2018-05-31]"),
    ("sources>=2", "sources>=2"),
    ("sources:2", "sources:2"),
    ("reliability>=b", "reliability>=B"),
    ("S-300 49.9% US-backed", "S-300 49.9% US-backed"),
    (r'"say \"no\" \\ now"', r'"say \"no\" \\ now"'),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("text", "written"), SHAPES)
def test_a_query_is_written_as_it_was_understood(context, text, written):
    """Precedence, negation, quotes, case of fields and operators."""
    assert str(parse(text, context)) == written


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("actor:general or actor:rebels status:denied", ["general-speaks", "rebels-deny"]),
        ("tag:war not status:disputed", ["war"]),
        ("not arc:south not actor:union", []),
        ("-actor:union", ["rebels-deny"]),
        ("since:2018-04-05 until:2018-04-30", ["war", "landing?"]),
        ("not since:2018-04-05", ["old-quarrel", "landing?"]),
        ("before:2018-04", ["old-quarrel", "war"]),
        ("after:2019", ["occupation"]),
        ("on:2018-06-01", ["war", "rebels-deny"]),
        ("sources>=2", ["war"]),
        ("sources=0", []),
        # Of no source it is recorded where it has it from.
        ("origins>=2", ["war?"]),
        ("origins=1", [*ALL[:1], "war?", *ALL[2:]]),
        ("against>=1", []),
        ("stance:supports tag:war", ["war", "landing"]),
        ("no:relays tag:war", ["war", "landing"]),
        ("no:by tag:war", ["war", "landing"]),
        ("accounts=0 tag:war", ["war", "landing"]),
        ("note:paper", ["rebels-deny"]),
        ("note:'says april'", ["war"]),  # of a citation
        ("note:latin", []),  # of a source
        ("actors>=3", ["war"]),
        ("places=2", ["war"]),
        ("tags>0", ["war", "landing"]),
        ("no:place tag:war", ["landing"]),
        ("arc=0", []),
        ("links>=1", ["landing", "general-speaks", "rebels-deny", "occupation"]),
        ("reliability>=B arc:north", ["old-quarrel?", "war", "some-year"]),
        ("reliability:F", ["old-quarrel", "general-speaks"]),
        ("reliability<B actor:general", ["general-speaks?"]),
        ("reliability=B arc:north", ["old-quarrel?", "war?", "some-year"]),
        ("credibility<=4 tag:war", ["war", "landing?"]),
        ("credibility<=2 tag:war", ["war?", "landing?"]),
        ("credibility=6", []),
        ("kind:statement", ["general-speaks"]),
        ("id:quarrel", ["old-quarrel"]),
        ("id:=war", ["war"]),
        ("title:war", ["war"]),
        ("text:harbour", ["war", "occupation"]),
        ("place:=harbour", ["war", "occupation"]),
    ],
)
def test_every_field_finds_what_it_should(found, text, ids):
    """By hand from the small timeline; a maybe is marked."""
    assert found(text) == ids


def test_what_was_known_when(found):
    """The Gazette wrote on 2 March 2018; the rumours have no date.

    Events told by the Gazette alone were first known on that day. One that the
    rumours told as well, or alone, may have been known since it began.
    """
    assert found("known:2018-03-02 not source:rumours") == [
        "landing",
        "rebels-deny",
        "some-year",
        "occupation",
    ]
    assert found("known:..2018-03-01 source:rumours") == ["old-quarrel?", "war?"]
    assert found("known:2018-06.. source:rumours") == ["old-quarrel?", "general-speaks?"]


ERRORS = [
    ("actr:union", "no field is called 'actr'", 0, "did you mean 'actor'"),
    ("war status:confrmed", "no status is called 'confrmed'", 11, "did you mean 'confirmed'?"),
    ("since:augst", "cannot read 'augst' as a date", 6, "write for example"),
    ("(a or b", "this parenthesis is not closed", 0, ""),
    ("a b) c", "this parenthesis closes nothing", 3, ""),
    ("()", "expected a term here, not ')'", 1, ""),
    ("or", "expected a term here, not 'or'", 0, ""),
    ("a or", "expected a term here", 4, ""),
    ("a or or b", "expected a term here, not 'or'", 5, ""),
    ("not", "expected a term here", 3, ""),
    ("sources>=two", "'two' is not a number", 9, "write sources>=2"),
    ("reliability>=G", "'G' is not a reliability", 13, "write 'A', 'B', 'C', 'D', 'E' or 'F'"),
    ("reliability:=B", "'reliability' is compared", 0, "write reliability=B"),
    ("actor>=union", "'actor' cannot be compared", 0, "write actor:union"),
    ("actor:", "expected a value after 'actor:'", 0, ""),
    (
        "Reuters: war",
        "no field is called 'Reuters'",
        0,
        "for a text with : in it, put it in quotes",
    ),
    ('war "north', "this quotation mark is not closed", 4, ""),
    ('actor:"north', "this quotation mark is not closed", 6, ""),
    ("(" * 150 + "a" + ")" * 150, "nested more than 100 deep", 100, ""),
    ("a " * 6000, "a query may have 10,000 characters", 0, ""),
    ("war “north", "this quotation mark is not closed", 4, ""),
    ("status!=denied", "there is no comparison '!='", 0, "write not status:denied"),
    ("war status<>denied", "there is no comparison '<>'", 4, "write not status:denied"),
    ("actor!=union", "there is no comparison '!='", 0, "write not actor:union"),
    ("sources!=1", "there is no comparison '!='", 0, "write not sources=1"),
    ("sources==1", "there is no comparison '=='", 0, "write sources=1"),
    ("sources=>1", "there is no comparison '=>'", 0, "write sources>=1"),
    ("sources=<1", "there is no comparison '=<'", 0, "write sources<=1"),
    ("sources:>1", "there is no comparison ':>'", 0, "write sources>1"),
    ("sources >= 2", "'>=' stands alone", 8, "write sources>=2"),
    (">2018", "'>' stands alone", 0, "write after:2018"),
    ("<= 2018-03", "'<=' stands alone", 0, "write until:2018-03"),
    ("> war", "'>' stands alone", 0, 'to look for the sign itself, put it in quotes: ">"'),
    ("has:tag", "no field is called 'has'", 0, "write not no:tag"),
    ("is:claimed", "no field is called 'is'", 0, "write status:claimed"),
    ("has:fun", "no field is called 'has'", 0, "for a text with : in it, put it in quotes"),
    ("no:fun", "no field is called 'fun'", 3, "there are summary, kind, by, actor"),
    ("on:feb 28", "'feb' has no year", 3, 'put it in quotes, with its year: on:"feb 28 …"'),
    ("actors:union", "'union' is not a number", 7, "write actor:union"),
    ("tags=war", "'war' is not a number", 5, "write tag:war"),
    ("places!=harbour", "there is no comparison '!='", 0, "write not place:harbour"),
    ("links:war", "'war' is not a number", 6, "write links:2"),
    ("person:union", "no field is called 'person'", 0, "write actor:union"),
    ("country:union", "no field is called 'country'", 0, "write actor:union"),
    ("state:claimed", "no field is called 'state'", 0, "write status:claimed"),
    ("in:2018", "no field is called 'in'", 0, "write date:2018"),
    ("in:harbour", "no field is called 'in'", 0, "write place:harbour"),
    ("from:2018", "no field is called 'from'", 0, "write since:2018"),
    ("to!=2018", "no field is called 'to'", 0, "write not until:2018"),
    ("country:nowhere", "no field is called 'country'", 0, "write actor:… or place:…"),
    ("status != denied", "'!=' stands alone", 7, "write not status:denied"),
    ("actor : union", "':' stands alone", 6, "write actor:union"),
    ("actor :union", "':' stands alone", 6, "write actor:union"),
    ("actor: union", "expected a value after 'actor:'", 0, "write actor:union"),
    ("tag=war", "'tag' cannot be compared", 0, "write tag:war"),
    ("tag==war", "there is no comparison '=='", 0, "write tag:=war"),
    ('place="Old Town"', "'place' cannot be compared", 0, 'write place:"Old Town"'),
    ("date>=2018", "'date' cannot be compared", 0, "write since:2018"),
    ("date>2018", "'date' cannot be compared", 0, "write after:2018"),
    ("year<2018", "'year' cannot be compared", 0, "write before:2018"),
    ("on<=2018-03", "'on' cannot be compared", 0, "write until:2018-03"),
    ("year=2018", "'year' cannot be compared", 0, "write year:2018"),
    ("year!=2018", "there is no comparison '!='", 0, "write not year:2018"),
    ("since>=2018", "'since' cannot be compared", 0, "write since:2018"),
    ("known<=2018-03-02", "'known' cannot be compared", 0, "write known:..2018-03-02"),
    ("known<2018-03-02", "'known' cannot be compared", 0, "write known:..2018-03-01"),
    ("known>2018", "'known' cannot be compared", 0, "write known:2019-01-01.."),
    ("known>=2018", "'known' cannot be compared", 0, "write known:2018.."),
    ("actor:!=union", "there is no comparison ':!='", 0, "write not actor:union"),
    ("actor:<>union", "there is no comparison ':<>'", 0, "write not actor:union"),
    ("sources:==2", "there is no comparison ':=='", 0, "write sources=2"),
    ("tag:war,peace", "no tag is called 'war,peace'", 4, "there is war"),
    ("actor:union,rebels", "no actor is called 'union,rebels'", 6, "write (actor:union or actor:"),
    ("status:denied/claimed", "no status is called", 7, "write (status:denied or status:claimed)"),
    ("since:late oct 2025 war", "'late' says nothing without a date", 6, 'write since:"late oct '),
    ("year:43 BC", "'43' is too short for a year", 5, 'write year:"43 BC"'),
    ("before:1 Jan 2020", "'1' is too short for a year", 7, 'write before:"1 Jan 2020"'),
    ("known:last month", "cannot read 'last' as a date", 6, 'write known:"last month"'),
    ("year:[2018 TO 2019]", "'[' is not closed", 5, 'write year:"2018 TO 2019"'),
    ("actor!=onion", "there is no comparison '!='", 0, "write not actor:…"),
    ("actor:union|rebels", "'|' stands between terms", 11, "write actor:union or actor:rebels"),
    ("tag:(war or north)", "expected a value after 'tag:'", 0, "write the field before each"),
    (
        "year:2019-21",
        "'2019-21' may be the years 2019 to 2021, or spring 2019",
        5,
        'write 2019..2021 or "spring 2019"',
    ),
    ("year:2018,2020", "'2018,2020' are several dates", 5, "write (year:2018 or year:2020)"),
    (
        'on:"5 Jan 2018 or 2020"',
        "'5 Jan 2018 or 2020' are several dates",
        3,
        'write (on:"5 Jan 2018" or on:2020)',
    ),
    ("year:{2018,2020}", "'{2018,2020}' are several dates", 5, "write (year:2018 or year:2020)"),
    ('since:"sprng 2019"', "cannot read 'sprng 2019' as a date", 6, "did you mean"),
    ("until:Oct", "'Oct' has no year", 6, 'add the year: "Oct 2026"'),
    (
        "on:2024-01-05T09:00",
        "'2024-01-05T09:00' has a time, and questions are about days",
        3,
        "write 2024-01-05",
    ),
    ("2018 - 2019", "'-' stands alone", 5, "write date:2018..2019"),
    ("- war", "'-' stands alone", 0, "write not war"),
    ("war ..", "'..' stands alone", 4, "to look for the sign itself"),
    ("+", "'+' stands alone", 0, 'to look for the sign itself, put it in quotes: "+"'),
    ('""', "there is nothing to look for in ''", 0, "write a word"),
    ("title:=", "expected a value after 'title:='", 0, ""),
    ("w*r", "'*' stands before or behind a part of a word, not within", 0, "write 'w*' or '*r'"),
    ("sources>=1234567890", "'1234567890' is too large a number", 9, "write one of 9 digits"),
    (f"sources>={'9' * 4301}", f"'{'9' * 99}…' is too large a number", 9, "write one of 9"),
]


@pytest.mark.parametrize("text", [text for text, *_ in ERRORS])
def test_a_hint_that_gives_a_term_can_be_typed(context, text):
    """Whatever a refusal says to write is a query, or a value where the fault is."""
    with pytest.raises(QueryError) as caught:
        parse(text, context)
    hint, at = caught.value.hint, caught.value.position
    term = re.fullmatch(r"write ([^',…]+|not [^',…]+)", hint)
    if term and not term[1].startswith(("a ", "one ", "the ")):
        whole = [term[1], text[:at] + term[1], f"{term[1]} 1"]
        assert any(_reads(each, context) for each in whole), hint


def _reads(text, context):
    with suppress(QueryError):
        parse(text, context)
        return True
    return False


@pytest.mark.parametrize(("text", "message", "position", "hint"), ERRORS)
def test_a_fault_is_pointed_at(context, text, message, position, hint):
    """What, where, and what to write instead; exit 2."""
    with pytest.raises(QueryError) as caught:
        parse(text, context)
    error = caught.value
    assert error.message.startswith(message)
    assert (error.position, error.exit_code) == (position, 2)
    assert error.hint.startswith(hint)


def test_the_caret_stands_under_the_fault(context):
    """As wide as the fault."""
    with pytest.raises(QueryError) as caught:
        parse("war status:confrmed north", context)
    assert caught.value.message == (
        "no status is called 'confrmed'\n  war status:confrmed north\n             ^^^^^^^^"
    )


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


PLAIN = [
    "actor:union",
    "actor:=army",
    "year:2018..2019",
    'since:"apr 2018"',
    "known:..2018-04",
    "sources>=2",
    "reliability:B",
    "status:denied",
    'title:"a b"',
    "title:=war",
    "title:*ar",
    "=war",
    "place:*arbour",
]


def _says_something(text):
    """Whether there is something to look for in a text: no signs alone, no `*` within."""
    with suppress(UsageError):
        return bool(sought(text))
    return False


leaves = st.sampled_from(PLAIN) | st.text(max_size=8).filter(_says_something).map(_quoted)


def _joined(parts):
    return st.lists(parts, min_size=2, max_size=3)


# A tree as nested tuples; a test builds its terms where the timeline is at hand.
trees = st.recursive(
    leaves,
    lambda parts: (
        st.tuples(st.just(AllOf), _joined(parts))
        | st.tuples(st.just(AnyOf), _joined(parts))
        | st.tuples(st.just(Not), parts)
    ),
    max_leaves=8,
)


def _term(tree, context):
    if isinstance(tree, str):
        return parse(tree, context)
    kind, inside = tree
    if kind is Not:
        return Not(_term(inside, context))
    return kind(tuple(_term(part, context) for part in inside))


@given(tree=trees)
def test_a_query_reads_back_to_itself(context, tree):
    """`parse(str(query)) == query`, whatever its shape and whatever it quotes."""
    term = _term(tree, context)
    assert parse(str(term), context) == term


@given(text=st.text(max_size=40) | st.text(alphabet='ab:()"-=<>\\ ornt!|&*“”‘’', max_size=20))
def test_any_text_is_read_or_refused(context, text):
    """No other exception, whatever is typed."""
    with suppress(QueryError):
        parse(text, context)


def test_every_field_of_the_language_is_tried_here():
    """No field is without an example above."""
    tried = " ".join([*(text for text, _ in SHAPES), *PLAIN, *map(str, _examples())])
    missing = [name for name in [*FIELDS, *MEASURES] if name not in tried]
    assert missing == []


def _examples():
    [mark] = test_every_field_finds_what_it_should.pytestmark
    return [text for text, _ in mark.args[1]]


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [(a, b, min(a, b), max(a, b)) for a in Verdict for b in Verdict],
)
def test_kleenes_tables(left, right, both, either):
    """`and` is the least, `or` the greatest, `not` turns around."""

    class Fixed(AllOf, frozen=True):
        verdict: Verdict = Verdict.NO

        def matches(self, event):
            del event
            return self.verdict

    terms = (Fixed(verdict=left), Fixed(verdict=right))
    assert AllOf(terms).matches(None) is both
    assert AnyOf(terms).matches(None) is either
    assert Not(terms[0]).matches(None) == Verdict.YES - left
