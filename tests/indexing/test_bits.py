"""Sets of places, as numbers and in pieces: what goes in comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.indexing import bits

PLACES = st.sets(st.integers(0, 3 * bits.PIECE), max_size=50)


@given(PLACES)
def test_places_come_back_in_order(found):
    """From either end."""
    made = bits.bits(found, 3 * bits.PIECE + 1)
    assert list(bits.places(made)) == sorted(found)
    assert list(bits.places(made, reverse=True)) == sorted(found, reverse=True)
    is_member = bits.members(made, 3 * bits.PIECE + 1)
    assert all(map(is_member, found))
    assert sum(1 for place in range(200) if is_member(place)) == len(found & {*range(200)})


@given(PLACES, st.sampled_from([8, 32, 64]))
def test_rows_are_those_in_which_there_are_some(found, length):
    """Each with its places, counted from its beginning."""
    made = bits.bits(found, 3 * bits.PIECE + 1)
    rows = {place // length: set() for place in sorted(found)}
    for place in found:
        rows[place // length].add(place % length)
    told = [(number, {*bits.places(some)}) for number, some in bits.rows(made, length)]
    assert told == list(rows.items())


@pytest.mark.parametrize("step", [1, 2, 15, 16, 17, 1000])
def test_a_piece_of_few_and_of_many_comes_back(step):
    """Few are kept as they are, many as bits: 4,096 places take as much either way."""
    rests = range(0, bits.PIECE, step)
    piece = bits.packed(rests)
    assert len(piece) <= bits.PIECE // 8
    assert bits.size(piece) == len(rests)
    found = bits.unpacked([(2, piece)], 3 * bits.PIECE)
    assert list(bits.places(found)) == [2 * bits.PIECE + rest for rest in rests]


def test_pieces_of_several_texts_are_put_together():
    """Of few and of many in the same place."""
    few, many = bits.packed([1, 5]), bits.packed(range(1, bits.PIECE, 2))
    found = bits.unpacked([(0, few), (0, many), (1, few)], 2 * bits.PIECE)
    assert found.bit_count() == bits.PIECE // 2 + 2


def test_what_lies_behind_the_end_is_odd():
    """A piece of which there are no places."""
    with pytest.raises(ValueError, match="behind the end"):
        bits.unpacked([(2, bits.packed([1]))], bits.PIECE)
    with pytest.raises(ValueError, match="multiple of"):
        bits.unpacked([(0, b"123")], bits.PIECE)


def test_a_stretch_is_all_between():
    """The end is not one of them; a stretch that ends before it begins is empty."""
    assert list(bits.places(bits.between(3, 6))) == [3, 4, 5]
    assert bits.between(6, 3) == 0


@given(PLACES, st.integers(0, 4 * bits.PIECE))
def test_a_place_is_found_by_its_number(found, end):
    """And its number by the place; a set that has no more says so."""
    made, ordered = bits.bits(found, 3 * bits.PIECE + 1), sorted(found)
    assert [bits.nth(made, number) for number in range(len(ordered))] == ordered
    assert [bits.below(made, place) for place in ordered] == [*range(len(ordered))]
    assert bits.below(made, end) == sum(place < end for place in ordered)
    assert bits.first(made) == min(found, default=-1)
    with pytest.raises(IndexError):
        bits.nth(made, len(ordered))
