"""What holds for every date, and for every text."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.edtf.strategies import edtf_texts, plain_years
from tests.examples import examples
from timeline.edtf import FAR, EdtfError, Precision, When, parse

limits = st.integers(-(10**7), 10**7)


def bound(day, unbounded):
    """Return a bound as a number."""
    return unbounded if day is None else day


def ends(when):
    """Return the four bounds as numbers."""
    return (
        bound(when.earliest_start, -FAR),
        bound(when.latest_start, FAR),
        bound(when.earliest_end, -FAR),
        bound(when.latest_end, FAR),
    )


@given(edtf_texts())
def test_canonical_text_is_written_back(text):
    """What is canonical stays as it is."""
    assert str(parse(text)) == text


@given(edtf_texts())
def test_written_text_is_the_same_date(text):
    """The canonical text is read as the same date, but for the text."""
    when = parse(text)
    again = parse(str(when))
    assert again == When(str(when), *[getattr(when, f) for f in When.__struct_fields__[1:]])


@given(edtf_texts())
def test_bounds_are_in_order(text):
    """No earliest is after its latest; nothing ends before it starts."""
    earliest_start, latest_start, earliest_end, latest_end = ends(parse(text))
    assert earliest_start <= latest_start
    assert earliest_end <= latest_end
    assert earliest_start <= earliest_end
    assert latest_start <= latest_end


@given(edtf_texts())
def test_missing_bounds_have_a_reason(text):
    """A bound is missing on a side that is open or unknown, and only there."""
    when = parse(text)
    assert (when.earliest_start is None) is (when.start_kind != "closed")
    assert (when.latest_end is None) is (when.end_kind != "closed")


@given(edtf_texts())
def test_members_lie_within_the_bounds(text):
    """The bounds of a list are those of its outermost members; others have none."""
    when = parse(text)
    assert bool(when.members) is (when.kind in {"one-of", "all-of"})
    if when.members:
        starts = [bound(first, -FAR) for first, _ in when.members]
        finishes = [bound(last, FAR) for _, last in when.members]
        assert (min(starts), max(finishes)) == (ends(when)[0], ends(when)[3])


@given(edtf_texts())
def test_qualifiers_never_move_the_bounds_of_the_text(text):
    """Without its qualifiers a date has the same bounds, and questions ask just these."""
    when = parse(text)
    plain = parse("".join(character for character in text if character not in "?~%"))
    assert ends(plain) == ends(when)
    assert plain.possible == (plain.earliest_start, plain.latest_end)
    if plain.kind in {"date", "interval"}:
        assert plain.start == (plain.earliest_start, plain.latest_start)
        assert plain.end == (plain.earliest_end, plain.latest_end)
        assert plain.certain == (plain.latest_start, plain.earliest_end)


@given(edtf_texts())
def test_only_about_widens_what_is_possible(text):
    """`~` never makes fewer days possible, `?` neither more nor fewer; both certain fewer."""
    when = parse(text)
    plain = parse("".join(character for character in text if character not in "?~%"))
    first, last = (bound(day, far) for day, far in zip(when.possible, (-FAR, FAR), strict=True))
    plain_first = bound(plain.possible[0], -FAR)
    plain_last = bound(plain.possible[1], FAR)
    assert first <= plain_first
    assert last >= plain_last
    assert when.approximate or (first, last) == (plain_first, plain_last)
    assert bound(when.certain[0], FAR) >= bound(plain.certain[0], FAR)
    assert bound(when.certain[1], -FAR) <= bound(plain.certain[1], -FAR)


@given(edtf_texts())
def test_what_is_certain_is_possible(text):
    """The first day is no later than that of a sure beginning, and the readings lie between."""
    when = parse(text)
    assert bound(when.start[0], -FAR) <= bound(when.start[1], FAR)
    assert bound(when.end[0], -FAR) <= bound(when.end[1], FAR)
    spans = [(bound(a, -FAR), bound(b, FAR)) for part in when.meant for a, b in part.days]
    assert min(spans)[0] == bound(when.possible[0], -FAR)
    assert max(b for _, b in spans) == bound(when.possible[1], FAR)
    firsts = [(bound(a, -FAR), bound(b, FAR)) for a, b in when.first_days]
    assert all(one[1] + 1 < other[0] for one, other in pairwise(firsts))
    assert firsts[0][0] == bound(when.start[0], -FAR)
    assert firsts[-1][1] <= bound(when.start[1], FAR)


@given(edtf_texts(), limits)
def test_as_of_moves_only_an_open_end(text, day):
    """An open end is at least as late as the day; all else stays."""
    when, known = parse(text), parse(text).as_of(day)
    if when.kind == "interval" and when.end_kind == "open":
        assert known.earliest_end == max(when.earliest_start, day)
        assert known.latest_end is None
    elif when.kind == "all-of" and when.end_kind == "open":
        assert ends(known) == ends(when)
        assert known.end == (max(bound(when.end[0], -FAR), day), None)
    else:
        assert known == when


@given(edtf_texts(), plain_years, st.booleans())
def test_words_for_every_date(text, year, long):
    """Every date has words, which can be had in ASCII."""
    when = parse(text)
    assert when.describe(year=year, long=long).strip()
    plain = when.describe(ascii=True, year=year, long=long)
    assert plain.strip()
    assert plain.isascii()
    assert plain.isprintable()


@given(edtf_texts())
def test_hash_goes_with_equality(text):
    """Equal dates are one key of a dictionary."""
    assert len({parse(text), parse(text)}) == 1
    assert parse(text) != parse("1066-10-14T09:00:00Z")


near_misses = st.text(alphabet="0123456789XYESTZu?~%-/.,[]{}:+ ２", max_size=30)


def refusal(text):
    """Return the refusal of a text, None if it is a date."""
    try:
        parse(text)
    except EdtfError as error:
        return error
    return None


@given(st.text() | near_misses | st.lists(edtf_texts(), max_size=3).map("/".join))
@example("Y" + "9" * 9_000)
@example("Y1E" + "9" * 9_000)
@example("1950S" + "9" * 9_000)
@example("Y1E999999")
@example("\ud800")
@examples(500)
def test_any_text_is_read_or_refused(text):
    """Nothing but EdtfError is ever raised, and it points into the text."""
    error = refusal(text)
    if error:
        assert 0 <= error.position <= len(text)
        assert error.message
        assert "\n" not in error.message + error.hint
    else:
        when = parse(text)
        assert parse(str(when)).sort_key == when.sort_key
        assert when.describe(ascii=True).isascii()


@pytest.mark.parametrize(
    "text",
    ["9" * 1_000_000, "[" * 1_000_000, "2019/" * 200_000, "Y" + "1" * 9_999, "[" + "2019," * 1_900],
    ids=["digits", "brackets", "slashes", "long year", "long list"],
)
def test_long_texts_are_read_in_one_go(text):
    """Length alone takes no room in the message; looked at sign by sign, these would not end."""
    error = refusal(text)
    assert len(str(error)) < 250


def test_precisions_are_ordered():
    """From the coarsest to the finest."""
    finest_first = sorted(Precision, reverse=True)
    assert finest_first == list(Precision)[::-1]
    assert Precision.YEAR < Precision.DAY <= Precision.DAY < Precision.SECOND
    assert Precision.DAY >= Precision.DAY > Precision.YEAR
