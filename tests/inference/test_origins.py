"""Origins: chains that are easily got wrong, and every small case by brute force."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf
from timeline.inference.origins import numbers, origins, sides, support
from timeline.model.records import Account, Citation, Event, Place, Source


def _event(*sources, accounts=()):
    cited = tuple(Citation(each) if isinstance(each, str) else each for each in sources)
    place = Place("f.yaml", 1)
    date = edtf.parse("2019")
    return Event(id="x", date=date, title="x", sources=cited, accounts=accounts, place=place)


def _sources(**said):
    return {name: Source(name, **keys) for name, keys in said.items()}


def _said(side):
    """Return the least and the most, and of each origin its name, its ways, and its grade."""
    ways = [
        (origin.name, [" ".join(step.name for step in chain.steps) for chain in origin.chains])
        for origin in side.origins
    ]
    return side.least, side.most, dict(ways)


GOLDEN = {
    "nothing is cited": ([], {}, (0, 0, {})),
    "one source of which nothing is recorded": (["a"], {"a": {}}, (1, 1, {"a": ["a"]})),
    "two of which nothing is recorded": (
        ["a", "b"],
        {"a": {}, "b": {}},
        (1, 2, {"a": ["a"], "b": ["b"]}),
    ),
    "a second of which nothing is recorded may relay the first": (
        ["a", "b"],
        {"a": {"firsthand": True}, "b": {}},
        (1, 2, {"a": ["a"], "b": ["b"]}),
    ),
    "two first-hand": (
        ["a", "b"],
        {"a": {"firsthand": True}, "b": {"firsthand": True}},
        (2, 2, {"a": ["a"], "b": ["b"]}),
    ),
    "two relays of a name that was not read": (
        ["a", "b"],
        {"a": {"relays": ("The Post",)}, "b": {"relays": ("the  post",)}},
        (1, 1, {"The Post": ["a The Post", "b the  post"]}),
    ),
    "a relay, and what it relays": (
        ["a", "b"],
        {"a": {"relays": ("b",)}, "b": {"firsthand": True}},
        (1, 1, {"b": ["a b", "b"]}),
    ),
    "a copy of a relay": (
        ["a"],
        {"a": {"copy_of": "b"}, "b": {"relays": ("c",)}, "c": {}},
        (1, 1, {"c": ["a b c"]}),
    ),
    "a copy and its text": (
        ["a", "b"],
        {"a": {"copy_of": "b"}, "b": {"firsthand": True}},
        (1, 1, {"b": ["a b", "b"]}),
    ),
    "a copy of what was not read": (
        ["a"],
        {"a": {"copy_of": "The Post"}},
        (1, 1, {"The Post": ["a The Post"]}),
    ),
    "the citation goes before the source": (
        [Citation("a", relays=("c",))],
        {"a": {"relays": ("b",)}, "b": {}, "c": {}},
        (1, 1, {"c": ["a c"]}),
    ),
    "a copy comes before the relays of its citation": (
        [Citation("a", relays=("c",))],
        {"a": {"copy_of": "b"}, "b": {"relays": ("d",)}, "c": {}},
        (1, 1, {"c": ["a b c"]}),
    ),
    "what is said of a copy holds for its text": (
        ["a"],
        {"a": {"copy_of": "b", "relays": ("c",)}, "b": {}, "c": {}},
        (1, 1, {"c": ["a b c"]}),
    ),
    "a relay of what relays another for this event": (
        ["a", Citation("b", relays=("The Post",))],
        {"a": {"relays": ("b",)}, "b": {}},
        (1, 1, {"The Post": ["a b The Post", "b The Post"]}),
    ),
    "one that relays two": (
        ["a"],
        {"a": {"relays": ("b", "The Post")}, "b": {"firsthand": True}},
        (1, 2, {"b": ["a b"], "The Post": ["a The Post"]}),
    ),
    "the same publisher twice": (
        ["a", "b"],
        {
            "a": {"publisher": "The Post", "firsthand": True},
            "b": {"publisher": "the post", "firsthand": True},
        },
        (1, 1, {"The Post": ["a", "b"]}),
    ),
    "a name that is a publisher's": (
        ["a", "b"],
        {"a": {"publisher": "The Post"}, "b": {"relays": ("Post",)}},
        (1, 1, {"The Post": ["a", "b Post"]}),
    ),
    "sources without a publisher are not of one": (
        ["a", "b"],
        {"a": {}, "b": {}},
        (1, 2, {"a": ["a"], "b": ["b"]}),
    ),
    "a source that is cited twice": (
        ["a", Citation("a", locator="p. 2")],
        {"a": {"firsthand": True}},
        (1, 1, {"a": ["a", "a"]}),
    ),
    "a circle is one, and nobody in it is first": (
        ["a", "b"],
        {"a": {"relays": ("b",), "firsthand": True}, "b": {"relays": ("a",)}},
        (1, 1, {"b": ["a b", "b"]}),
    ),
    "a circle with a way out": (
        ["a"],
        {"a": {"relays": ("b",)}, "b": {"relays": ("a", "The Post")}},
        (1, 1, {"The Post": ["a b The Post"]}),
    ),
    "a source that is a copy of itself": (["a"], {"a": {"copy_of": "a"}}, (1, 1, {"a": ["a a"]})),
}


@pytest.mark.parametrize("case", GOLDEN)
def test_golden_chains(case):
    """The least, the most, and the ways to each origin."""
    cited, sources, expected = GOLDEN[case]
    found = _said(support(_event(*cited), _sources(**sources)))
    assert found[:2] == expected[:2]
    if ("circle" in case and "way out" not in case) or "itself" in case:
        assert len(found[2]) == 1
    else:
        assert found == expected


def test_a_denial_is_on_the_other_side():
    """Nothing that denies or only mentions is for an event."""
    cited = ("a", Citation("b", stance="denies"), Citation("c", stance="mentions"))
    found = origins(_event(*cited), _sources(a={}, b={}, c={}))
    assert _said(found.support) == (1, 1, {"a": ["a"]})
    assert _said(found.against) == (1, 1, {"b": ["b"]})
    assert [citation.source for citation in found.mentions] == ["c"]


def test_one_source_may_be_on_both_sides():
    """It reports both versions."""
    found = origins(_event("a", Citation("a", stance="denies")), _sources(a={"firsthand": True}))
    assert (found.support.most, found.against.most) == (1, 1)


def test_the_sources_of_an_account_are_on_its_side():
    """Unless a citation says otherwise; silence of an account supports."""
    accounts = (
        Account(
            by=("x",), stance="denies", sources=(Citation("b"), Citation("c", stance="mentions"))
        ),
        Account(by=("y",), sources=(Citation("d"),)),
    )
    found = origins(_event("a", accounts=accounts), _sources(a={}, b={}, c={}, d={}))
    assert [each.name for each in found.support.origins] == ["a", "d"]
    assert [each.name for each in found.against.origins] == ["b"]
    assert len(found.mentions) == 1


GRADES = {
    "BB": "B",
    "BD": "D",
    "DB": "D",
    "AFA": "",
    "A A": "",
    "E": "E",
    "F": "",
    " ": "",
}


@pytest.mark.parametrize("grades", GRADES)
def test_a_chain_is_graded_as_its_worst(grades):
    """One that nobody can judge, also in the middle, is neither good nor bad."""
    names = [f"s{number}" for number in range(len(grades))]
    said = {
        name: {"reliability": grade.strip(), "relays": (after,) if after else ()}
        for name, grade, after in zip(names, grades, [*names[1:], ""], strict=True)
    }
    (origin,) = support(_event("s0"), _sources(**said)).origins
    assert origin.grade == GRADES[grades]


def test_the_best_way_to_an_origin_counts():
    """Through the better of two relays; one that cannot be judged takes nothing from it."""
    said = {
        "bad": {"reliability": "D", "relays": ("root",)},
        "good": {"reliability": "B", "relays": ("root",)},
        "odd": {"reliability": "F", "relays": ("root",)},
        "root": {"reliability": "A"},
        "both": {"reliability": "A", "relays": ("bad", "good")},
    }
    sources = _sources(**said)
    for cited, grade in (("bad good", "B"), ("bad odd", "D"), ("odd", ""), ("both", "B")):
        (origin,) = support(_event(*cited.split()), sources).origins
        assert origin.grade == grade


def test_what_was_not_read_cannot_be_judged():
    """Whoever relays it."""
    (origin,) = support(_event("a"), _sources(a={"reliability": "A", "relays": ("P",)})).origins
    assert (origin.grade, origin.read, origin.firsthand) == ("", False, False)


def test_many_ways_are_not_counted_one_by_one():
    """Two relays of two relays, thirty times over, are two to the thirtieth ways."""
    said = {}
    for number in range(30):
        on = (f"l{number + 1}", f"r{number + 1}")
        said |= {f"l{number}": {"relays": on}, f"r{number}": {"relays": on}}
    side = support(_event("l0", "r0"), _sources(**said, l30={}, r30={}))
    assert side.most == 2


def test_long_chains_end():
    """However deep they are."""
    said = {f"s{number}": {"relays": (f"s{number + 1}",)} for number in range(2000)}
    assert support(_event("s0"), _sources(**said)).most == 1


# --- every small case ---------------------------------------------------------------

NAMES = ("a", "b", "c", "d", "e")
PUBLISHERS = ("", "P", "Q")


@st.composite
def _cases(draw):
    """Draw up to five citations of sources that tell, without a circle, what others have."""
    sources = {}
    for at, name in enumerate(NAMES):
        later = [*NAMES[at + 1 :], "P", "Elsewhere"]
        relays = draw(st.lists(st.sampled_from(later), max_size=2, unique=True))
        copy = draw(st.sampled_from(["", "", "", *later]))
        sources[name] = Source(
            name,
            publisher=draw(st.sampled_from(PUBLISHERS)),
            relays=tuple(relays) if not copy and draw(st.booleans()) else (),
            copy_of=copy,
            firsthand=draw(st.booleans()),
        )
    cited = draw(st.lists(st.sampled_from(NAMES), max_size=5))
    citations = [Citation(name, relays=draw(_relays(name, sources))) for name in cited]
    return citations, sources


def _relays(name, sources):
    text = name
    while text in sources and sources[text].copy_of:
        text = sources[text].copy_of
    at = NAMES.index(text) if text in NAMES else len(NAMES)
    later = [*NAMES[at + 1 :], "Elsewhere"]
    return st.lists(st.sampled_from(later), max_size=1).map(tuple)


def _ends(citations, sources):
    """Return the names in which the ways of *citations* end, by going every one of them."""
    told = {}
    for citation in citations:
        if citation.relays:
            told.setdefault(_text(citation.source, sources), set()).update(citation.relays)

    def on(name):
        source = sources.get(name)
        if source is None:
            return set()
        if source.copy_of:
            return {source.copy_of}
        return set(told.get(name) or source.relays)

    def ends(name):
        further = on(name)
        return set().union(*(ends(each) for each in further)) if further else {name}

    found = set()
    for citation in citations:
        text = _text(citation.source, sources)
        source = sources.get(text)
        further = set(citation.relays) or set(source.relays if source else ())
        found |= set().union(*(ends(each) for each in further)) if further else {text}
    return found


def _text(name, sources):
    while name in sources and sources[name].copy_of:
        name = sources[name].copy_of
    return name


def _witnesses(ends, sources):
    said = (sources[each].publisher if each in sources else each for each in ends)
    return {publisher or end for publisher, end in zip(said, ends, strict=True)}


def _completions(ends, sources):
    """Yield the ends that are left when what is not recorded is: each its own, or another's."""
    ends = sorted(ends)
    choices = [[end] if end in sources and sources[end].firsthand else ends for end in ends]
    for chosen in product(*choices):
        told = dict(zip(ends, chosen, strict=True))
        last = {_last(end, told) for end in ends}
        if None not in last:
            yield sorted(last)


