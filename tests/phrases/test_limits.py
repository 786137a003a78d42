"""What a vague date still says for certain."""

import pytest

from timeline import edtf
from timeline.phrases.limits import limits


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2019", ""),
        ("2019-10-26", ""),
        ("2019-10-26T12:00", ""),
        ("2019?", ""),
        ("[..1989]", ""),
        ("[2019,2021]", ""),
        ("2019/..", ""),
        ("2013~", "certainly within 2012–2014"),
        ("2018-21", "certainly within Mar–May 2018"),
        ("[2018-10-21..2018-10-31]", "certainly within 21–31 Oct 2018"),
        ("2019-03~/2020", "start certainly within Feb–Apr 2019, end certainly within 2020"),
        ("2019-03~/..", "start certainly within Feb–Apr 2019"),
    ],
)
def test_it_is_what_its_words_do_not_say(date, said):
    """Nothing is certain of a date that is doubted."""
    assert limits(edtf.parse(date)) == said


def test_in_ascii_a_dash_is_a_hyphen():
    """As in the words of a window."""
    assert limits(edtf.parse("2018-21"), ascii=True) == "certainly within Mar-May 2018"
