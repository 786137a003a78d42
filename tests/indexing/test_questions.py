"""An index answers each kind of question as the events in memory do, and so it does when cut up."""

from itertools import product

import pytest

from tests.indexed import moved
from tests.indexing.questions import DAYS, FIXED, FORMS, NAMED, TIMES, YEARS, found

WORDS = ("war", "arm", "nuno", "rebels", "2", "")
NAMES = ("union", "gazette", '"Old Town"', "north", "confirmed", "statement", "war")
QUESTIONS = [
    *FIXED,
    *(form.format(each) for form, each in product(TIMES, (*DAYS, *YEARS))),
    *(form.format(each) for form, each in product(FORMS, WORDS)),
    *(form.format(each) for form, each in product(NAMED, NAMES)),
]


@pytest.mark.parametrize("starts", [False, True])
@pytest.mark.usefixtures("pieces")
def test_each_kind_of_question_finds_the_same(small, starts):
    """The same events in the same order, as certain; or the same refusal. The contrary too."""
    there = moved(small)
    for text in QUESTIONS:
        for asked in (text, f"not ({text})"):
            assert found(there, asked, starts=starts) == found(small, asked, starts=starts), asked
