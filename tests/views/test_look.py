"""Signs and marks, each beside its word, and all of them in ASCII too."""

import pytest

from timeline.model.scales import STATUSES
from timeline.views.parts.look import Look

PLAIN = Look(ascii=True)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_stands_beside_its_sign(status):
    """No two share a sign, and in ASCII there is one as well."""
    assert Look().status_words(status) == f"{Look().status(status)} {status}"
    assert PLAIN.status_words(status).isascii()
    assert len({Look().status(each) for each in STATUSES}) == len(STATUSES)


def test_what_is_sure_has_no_mark():
    """What only possibly matches has one, alone or before how many they are."""
    assert (Look().doubt(sure=True), Look().doubt(sure=False), PLAIN.doubt(sure=False)) == (
        "",
        "≈",
        "~",
    )
    assert (Look().possibly(0), Look().possibly(1234), PLAIN.possibly(3)) == ("", "≈1,234", "~3")


def test_arrows_and_the_minus():
    """Forwards and back."""
    assert (Look().arrow(), Look().arrow(back=True), Look().minus) == ("→", "←", "−")
    assert (PLAIN.arrow(), PLAIN.arrow(back=True), PLAIN.minus) == ("->", "<-", "-")
