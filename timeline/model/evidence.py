"""The keys of what a timeline rests on: sources, their use by an event, and accounts of it.

`schema` has those of all else, and says what a row of these tables does.
"""

from typing import Final

from timeline.model.keys import Key, Record
from timeline.model.scales import CREDIBILITIES, RELIABILITIES, SOURCE_TYPES, STANCES

DATES: Final = ("2019-01-23", "2019-01", "2019~", "2025-08/..", "[2025-10-21..2025-10-31]")
TITLE: Final = ("The city closes the bridge",)
NOTE: Final = ("page 3",)
SOURCE_ID: Final = "gazette-2019-03-02"
_MOST_QUOTED: Final = 500  # characters: what is quoted as evidence is no copy of the source
_ORIGINS: Final = ([SOURCE_ID], ["The Northport Echo"])

_RELAYS: Final = (
    "Ids of the sources, or the names of others that were not read, whose account it tells."
)

SOURCE: Final = Record(
    "source",
    Key("publisher", "text", "Who published it.", ("The Northport Gazette",)),
    Key("author", "texts", "Who wrote it.", (["Ana Writer"],)),
    Key("title", "text", "Its title.", TITLE),
    Key("date", "date", "When it was published, as exactly as is known.", DATES),
    Key("type", "choice", "What it is.", choices=SOURCE_TYPES),
    Key("language", "text", "Its language, as BCP 47 has it.", ("ru", "es-VE", "zh-Hant")),
    Key("pages", "text", "The pages on which it stands.", ("12–15",)),
    Key("isbn", "text", "The number of a book.", ("978-0-306-40615-7",), label="ISBN"),
    Key("doi", "text", "The name of a publication.", ("10.1000/182",), label="DOI"),
    Key("url", "url", "Where it is: http or https.", ("https://gazette.example/bridge",)),
    Key(
        "archive",
        "urls",
        "Where kept copies of it are: http or https.",
        (["https://archive.example/20190303/https://gazette.example/bridge"],),
        label="archived at",
    ),
    Key("accessed", "date", "When it was read.", ("2019-03-03",)),
    Key(
        "reliability",
        "grade",
        "How reliable the publisher is (Admiralty code). F cannot be judged: it is not the worst.",
        choices=RELIABILITIES,
    ),
    Key(
        "of",
        "ids",
        "Ids of the actors whose voice it is: those of a state's media, a ministry, a party.",
        (["northport"],),
        label="voice of",
        registry="actors",
    ),
    Key(
        "firsthand",
        "flag",
        "Yes where it is its own reporting, its own document or its own act. "
        "Without it, nothing is recorded.",
        ("yes",),
    ),
    Key(
        "copy-of",
        "origin",
        "The id of a source, or the name of one that was not read, whose text it is: "
        "a reprint, a mirror, a translation.",
        (SOURCE_ID, "The Northport Echo"),
        label="copy of",
        registry="sources",
    ),
    Key(
        "relays",
        "origins",
        f"{_RELAYS} It holds for all its citations that say nothing else.",
        _ORIGINS,
        registry="sources",
    ),
    Key(
        "note",
        "text",
        "Anything a reader should know.",
        NOTE,
    ),
)

CITATION: Final = Record(
    "citation",
    Key("source", "id", "The id of a source.", (SOURCE_ID,), registry="sources", required=True),
    Key(
        "credibility",
        "grade",
        "How credible this source is about this event. 6 cannot be judged: it is not the worst.",
        choices=CREDIBILITIES,
    ),
    Key("stance", "choice", "Whether it is for or against.", choices=STANCES),
    Key("relays", "origins", f"{_RELAYS} For this event.", _ORIGINS, registry="sources"),
    Key("locator", "text", "Where in it: a page, a paragraph, a time.", ("p. 3",), label="at"),
    Key(
        "quote",
        "text",
        f"The words themselves, in their own language: at most {_MOST_QUOTED} characters.",
        ("El puente queda cerrado.",),
        most=_MOST_QUOTED,
    ),
    Key("note", "text", "What it says, where it differs.", ("says that two spans cracked",)),
)

ACCOUNT: Final = Record(
    "account",
    Key(
        "by",
        "ids",
        "Ids of those who tell it so. Without a section 'actors', names.",
        (["mayor"],),
        registry="actors",
    ),
    Key("date", "date", "When it was, as they tell it; left out where they do not differ.", DATES),
    Key("stance", "choice", "Whether they are for or against.", choices=STANCES),
    Key("says", "text", "How they tell it, in one sentence.", ("It was closed in time.",)),
    Key(
        "sources",
        "citations",
        "Ids of sources in which they say so, or {source, locator, quote, note}.",
        ([SOURCE_ID],),
        one="source",
        registry="sources",
    ),
)