def _last(end, told):
    seen = set()
    while told[end] != end:
        if end in seen:
            return None
        seen.add(end)
        end = told[end]
    return end


@given(_cases())
def test_least_and_most_are_the_extremes_of_all_that_may_be(case):
    """Whatever is not recorded may be first-hand, or tell what another has; publishers are one."""
    citations, sources = case
    side = support(_event(*citations), sources)
    ends = _ends(citations, sources)
    numbers = [len(_witnesses(left, sources)) for left in _completions(ends, sources)]
    assert (side.least, side.most) == (min(numbers), max(numbers))


@given(_cases(), st.booleans())
def test_numbers_are_those_of_the_side(case, is_plain):
    """Counted without chains where nobody tells what another has, and with them elsewhere."""
    citations, sources = case
    if is_plain:
        citations = [Citation(each.source) for each in citations]
        sources = {name: replace(each, relays=(), copy_of="") for name, each in sources.items()}
    event = _event(*citations, *(replace(each, stance="denies") for each in citations[:2]))
    found = origins(event, sources)
    assert numbers(event, "supports", sources) == found.support.numbers
    assert numbers(event, "denies", sources) == found.against.numbers
    assert ("supports" in sides(event)) == bool(found.support.citations)
    assert ("denies" in sides(event)) == bool(found.against.citations)


