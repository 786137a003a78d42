"""What the events of GEDCOM are called in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from timeline.text import enumerated

EVENTS: Final[Mapping[str, str]] = {
    "ADOP": "Adoption",
    "ANUL": "Annulment of the marriage",
    "BAPM": "Baptism",
    "BARM": "Bar mitzvah",
    "BASM": "Bas mitzvah",
    "BATM": "Bat mitzvah",
    "BIRT": "Birth",
    "BLES": "Blessing",
    "BURI": "Burial",
    "CENS": "Census",
    "CHR": "Christening",
    "CHRA": "Christening as an adult",
    "CONF": "Confirmation",
    "CREM": "Cremation",
    "DEAT": "Death",
    "DIV": "Divorce",
    "DIVF": "Filing for divorce",
    "EMIG": "Emigration",
    "ENGA": "Engagement",
    "EVEN": "Event",
    "FCOM": "First communion",
    "GRAD": "Graduation",
    "IMMI": "Immigration",
    "MARB": "Marriage banns",
    "MARC": "Marriage contract",
    "MARL": "Marriage licence",
    "MARR": "Marriage",
    "MARS": "Marriage settlement",
    "NATU": "Naturalisation",
    "ORDN": "Ordination",
    "PROB": "Probate of the will",
    "RETI": "Retirement",
    "WILL": "Will",
}
FACTS: Final[Mapping[str, str]] = {
    "CAST": "Caste",
    "DSCR": "Description",
    "EDUC": "Education",
    "FACT": "Fact",
    "IDNO": "Identity number",
    "NATI": "Nationality",
    "NCHI": "Number of children",
    "NMR": "Number of marriages",
    "OCCU": "Occupation",
    "PROP": "Property",
    "RELI": "Religion",
    "RESI": "Residence",
    "SSN": "Social security number",
    "TITL": "Title",
}


def title(tag: str, value: str, type_: str, names: Sequence[str]) -> str:
    """Return `Birth of Ada Lovelace`, `Occupation of X: smith`, `Battle of Waterloo: X`.

    *type_* says what an EVEN or a FACT is; a *value* of `Y` says only that it happened.
    """
    if value.upper() == "Y":
        value = ""
    whose = enumerated(names)
    if tag in {"EVEN", "FACT"} and (type_ or value):
        return _called(type_, value, whose)
    what = EVENTS.get(tag) or FACTS[tag]
    if whose:
        what = f"{what} of {whose}"
    return f"{what}: {value}" if value else what


def _called(type_: str, value: str, whose: str) -> str:
    """Return the title of an event that has a name of its own."""
    named = type_ or value
    if whose:
        named = f"{named}: {whose}"
    return f"{named} ({value})" if type_ and value else named


def name_of(written: str) -> str:
    """Return a name as people write it: without the slashes around the surname."""
    return " ".join(written.replace("/", " ").split())
