"""What cannot be read as a date, and what to write instead."""

import re
from collections.abc import Callable

from timeline import edtf
from timeline.errors import UsageError
from timeline.phrases.vocabulary import WORDS, match

SHOWN = 40
LONGEST = 200
FILE_EXAMPLES = "write for example 2025-10-26, Aug 2025 or late Oct 2025"
QUERY_EXAMPLES = "write for example Aug 2025, 2019..2021 or last month"
# A leap year, so that "Feb 29" is only missing its year.
YEAR_EXAMPLE = "2024"


class PhraseError(UsageError):
    """A text is no date: the message quotes it, the hint says what to write instead."""


class Unread(Exception):
    """No rule fits `phrase`, which may be one end of what was asked."""

    def __init__(self, phrase: str) -> None:
        """Note the *phrase*."""
        super().__init__(phrase)
        self.phrase = phrase


def quoted(text: str) -> str:
    """Return *text* in quotation marks: shortened, control characters spelled out."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def unreadable(phrase: str, examples: str, reads: Callable[[str], bool]) -> PhraseError:
    """Return the error for a *phrase* that no rule fits; *reads* tells what would do."""
    message = f"cannot read {quoted(phrase)} as a date"
    if not phrase:
        return PhraseError("a date is missing", examples)
    if _looks_like_edtf(phrase):
        return _not_edtf(phrase) or PhraseError(message, examples)
    if len(phrase) > LONGEST:
        return PhraseError(message, examples)
    return _no_year(phrase, reads) or PhraseError(message, _hint(phrase, examples, reads))


def _looks_like_edtf(phrase: str) -> bool:
    signs = match(r"[-+0-9XYESTZu?~%.,/:\[\]{}]+", phrase) is not None
    return signs and any("0" <= sign <= "9" for sign in phrase)


def _not_edtf(phrase: str) -> PhraseError | None:
    """Pass on what the EDTF reader found."""
    try:
        edtf.parse(phrase)
    except edtf.EdtfError as error:
        return PhraseError(error.message, error.hint)
    return None


def _no_year(phrase: str, reads: Callable[[str], bool]) -> PhraseError | None:
    """Refuse `Oct 26` and `26 Oct 25`: a date needs a year of four digits."""
    with_year = f"{phrase} {YEAR_EXAMPLE}"
    if reads(with_year):
        return PhraseError(f"{quoted(phrase)} has no year", f"add the year: {with_year}")
    short = match(r"(.*\D)(?<!\d)'?(\d\d)", phrase)
    stem = short[1].rstrip("'") if short else ""
    if not short or not reads(f"{stem}20{short[2]}"):
        return None
    message = f"the year in {quoted(phrase)} needs four digits"
    return PhraseError(message, f"write {stem}20{short[2]} or {stem}19{short[2]}")


def _hint(phrase: str, examples: str, reads: Callable[[str], bool]) -> str:
    """Return the *examples*, after the nearest phrase that can be read, if there is one."""
    nearest = re.sub("[A-Za-z]{3,}", _nearest_word, phrase)
    if nearest == phrase or not reads(nearest):
        return examples
    return f"did you mean {quoted(nearest)}? {examples[0].upper()}{examples[1:]}"


def _nearest_word(found: re.Match[str]) -> str:
    """Return the word meant by a near-miss, with the capital it was written with."""
    from difflib import get_close_matches  # noqa: PLC0415  (only needed to refuse)

    word = found[0]
    near = get_close_matches(word.lower(), WORDS.split(), n=1, cutoff=0.7)
    meant = near[0] if near else word
    return meant.capitalize() if word[0].isupper() else meant
