"""Names of months in other languages: read where they mean one thing, else refused by name."""

import pytest

from tests.advice import advised
from timeline import phrases
from timeline.phrases.abroad import ENGLISH, NAMES, PARTS
from timeline.text import fold

DATES = [
    ("5 de octubre de 2019", "2019-10-05"),
    ("el 5 de octubre de 2019", "2019-10-05"),
    ("octubre de 2019", "2019-10"),
    ("enero 2019", "2019-01"),
    ("1er janvier 2019", "2019-01-01"),
    ("le 14 juillet 1789", "1789-07-14"),
    ("août 1944", "1944-08"),
    ("aout 1944", "1944-08"),
    ("FÉVRIER 1934", "1934-02"),
    ("3. Oktober 1990", "1990-10-03"),
    ("März 1990", "1990-03"),
    ("Maerz 1990", "1990-03"),
    ("Mai 1945", "1945-05"),
    ("25 октября 1917", "1917-10-25"),
    ("октябрь 1917 г.", "1917-10"),
    ("май 1945", "1945-05"),
    ("9 мая 1945 года", "1945-05-09"),
    ("25 oktyabrya 1917", "1917-10-25"),
    ("avgust 1991", "1991-08"),
    ("25 de abril de 1974", "1974-04-25"),
    ("março de 1974", "1974-03"),
    ("1º de janeiro de 1822", "1822-01-01"),
    ("2 giugno 1946", "1946-06-02"),
    ("late octubre 2019", "[2019-10-21..2019-10-31]"),
    ("junio - julio 1936", "1936-06/1936-07"),
    ("probably dezembro 1974", "1974-12?"),
]

REFUSED = {
    "mars 2019": ("'mars' is French for March", ["2019-03"], "write Mar 2019"),
    "5 mars 2019": ("'mars' is French for March", ["2019-03-05"], "write 5 Mar 2019"),
    "5 de mayo de 1862": ("'mayo' is Spanish for May", ["1862-05-05"], "write 5 May 1862"),
    "mart 1953": ("'mart' is Russian for March", ["1953-03"], "write Mar 1953"),
    "конец октября 2025": (
        "'конец' is Russian for late",
        ["[2025-10-21..2025-10-31]"],
        "write late Oct 2025",
    ),
    "à la fin de 2019": ("'fin' is French for late", ["[2019-09..2019-12]"], "write late 2019"),
    "mi-octobre 2025": (
        "'mi' is French for mid",
        ["[2025-10-11..2025-10-20]"],
        "write mid-Oct 2025",
    ),
    "l'été 2019": ("'été' is French for summer", ["2019-22"], "write summer 2019"),
    "im Sommer 1945": ("'Sommer' is German for summer", ["1945-22"], "write summer 1945"),
    "9 maya 1945": ("'maya' is Russian for May", ["1945-05-09"], "write 9 May 1945"),
}


@pytest.mark.parametrize(("phrase", "text"), DATES)
def test_a_name_that_means_one_month_is_read(phrase, text):
    """With what stands around it in its language, and without its accents."""
    assert phrases.to_edtf(phrase) == text


@pytest.mark.parametrize("phrase", REFUSED)
def test_a_name_that_is_a_word_of_english_is_refused_by_name(phrase):
    """The language and the month are said, and what to write."""
    named, dates, hint = REFUSED[phrase]
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf(phrase)
    assert caught.value.message == named
    assert caught.value.hint == hint
    assert [phrases.to_edtf(each) for each in advised(hint)] == dates


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_of_every_language(language, number):
    """In each form that it has; none means two months."""
    for case in NAMES[language]:
        word = case.split()[number - 1]
        if fold(word) in ENGLISH:
            continue
        assert phrases.to_edtf(f"{word} 2019") == f"2019-{number:02}"


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("part", ["early", "mid", "late", "spring", "summer", "autumn", "winter"])
def test_a_part_of_time_is_told_in_english(language, part):
    """Of a year, whichever of the languages that have the word is named."""
    for word in PARTS[language].get(part, "").split():
        with pytest.raises(phrases.PhraseError, match=f"'{word}' is .+ for {part}") as caught:
            phrases.to_edtf(f"{word} 2019")
        assert advised(caught.value.hint) == [f"{part} 2019"]


def test_what_was_typed_is_quoted():
    """Not what has been made of it."""
    with pytest.raises(phrases.PhraseError, match="cannot read 'foo октября 2025' as a date"):
        phrases.to_edtf("foo октября 2025")


def test_another_word_stays_what_it_is():
    """Only months are looked for."""
    with pytest.raises(phrases.PhraseError, match="cannot read 'mars attacks 2019'"):
        phrases.to_edtf("mars attacks 2019")