@given(_cases(), st.sampled_from(NAMES))
def test_to_record_firsthand_never_lowers_the_least_nor_changes_the_most(case, name):
    """What is known more cannot make less certain."""
    citations, sources = case
    recorded = {**sources, name: Source(**{**_fields(sources[name]), "firsthand": True})}
    before, after = (support(_event(*citations), each) for each in (sources, recorded))
    assert before.least <= after.least
    assert before.most == after.most


def _fields(source):
    return {name: getattr(source, name) for name in source.__struct_fields__}


@given(_cases())
def test_mentions_count_for_nothing(case):
    """Neither for nor against."""
    citations, sources = case
    mentions = [Citation(each, stance="mentions") for each in NAMES]
    found = origins(_event(*citations, *mentions), sources)
    assert found.support == support(_event(*citations), sources)
    assert found.against.most == 0


@given(_cases(), st.sampled_from(NAMES))
def test_a_copy_or_a_relay_of_what_is_cited_adds_nothing(case, name):
    """Neither to the least nor to the most."""
    citations, sources = case
    cited = [*citations, Citation(name)]
    more = {
        "copy": Source("copy", publisher="New", copy_of=name, firsthand=True),
        "relay": Source("relay", publisher="Newer", relays=(name,), firsthand=True),
    }
    before = support(_event(*cited), sources)
    after = support(_event(*cited, "copy", "relay"), {**sources, **more})
    assert (before.least, before.most) == (after.least, after.most)
