"""What cannot be read of a query → its refusal, with what to write instead.

What a hint says to write is read first: a hint that would be refused is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from timeline.errors import TimelineError
from timeline.likeness import did_you_mean
from timeline.phrases import PhraseError
from timeline.query import absence, advice
from timeline.query.fields import FIELDS, MEASURES
from timeline.query.measures import COMPARISONS
from timeline.query.terms import typed_value
from timeline.query.tokens import QueryError, Token
from timeline.text import enumerated, quoted

NAMES = (*FIELDS, *MEASURES)
"""The fields that a term may have."""
_MOST_WORDS = 5  # of a date
_SHOWN = 20  # of a sign in a hint
_SIDES = (">", ">=", "<", "<=")  # of a date
_HAVING = ("has", "have", "any", "with", "is")


class Refusals:
    """The refusals of the *tokens* of one text."""

    def __init__(
        self, text: str, tokens: Sequence[Token], today: int, reads: Callable[[str], bool]
    ) -> None:
        """Refuse what stands in *text*; *reads* says whether a query can be read.

        *today* is a day number: dates may depend on it.
        """
        self._text = text
        self._tokens = tokens
        self._today = today
        self._reads = reads

    def wrong(self, message: str, token: Token, hint: str = "") -> QueryError:
        """Return the refusal of a whole *token*."""
        return QueryError(message, self._text, token.at, token.end - token.at, hint)

    def at_end(self) -> QueryError:
        """Return the refusal of a text that ends where a term is expected."""
        return QueryError("expected a term here", self._text, len(self._text.rstrip()))

    def value(self, token: Token, error: TimelineError) -> QueryError:
        """Return the refusal of the value of a *token*, of which *error* says what is wrong."""
        width = token.end - token.value_at
        hint = self._meant(token) or self._with_day(token, error) or _typed_hint(error)
        return QueryError(error.message, self._text, token.value_at, width, hint)

    def _with_day(self, token: Token, error: TimelineError) -> str:
        """Return how to write `on:feb 29`, whose day is taken for a word; "" for all else."""
        following = next(iter(self._behind(token)), None)
        if following is None or following.field or not following.value.isdecimal():
            return ""
        if not error.message.endswith(" has no year"):
            return ""
        day = f"{token.value} {following.value}"
        return f'put it in quotes, with its year: {token.field}{token.mark}"{day} …"'

    def without_value(self, token: Token) -> QueryError:
        """Return the refusal of a field behind whose mark nothing stands."""
        name, mark = token.field, token.mark
        following = next(iter(self._behind(token)), None)
        hint = _every_absence() if name.lower() == "no" else ""
        if following and following.kind == "(":
            hint = f"write the field before each value: ({name}{mark}… or {name}{mark}…)"
        elif following and following.value:
            hint = self._instead(name, mark, following.value)
        return self.wrong(f"expected a value after '{name}{mark}'", token, hint)

    def unknown(self, token: Token) -> QueryError:
        """Return the refusal of a field that is not there, or not with this mark."""
        name, width = token.field.lower(), len(token.field) + len(token.mark)
        hint = self._instead(name, token.mark, token.value)
        if name not in NAMES:
            message = f"no field is called {quoted(token.field)}"
            quotes = f'for a text with {token.mark} in it, put it in quotes: "a{token.mark}b"'
            hint = self._otherwise(token) or did_you_mean(name, NAMES) or quotes
            if name in _HAVING:
                hint = self._there(token.value) or hint
        elif token.mark in COMPARISONS and name in FIELDS:
            message = f"'{token.field}' cannot be compared"
        elif token.mark == ":=":
            message = f"'{token.field}' is compared"
        else:
            message = f"there is no comparison '{token.mark}'"
        return QueryError(message, self._text, token.at, width, hint)

    def _otherwise(self, token: Token) -> str:
        """Return the hint to ask so with the field that people call otherwise; "" for others."""
        fields = advice.OTHERWISE.get(token.field.lower(), ())
        terms = [advice.instead(each, token.mark, token.value, self._today) for each in fields]
        shapes = [advice.instead(each, token.mark, "…", self._today) for each in fields]
        meant = list(filter(self._reads, filter(None, terms))) or list(filter(None, shapes))
        return f"write {enumerated(meant, 'or')}" if meant else ""

    def _there(self, value: str) -> str:
        """Return how to ask for what people write as `has:tag` or `is:claimed`; "" for others."""
        meant = (f"not no:{value}", f"status:{value}")
        return next((f"write {term}" for term in meant if self._reads(term)), "")

    def stray(self, token: Token) -> QueryError:
        """Return the refusal of a sign that stands alone: `sources >= 2`, `2019 - 2021`."""
        at = self._tokens.index(token)
        before = self._tokens[at - 1] if at else None
        after = next(iter(self._behind(token)), None)
        hint = f'to look for the sign itself, put it in quotes: "{token.mark[:_SHOWN]}"'
        if _is_term(before) and _is_term(after):
            hint = self._joined(before.value, token.mark, after.value) or hint
        elif token.mark == "-" and after and not before:
            hint = f"write not {self.typed(after)}"
        elif after and not before and token.mark in _SIDES:
            term = advice.instead("date", token.mark, after.value, self._today)
            hint = f"write {term}" if self._reads(term) else hint
        return self.wrong(f"{quoted(token.mark)} stands alone", token, hint)

    def bare_alternative(self, at: int) -> QueryError | None:
        """Return the refusal of `actor:a|b`, where b would be sought as a word; else None.

        The sign is the token *at* that place.
        """
        before, sign, *rest = self._tokens[at - 1 : at + 2]
        if not before.field or before.end < sign.at or not rest:
            return None
        after = rest[0]
        if after.kind != "term" or after.field or after.at != sign.end:
            return None
        written = f"{before.field}{before.mark}{typed_value(after.value)}"
        hint = f"write {self.typed(before)} or {written}"
        return self.wrong(f"'{self.typed(sign)}' stands between terms", sign, hint)

    def typed(self, token: Token) -> str:
        """Return a *token* as it was typed."""
        return self._text[token.at : token.end]

    def _behind(self, token: Token) -> Sequence[Token]:
        return self._tokens[self._tokens.index(token) + 1 :]

    def _meant(self, token: Token) -> str:
        """Return the hint to write what a value was meant to be; "" where nobody can tell.

        `since:late oct 2025` lacks quotation marks, and `tag:arms,loan` are two terms.
        """
        field = f"{token.field}{token.mark}"
        for value in self._longer(token):
            if self._reads(term := f"{field}{typed_value(value)}"):
                return f"write {term}"
        one = advice.one_of(token.field.lower(), token.value)
        if one and token.mark not in _SIDES:
            return self._instead(one, token.mark, token.value)
        parts = [field + typed_value(part) for part in re.split("[,;/]", token.value) if part]
        several = " or ".join(parts)
        if len(parts) < 2 or not self._reads(several):  # noqa: PLR2004
            return ""
        return f"write ({several})"

    def _longer(self, token: Token) -> Iterator[str]:
        """Yield the value of a *token* about time with the words behind it, the most first."""
        if token.field.lower() not in advice.TIMES:
            return
        words = [token.value]
        for following in self._behind(token)[:_MOST_WORDS]:
            if following.kind != "term" or following.field:
                break
            words.append(following.value)
        for number in range(len(words), 1, -1):
            yield " ".join(words[:number]).strip("[]{}")

    def _joined(self, before: str, mark: str, after: str) -> str:
        """Return the hint to write a term, or a span of time, without the blanks in it."""
        if before.lower() in NAMES:
            return self._instead(before.lower(), mark, after)
        span = f"date:{before}..{after}"
        return f"write {span}" if self._reads(span) else ""

    def _instead(self, name: str, mark: str, value: str) -> str:
        """Return the hint to write the term that was meant; with dots for a value that is none."""
        term = advice.instead(name, mark, value, self._today)
        if term and self._reads(term):
            return f"write {term}"
        shape = advice.instead(name, mark, "…", self._today)
        return f"write {shape}" if shape else ""


def _is_term(token: Token | None) -> TypeGuard[Token]:
    return token is not None and token.kind == "term"


def _every_absence() -> str:
    return f"write {enumerated([f'no:{name}' for name in absence.SHORTEST], 'or')}"


def _typed_hint(error: TimelineError) -> str:
    """Return the hint of an *error* with quotation marks round what a query needs them for."""
    hint = error.hint
    phrases = error.instead if isinstance(error, PhraseError) else ()
    for phrase in phrases:
        hint = hint.replace(phrase, typed_value(phrase))
    return hint
