"""The best of the grades: every comparison, with unknown grades, by trying all that they may be."""

from itertools import combinations_with_replacement

import pytest

from timeline.loading import load
from timeline.query.fields import Context
from timeline.query.grammar import parse
from timeline.query.tokens import QueryError

SCALES = {"reliability": "ABCDEF", "credibility": "123456"}
# What each mark asks of the places of two grades, counted from the best: of letters the
# better is the greater, of digits the smaller.
LETTERS = {
    ">=": lambda one, other: one <= other,
    ">": lambda one, other: one < other,
    "=": lambda one, other: one == other,
    "<": lambda one, other: one > other,
    "<=": lambda one, other: one >= other,
}
DIGITS = {
    "<=": LETTERS[">="],
    "<": LETTERS[">"],
    "=": LETTERS["="],
    ">": LETTERS["<"],
    ">=": LETTERS["<="],
}


def _timeline(tmp_path, cited):
    """Return a timeline with an event for each of *cited*, a list of citations in YAML."""
    sources = [f"  {grade}: {{publisher: P, reliability: {grade}}}\n" for grade in "ABCDEF"]
    events = [
        f"  - {{id: e{at}, date: 2019, title: T, sources: [{', '.join(each)}]}}\n"
        for at, each in enumerate(cited)
    ]
    path = tmp_path / "graded.yaml"
    lines = ["sources:\n", "  none: {publisher: N}\n", *sources, "events:\n", *events]
    path.write_text("".join(lines))
    return load.load(str(path))


def _answers(timeline, text):
    """Return the answer of each event, in the order of the file."""
    found = {match.event.id: match for match in timeline.select(parse(text, Context(timeline, 0)))}
    words = {True: "yes", False: "maybe"}
    ids = [f"e{at}" for at in range(len(timeline))]
    return [words[found[id_].certain] if id_ in found else "no" for id_ in ids]


def test_the_best_grade_is_compared(tmp_path):
    """A and D is not worse than B, and D alone is; F beside D may be better."""
    timeline = _timeline(tmp_path, [("A", "D"), ("D",), ("D", "F"), ("F", "none"), ()])
    assert _answers(timeline, "reliability<B") == ["no", "yes", "maybe", "maybe", "no"]
    assert _answers(timeline, "reliability=D") == ["no", "yes", "maybe", "maybe", "no"]
    assert _answers(timeline, "reliability=A") == ["yes", "no", "maybe", "maybe", "no"]
    assert _answers(timeline, "reliability>=B") == ["yes", "no", "maybe", "maybe", "no"]
    assert _answers(timeline, "reliability>D") == ["yes", "no", "maybe", "maybe", "no"]
    assert _answers(timeline, "reliability>=D") == ["yes", "yes", "yes", "maybe", "no"]
    assert _answers(timeline, "reliability<D") == ["no", "no", "no", "maybe", "no"]
    assert _answers(timeline, "reliability=F") == ["no", "no", "no", "yes", "no"]
    assert _answers(timeline, "not reliability>=B") == ["no", "yes", "maybe", "maybe", "yes"]


def _readings(grades, unknown):
    """Return every best that *grades* may have, an unknown one being any of the five."""
    known = [at for at, grade in enumerate("ABCDE") if grade in grades or "12345"[at] in grades]
    if not set(grades) & unknown:
        return {min(known)} if known else set()
    return {min(each, *known) if known else each for each in range(5)}


SETS = [
    each
    for size in range(4)
    for each in combinations_with_replacement([*"abcdef", "none"], size)  # a is the best
]


def _citation(field, place, grade):
    """Return a citation, the one with this *place* in its event, with a grade from a to f."""
    if field == "reliability":
        return grade if grade == "none" else grade.upper()
    digit = "" if grade == "none" else f", credibility: {'abcdef'.index(grade) + 1}"
    return f"{{source: {'ABC'[place]}{digit}}}"


def _expected(grades, fits):
    """Return the answer in all readings of *grades*, an unknown one being any of a to e."""
    known = [each for each in grades if each in "abcde"]
    bests = {min(known)} if known else set()
    if len(known) < len(grades):
        bests = {min(each, *known) if known else each for each in "abcde"}
    truths = {fits(best) for best in bests}
    if len(truths) > 1:
        return "maybe"
    return "yes" if truths == {True} else "no"


@pytest.mark.parametrize(
    ("field", "mark"),
    [("reliability", mark) for mark in LETTERS] + [("credibility", mark) for mark in DIGITS],
)
def test_every_comparison_agrees_with_all_readings(tmp_path, field, mark):
    """Each set of up to three grades, each grade that is known; what none can be is refused."""
    cited = [
        dict.fromkeys(_citation(field, place, grade) for place, grade in enumerate(grades))
        for grades in SETS
    ]
    timeline = _timeline(tmp_path, cited)
    asks = LETTERS[mark] if field == "reliability" else DIGITS[mark]
    for letter, grade in zip("abcde", SCALES[field], strict=False):
        fitting = {each for each in "abcde" if asks(each, letter)}
        if fitting:
            expected = [_expected(grades, fitting.__contains__) for grades in SETS]
            assert _answers(timeline, f"{field}{mark}{grade}") == expected, grade


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("reliability>A", "A is the best reliability", "write reliability=A"),
        ("reliability<E", "E is the worst reliability", "write reliability=E"),
        ("credibility<1", "1 is the best credibility", "write credibility=1"),
        ("credibility>5", "5 is the worst credibility", "write credibility=5"),
        *(
            (
                f"reliability{mark}F",
                "F says that nobody can judge: it is neither better nor worse",
                "write reliability=F, or reliability>=E for any other grade",
            )
            for mark in (">=", ">", "<", "<=")
        ),
        (
            "credibility<=6",
            "6 says that nobody can judge: it is neither better nor worse",
            "write credibility=6, or credibility<=5 for any other grade",
        ),
    ],
)
def test_what_no_grade_can_be_is_refused(small, text, message, hint):
    """Never an empty list in silence: why, and what is meant."""
    with pytest.raises(QueryError) as caught:
        parse(text, Context(small, 0))
    assert (caught.value.message.splitlines()[0], caught.value.hint) == (message, hint)
