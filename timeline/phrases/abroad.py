"""Names of months in other languages: `5 de mayo de 2019`, `октябрь 2019` → in English.

A name in full is understood, with or without its accents, where it can be nothing else. One
that names different months in two languages, or is a word of English too, is refused with
the language it is of. What stands between day, month and year goes with it: `de`, `1er`, `г.`
So is any word for a season, or for the early, middle or late part of something.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline.edtf.months import MONTHS, short
from timeline.phrases.refusals import quoted
from timeline.phrases.vocabulary import MONTH, match
from timeline.text import fold

NAMES = {
    "French": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "Spanish": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    "Portuguese": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    "Italian": (
        (
            "gennaio febbraio marzo aprile maggio giugno"
            " luglio agosto settembre ottobre novembre dicembre"
        ),
    ),
    "German": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jänner Feber Maerz April Mai Juni Juli August September Oktober November Dezember",
    ),
    "Russian": (
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "yanvar fevral mart aprel mai iyun iyul avgust sentyabr oktyabr noyabr dekabr",
        (
            "yanvarya fevralya marta aprelya maya iyunya"
            " iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya"
        ),
    ),
}
"""Each language's months in full, January first; Russian in two cases, and in Latin letters."""

PARTS = {
    "French": {
        "early": "début",
        "mid": "milieu mi",
        "late": "fin",
        "spring": "printemps",
        "summer": "été",
        "autumn": "automne",
        "winter": "hiver",
    },
    "Spanish": {
        "early": "principios comienzos inicios",
        "mid": "mediados",
        "late": "finales fines",
        "spring": "primavera",
        "summer": "verano",
        "autumn": "otoño",
        "winter": "invierno",
    },
    "Portuguese": {
        "early": "início começo",
        "mid": "meados",
        "late": "fim final",
        "summer": "verão",
        "autumn": "outono",
        "winter": "inverno",
    },
    "Italian": {
        "early": "inizio",
        "mid": "metà",
        "late": "fine",
        "summer": "estate",
        "autumn": "autunno",
    },
    "German": {
        "early": "Anfang",
        "mid": "Mitte",
        "late": "Ende",
        "spring": "Frühling Frühjahr",
        "summer": "Sommer",
        "autumn": "Herbst",
    },
    "Russian": {
        "early": "начало начале начала",
        "mid": "середина середине середины",
        "late": "конец конце конца",
        "spring": "весна весной весны",
        "summer": "лето летом лета",
        "autumn": "осень осенью осени",
        "winter": "зима зимой зимы",
    },
}
"""Words for parts of time by the English one; what two languages share stands with the first."""

ENGLISH = frozenset(("mars", "mart", "maya", "mayo"))
"""Names of months that are words of English too, or names of something else."""

_BETWEEN = (
    r"(?<!\w)(?:(?:de|del|di|do|da|le|la|el|il|a|à|au|en|em|no|nel|alla|am|im|den|в|года|год|г\.?)"
    r"(?!\w) ?|[dl]')"
)
_FIRST = r"(?<!\d)1(?:er|º|°|o)(?!\w)"
_WORD = r"[^\W\d_]+"


class Name(NamedTuple):
    """A name of a month: the language, and the months from 1 on, of which it names one or more.

    Or of a part of time, which it is called in English.
    """

    language: str
    months: frozenset[int]
    part: str = ""


class Translation(NamedTuple):
    """A phrase with English names of months; `doubt` says of which language an unsafe one is."""

    phrase: str
    doubt: str = ""


def in_english(phrase: str) -> Translation:
    """Return a tidy *phrase* with the names of its months in English; others as they are."""
    found = [word for word in re.findall(_WORD, phrase) if fold(word) in _names()]
    if not found:
        return Translation(phrase)
    text = re.sub(_WORD, _english, phrase)
    for pattern, plain in ((_BETWEEN, ""), (_FIRST, "1"), (r"(\b\d{1,2})\.(?= )", r"\1")):
        text = re.sub(pattern, plain, text, flags=re.IGNORECASE)
    doubts = (_doubt(word) for word in found)
    return Translation(" ".join(text.split()), next(filter(None, doubts), ""))


def _english(found: re.Match[str]) -> str:
    name = _names().get(fold(found[0]))
    if name is None:
        return found[0]
    return name.part or short(min(name.months))


def _doubt(word: str) -> str:
    """Return why *word* is no safe name of a month; "" if it is one."""
    language, months, part = _names()[fold(word)]
    if part:
        return f"{quoted(word)} is {language} for {part}"
    if fold(word) not in ENGLISH and len(months) == 1:
        return ""
    return f"{quoted(word)} is {language} for {MONTHS[min(months) - 1]}"


@cache
def _names() -> dict[str, Name]:
    """Return what each name means that is not English, by the name as it is compared."""
    names: dict[str, Name] = {}
    for language, cases in NAMES.items():
        for case in cases:
            for number, word in enumerate(map(fold, case.split()), 1):
                first = names.get(word, Name(language, frozenset()))
                names[word] = first._replace(months=first.months | {number})
    for word, name in _parts():
        names.setdefault(word, name)
    return {word: name for word, name in names.items() if not match(MONTH, word)}


def _parts() -> Iterator[tuple[str, Name]]:
    for language, parts in PARTS.items():
        for part, words in parts.items():
            for word in map(fold, words.split()):
                yield word, Name(language, frozenset(), part)
