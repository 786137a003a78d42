"""What events go by, put together: a text is found in each label that has it, and in no other."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.indexing import bits, labels
from timeline.indexing.database import OddIndex

TEXTS = st.text(st.sampled_from("ab \né中"), max_size=3)


@given(st.lists(TEXTS, min_size=1, max_size=9), st.lists(TEXTS, max_size=2), TEXTS)
@example(["ab", "ba"], ["bb"], "")  # in two that lie side by side
@example(["a\nb", "a"], [], "a")  # in one that goes on behind what looks like its end
@example(["", "a", ""], [], "")
def test_a_label_is_found_by_its_parts_and_its_end(made, parts, end):
    """Whatever stands in it, and beside it."""
    pieces = [labels.written(made), labels.written(made[:2])]
    fitting = [
        [at for at, each in enumerate(some) if each.endswith(end) and all(p in each for p in parts)]
        for some in (made, made[:2])
    ]
    found = list(labels.found(pieces, parts, end))
    assert found == [*fitting[0], *(bits.PIECE + at for at in fitting[1])]


def test_a_text_that_no_file_can_hold_is_found_nowhere():
    """A terminal may give half of a sign."""
    assert list(labels.found([labels.written(["a"])], ["\udce9"], "")) == []


def test_bounds_that_are_none_are_odd():
    """Three bytes are no number."""
    odd = msgspec.msgpack.encode([b"123", b"a\n"])
    with pytest.raises(OddIndex):
        list(labels.found([odd], [], ""))
