"""What cannot be read as a date, and what to write instead."""

import re
from collections.abc import Callable

from timeline import edtf
from timeline.edtf.mistakes import mistake
from timeline.errors import UsageError
from timeline.likeness import alike
from timeline.phrases import corrections
from timeline.phrases.vocabulary import WORDS, match
from timeline.text import enumerated

SHOWN = 40
LONGEST = 200
FILE_EXAMPLES = "write for example 2025-10-26, Aug 2025 or late Oct 2025"
QUERY_EXAMPLES = "write for example Aug 2025, 2019..2021 or last month"
# Without a day for today: a leap year, so that "Feb 29" is only missing its year.
YEAR_EXAMPLE = 2024
# What says nothing without the date behind it.
ALONE = (
    "since|from|after|before|until|till|to|through|by|in|about|around|circa|early|mid|late"
    "|probably|perhaps|possibly"
)


class PhraseError(UsageError):
    """A text is no date: the message quotes it, the hint says what to write instead.

    `instead` are the phrases in the hint that can be read, if they may need quotation marks.
    """

    def __init__(self, message: str, hint: str = "", instead: tuple[str, ...] = ()) -> None:
        """Say *message*, and to write one of the phrases *instead* where the *hint* is empty."""
        if instead and not hint:
            hint = f"write {enumerated(instead, 'or')}"
        super().__init__(message, hint)
        self.instead = instead


class Unread(Exception):
    """No rule fits `phrase`, which may be one end of what was asked."""

    def __init__(self, phrase: str) -> None:
        """Note the *phrase*."""
        super().__init__(phrase)
        self.phrase = phrase


def quoted(text: str) -> str:
    """Return *text* in quotation marks: shortened, control characters spelled out."""
    if len(text) > SHOWN:
        text = text[: SHOWN - 1] + "…"
    return repr(text)


def unreadable(
    phrase: str, part: str, today: int | None, reads: Callable[[str], bool]
) -> PhraseError:
    """Return the error for a *phrase* of which no rule fits a *part*, or all of it.

    Whatever the hint says to write is something that *reads*.
    """
    examples = FILE_EXAMPLES if today is None else QUERY_EXAMPLES
    if not phrase:
        return PhraseError("a date is missing", examples)
    if len(phrase) > LONGEST:
        return PhraseError(f"cannot read {quoted(part)} as a date", examples)
    for each in dict.fromkeys((phrase, part)):
        if error := _explained(each, today, reads):
            return error
    return PhraseError(f"cannot read {quoted(part)} as a date", _hint(part, examples, reads))


def _explained(phrase: str, today: int | None, reads: Callable[[str], bool]) -> PhraseError | None:
    """Return the error for a *phrase* of which is known what is wrong, or what was meant."""
    refused = _not_edtf(phrase) if _looks_like_edtf(phrase) else None
    if refused and not refused.hint.startswith(mistake.EXAMPLES):
        return refused
    if better := corrections.meant(phrase, reads):
        message = f"cannot read {quoted(phrase)} as a date"
        if refused:
            message = refused.message
        return PhraseError(message, instead=(better,))
    return refused or _no_year(phrase, today, reads)


def _looks_like_edtf(phrase: str) -> bool:
    signs = match(r"[-+0-9XYESTZu?~%.,/:\[\]{}]+", phrase) is not None
    return signs and any(sign in "0123456789X" for sign in phrase)


def _not_edtf(phrase: str) -> PhraseError | None:
    """Pass on what the EDTF reader found."""
    try:
        edtf.parse(phrase)
    except edtf.EdtfError as error:
        return PhraseError(error.message, error.hint)
    return None


def _no_year(phrase: str, today: int | None, reads: Callable[[str], bool]) -> PhraseError | None:
    """Refuse `Oct 26`, `26 Oct 25` and `since`: a date needs a year of four digits."""
    says_nothing = f"{quoted(phrase)} says nothing without a date"
    if match(r"[-–./ …]+", phrase):
        return PhraseError(says_nothing, "write a date at one end, as in 2019.. or ..2021")
    if match(ALONE, phrase):
        example = f"{phrase} 2019"
        hint = f"write a date behind it, as in {example}"
        return PhraseError(says_nothing, hint, (example,))
    years = range(_year(today), _year(today) - 9, -1)  # 29 February: one of these has it
    with_years = (f"{phrase} {year}" for year in years)
    dated = next(filter(reads, with_years), "")
    if dated and not re.search(r"\d{4}", phrase):
        return PhraseError(f"{quoted(phrase)} has no year", f"add the year: {dated}", (dated,))
    short = match(r"(.*\D)(?<!\d)'?(\d\d)", phrase)
    stem = short[1].rstrip("'") if short else ""
    if not short or not reads(f"{stem}20{short[2]}"):
        return None
    message = f"the year in {quoted(phrase)} needs four digits"
    return PhraseError(message, instead=(f"{stem}20{short[2]}", f"{stem}19{short[2]}"))


def _year(today: int | None) -> int:
    return YEAR_EXAMPLE if today is None else edtf.calendar_date(today)[0]


def _hint(phrase: str, examples: str, reads: Callable[[str], bool]) -> str:
    """Return the *examples*, after the nearest phrase that can be read, if there is one."""
    nearest = re.sub("[A-Za-z]{3,}", _nearest_word, phrase)
    if nearest == phrase or not reads(nearest):
        return examples
    return f"did you mean {quoted(nearest)}? {examples[0].upper()}{examples[1:]}"


def _nearest_word(found: re.Match[str]) -> str:
    """Return the word meant by a near-miss, with the capital it was written with."""
    word = found[0]
    near = alike(word.lower(), WORDS.split(), most=1, least=0.75)
    meant = near[0] if near else word
    return meant.capitalize() if word[0].isupper() else meant
