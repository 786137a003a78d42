"""Names and titles that are nearly the same, and those that only seem so."""

from collections import Counter
from itertools import combinations
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.checking.duplicates import ALIKE, near_duplicate
from timeline.checking.rule import Case
from timeline.edtf import parse
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

EVENT = "- date: 2019-01-23\n  title: Talks\n"


def _actors(*names):
    return EVENT + "  actors: [" + ", ".join(f"'{name}'" for name in names) + "]\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Juan Guaidó", "JUAN GUAIDO"),
        ("Venezuela", "Venezula"),
        ("Venezuela", "Venezeula"),
        ("Tegucigalpa", "Tegucigalpas"),
        ("Lí", "Li"),
    ],
)
def test_a_slip_makes_a_second_actor(found, one, other):
    """A letter more, less, another, or two in the wrong order; an accent in the shortest."""
    (problem,) = found("actor-spelling", f_yaml=_actors(one, other))
    assert problem.spot.id == other
    assert f"'{one}'" in problem.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("Gambia", "Zambia"),
        ("Squadron 12", "Squadron 13"),
        ("Unit 731", "Unit 71"),
        ("Slovakia", "Slovenia"),
        ("Ivan Petrov", "Petrov Ivan"),
    ],
)
def test_these_are_two(found, one, other):
    """Short names, first letters, figures, two letters, another order."""
    assert found("actor-spelling", f_yaml=_actors(one, other)) == []


def test_an_actor_may_be_spelled_in_two_ways_itself(found):
    """That is what aliases are for."""
    text = f"actors: {{a: {{name: Sergei Lavrov, aliases: [Sergey Lavrov]}}}}\nevents:\n{EVENT}"
    assert found("actor-spelling", f_yaml=f"{text}  actors: [a]\n") == []


def test_the_rarer_tag_is_the_slip(found):
    """Wherever it stands."""
    text = f"{EVENT}  tags: [sanction]\n{EVENT}  tags: [sanctions]\n{EVENT}  tags: [sanctions]\n"
    (problem,) = found("tag-spelling", f_yaml=text)
    assert (problem.place.line, problem.spot.value) == (3, "sanction")


def _titles(*rows):
    return "".join(
        f"- {{id: e{at}, date: {date}, title: {t}}}\n" for at, (date, t) in enumerate(rows)
    )


def test_events_that_are_linked_are_no_duplicates(found):
    """Somebody knows of both."""
    rows = _titles(("2019-01-23", "Guaidó takes the oath"), ("2019-01", "Guaidó takes an oath"))
    assert len(found("near-duplicate", f_yaml=rows)) == 1
    linked = rows.replace("takes an oath}", "takes an oath, links: [part-of: e0]}")
    assert found("near-duplicate", f_yaml=linked) == []


def test_a_series_is_not_all_alike(found):
    """Words that all titles have say little; what differs is what counts."""
    ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
    rows = _titles(*(("2025-09", f"{each} US strike on a boat") for each in ordinals))
    assert found("near-duplicate", f_yaml=rows) == []


def test_each_of_many_twins_is_reported_once(found):
    """Four times the same event: three too many, each at the later one in the file."""
    rows = _titles(*[("2019-01-23", "Talks begin in Oslo")] * 4, ("2019-01-23", "Ford sails"))
    assert [each.spot.id for each in found("near-duplicate", f_yaml=rows)] == ["e1", "e2", "e3"]


def test_twins_are_found_among_many(found):
    """Whatever else is in the file, and in whichever file the other one is."""
    many = _titles(*((2000 + at % 20, f"Meeting {at} of delegates") for at in range(500)))
    one = "- {date: 2019-05-30, title: A storm sinks the Esmeralda off Valparaíso}\n"
    two = "- {date: 2019-05, title: 'Off Valparaiso, storm sinks Esmeralda: 30 dead'}\n"
    (problem,) = found("near-duplicate", a_yaml=one + many, b_yaml=two)
    assert str(problem.place).startswith("b.yaml:1:")


@given(
    st.lists(
        st.lists(st.sampled_from(["red", "blue", "tea", "war", "sea", "12"]), min_size=1),
        max_size=8,
    )
)
def test_alike_is_who_shares_most_of_the_weight(titles):
    """As the definition has it, all compared with all: what both have, by what either has."""
    events = [
        Event(id=str(at), date=parse("2019"), title=" ".join(words), place=Place("f", at + 1))
        for at, words in enumerate(titles)
    ]
    indices = _indices([frozenset(words) for words in titles])
    told = {fault.spot.id for fault in near_duplicate(Case(Timeline(events), 0))}
    for later in range(len(events)):
        best = max((indices[pair] for pair in indices if pair[1] == later), default=0)
        if abs(best - ALIKE) > 1e-6:  # nobody minds what is just between
            assert (str(later) in told) == (best > ALIKE)


def _indices(titles):
    """Return what is shared of each pair of *titles*, sets of words, from 0 to 1."""
    number = Counter(word for words in titles for word in words)

    def weight(words):
        return sum(log(1 + len(titles) / max(number[word], 2)) for word in words)

    pairs = combinations(range(len(titles)), 2)
    return {
        (one, two): weight(titles[one] & titles[two]) / weight(titles[one] | titles[two])
        for one, two in pairs
    }
