"""Each number that `check --explain` names, on both of its sides."""

from datetime import date, timedelta

import pytest

EVENT = "- date: 2019-01-23\n  title: Talks\n"


def _days(*dates):
    return "".join(f"- date: '{each}'\n  title: Event {at}\n" for at, each in enumerate(dates))


def _other_days(number):
    """Return so many days, none of which is the first of a month."""
    start = date(1990, 1, 1)
    days = (start + timedelta(days=at) for at in range(2 * number))
    return [each.isoformat() for each in days if each.day != 1][:number]


@pytest.mark.parametrize(("cited", "number"), [("[]", 0), ("[a]", 1), ("[a, b]", 0)])
def test_single_source_is_said_of_exactly_one(found, cited, number):
    """None is another rule's."""
    text = f"{EVENT}  status: confirmed\n  sources: {cited}\n"
    assert len(found("confirmed-on-one-origin", f_yaml=text)) == number


@pytest.mark.parametrize(("heap", "number"), [(3, 0), (4, 1)])
@pytest.mark.parametrize("form", ["200{}-01-01", "2019-0{}-01"])
def test_a_heap_has_four_different_days(found, form, heap, number):
    """Three may well be chance."""
    dates = [form.format(at + 2) for at in range(heap)]
    assert len(found("false-precision", f_yaml=_days(*dates))) == number


@pytest.mark.parametrize(
    ("form", "others", "number"),
    [
        # Of 292 days chance would give 0.8 a 1 January, and 8.8 of 292 the first of another month.
        ("200{}-01-01", 288, 1),
        ("200{}-01-01", 289, 0),
        ("2019-0{}-01", 22, 1),
        ("2019-0{}-01", 23, 0),
    ],
)
def test_a_heap_is_five_times_what_chance_would_give(found, form, others, number):
    """Four among so many days that it would be one day less, or more."""
    dates = [form.format(at + 2) for at in range(4)]
    text = _days(*dates, *_other_days(others))
    assert len(found("false-precision", f_yaml=text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2019-21", 1),
        ("2019-41", 1),
        ("2019-12", 0),
        # One of the next fifty years ends in 21.
        ("1971-21", 1),
        ("1970-21", 0),
        ("2020-21", 1),
        ("2021-21", 0),
    ],
)
def test_years_may_be_the_next_fifty_by_the_numbers_21_to_41(found, text, number):
    """What is further off, or the same year, nobody writes so."""
    assert len(found("years-or-season", f_yaml=_days(text))) == number


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Rosnef", "Rosnev", 1),  # six letters
        ("Rosne", "Rosnt", 0),  # five
        ("Rosneft", "Rosnapt", 0),  # two of them
        ("Rosneft", "Posneft", 0),  # the first
        ("F-150000", "F-160000", 0),  # a figure
    ],
)
@pytest.mark.parametrize(("rule", "key"), [("actor-spelling", "actors"), ("tag-spelling", "tags")])
def test_names_of_six_letters_may_differ_by_one(found, rule, key, one, other, number):
    """Shorter ones, figures and first letters are not compared."""
    text = f"{EVENT}  {key}: ['{one}', '{other}']\n"
    assert len(found(rule, f_yaml=text)) == number


@pytest.mark.parametrize(("one", "other"), [("armés", "armes"), ("Arms", "arms")])
def test_short_tags_are_compared_by_case_and_accents(found, one, other):
    """By nothing else."""
    text = f"{EVENT}  tags: ['{one}', '{other}']\n"
    assert len(found("tag-spelling", f_yaml=text)) == 1


@pytest.mark.parametrize(("char", "number"), [("\U0003fffd", 0), ("\U000e0000", 1)])
def test_tag_characters_are_those_from_e0000_on(found, char, number):
    """What is before is no sign of theirs."""
    text = f"- date: 2019\n  title: 'Talks{char} in Caracas'\n"
    assert len(found("hidden-character", f_yaml=text)) == number


@pytest.mark.parametrize(("between", "number"), [("", 0), ("\n", 1), ("# more\n", 0), (" \n", 1)])
def test_a_comment_speaks_of_what_it_stands_above_without_a_blank_line(found, between, number):
    """A blank line below it parts them; another comment does not."""
    text = f"# timeline: ignore unsourced\n{between}{EVENT}"
    assert len(found("unsourced", f_yaml=text)) == number
