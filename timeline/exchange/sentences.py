"""Accounts in sentences, as tables have them (`words.account_words`), and the way back."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from timeline import phrases
from timeline.edtf import When
from timeline.model.records import Account
from timeline.model.scales import STANCES
from timeline.model.timeline import Timeline
from timeline.model.words import account_words
from timeline.text import visible

BETWEEN: Final = "; "
_WITHIN: Final = ", "
_LONGEST: Final = 200  # characters of a date in words


class Told(NamedTuple):
    """An account as a sentence tells it: by names of actors and ids of sources."""

    by: tuple[str, ...]
    date: When | None
    stance: str
    says: str
    sources: tuple[str, ...]


def told(cell: str) -> Iterator[Told]:
    """Yield the accounts of a *cell*; what is told by nobody, in no source, names who tells it."""
    for sentence in _sentences(cell):
        rest, cited = _ending(sentence, "[", "]")
        claim, about = _ending(rest, "(", ")")
        found = _about(about)
        if found is None:
            claim, found = rest, ("", None)
        by, colon, says = f"{claim} ".partition(": ")
        if not colon and cited:
            by, says = "", claim
        stance, date = found
        yield Told(_names(by.rstrip()), date, stance, says.rstrip(), _names(cited))


def _sentences(cell: str) -> Iterator[str]:
    """Yield the sentences of a *cell*: where all name sources, they end with these."""
    if not cell.endswith("]"):
        yield from filter(None, cell.split(BETWEEN))
        return
    for sentence in cell.removesuffix("]").split(f"]{BETWEEN}"):
        yield f"{sentence}]"


def comes_back(accounts: tuple[Account, ...], timeline: Timeline) -> bool:
    """Return whether *accounts* are understood again from their sentences."""
    cell = BETWEEN.join(visible(account_words(account, timeline)) for account in accounts)
    return [*told(cell)] == [_as_told(account, timeline) for account in accounts]


def _as_told(account: Account, timeline: Timeline) -> Told:
    by = tuple(map(timeline.actor_name, account.by))
    sources = tuple(citation.source for citation in account.sources)
    return Told(by, account.date, account.stance, account.says, sources)


def _ending(text: str, opening: str, closing: str) -> tuple[str, str]:
    """Return *text* without what it has in brackets at its end, and that; "" for none."""
    at = text.rfind(opening) if text.endswith(closing) else -1
    if at < 0:
        return text, ""
    return text[:at].removesuffix(" "), text[at + 1 : -1]


def _about(text: str) -> tuple[str, When | None] | None:
    """Return the stance and the date that stand in brackets; None where it is neither."""
    stance, _, rest = text.partition(_WITHIN)
    if stance not in STANCES:
        stance, rest = "", text
    if not rest:
        return stance, None
    if len(rest) > _LONGEST:
        return None
    try:
        return stance, phrases.to_when(rest)
    except phrases.PhraseError:
        return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(_WITHIN)) if text else ()
