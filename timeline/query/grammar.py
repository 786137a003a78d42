r"""The text of a query → a term.

    query    = [any]
    any      = all { ("or" | "|") all }
    all      = one { ["and" | "&"] one }
    one      = ("not" | "-" | "!") one | "(" any ")" | term
    term     = "@" NAME | FIELD ":" ["="] value | FIELD COMPARE value | ["=" | "*"] value
    value    = WORD | '"' text '"'                 \" and \\ inside; other quotation marks too
    COMPARE  = ">=" | "<=" | ">" | "<" | "="

`and` binds more tightly than `or`. `:=` asks for a name in full. What is not a
term of a field is sought as words. Read by recursive descent, a method a rule.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from timeline.errors import TimelineError, UsageError
from timeline.phrases import PhraseError
from timeline.query import absence, advice, saved
from timeline.query.fields import FIELDS, MEASURES, Context, words
from timeline.query.logic import AllOf, AnyOf, Not, Term
from timeline.query.measures import COMPARISONS
from timeline.query.terms import typed_value
from timeline.query.tokens import QueryError, Token, tokens
from timeline.text import did_you_mean, enumerated, quoted

_DEEPEST = 100
_MOST = 10_000  # characters
_MOST_WORDS = 5  # of a date
_SHOWN = 20  # of a sign in a hint
_NAMES = (*FIELDS, *MEASURES)

# The fields that are options too, in the order in which a heading says them.
BEGINNINGS = "beginnings only"  # what a heading says of `--starts`
OPTIONS = ("actor", "year", "since", "until", "place", "arc", "status", "tag", "source")


def parse(text: str, context: Context) -> Term:
    """Return the term that *text* says, its names and dates understood in *context*.

    The empty text is a term that every event matches. Raises `QueryError`.
    """
    if len(text) > _MOST:
        raise QueryError(f"a query may have {_MOST:,} characters", text[:80], 0)
    return _Parser(text, context).query()


class _Parser:
    """A method for each rule of the grammar."""

    def __init__(self, text: str, context: Context) -> None:
        self._text = text
        self._context = context
        self._tokens = list(tokens(text))
        self._next = 0
        self._depth = 0

    def query(self) -> Term:
        if not self._tokens:
            return AllOf()
        term = self._any()
        if token := self._peek():
            raise self._wrong("this parenthesis closes nothing", token)
        return term

    def _any(self) -> Term:
        terms = [self._all()]
        while self._take("or"):
            self._refuse_bare_alternative()
            terms.append(self._all())
        return terms[0] if len(terms) == 1 else AnyOf(tuple(terms))

    def _all(self) -> Term:
        terms = [self._one()]
        while self._take("and") or self._starts_one():
            terms.append(self._one())
        return terms[0] if len(terms) == 1 else AllOf(tuple(terms))

    def _starts_one(self) -> bool:
        token = self._peek()
        return token is not None and token.kind not in ("or", ")")

    def _one(self) -> Term:
        token = self._advance()
        if token.kind == "not":
            return Not(self._deeper(self._one, token))
        if token.kind == "(":
            term = self._deeper(self._any, token)
            if not self._take(")"):
                raise self._wrong("this parenthesis is not closed", token)
            return term
        if token.kind == "stray":
            raise self._stray(token)
        if token.kind != "term":
            raise self._wrong(f"expected a term here, not {quoted(self._typed(token))}", token)
        return self._term(token)

    def _deeper(self, rule: Callable[[], Term], token: Token) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong(f"nested more than {_DEEPEST} deep", token)
        term = rule()
        self._depth -= 1
        return term

    def _term(self, token: Token) -> Term:
        if token.field and not token.value and token.field.lower() in _NAMES:
            raise self._without_value(token)
        try:
            term = self._built(token)
        except TimelineError as error:
            at, width = token.value_at, token.end - token.value_at
            hint = self._meant(token) or _typed_hint(error)
            raise QueryError(error.message, self._text, at, width, hint) from error
        if term is None:
            raise self._unknown(token)
        return term

    def _built(self, token: Token) -> Term | None:
        """Return the term of a *token*; None where its field is none, or has no such mark."""
        name, mark, value = token.field.lower(), token.mark, token.value
        if not name:
            return self._named(token) or words(value, self._context)
        if mark in (":", ":=") and name in FIELDS:
            return FIELDS[name](name, mark.removeprefix(":") + value, self._context)
        if mark in COMPARISONS and name in MEASURES:
            return MEASURES[name](name, mark, value, self._context)
        if (mark, value) == ("=", "0") and name in absence.LACKED:
            return FIELDS["no"]("no", name, self._context)
        return None

    def _named(self, token: Token) -> Term | None:
        """Return the term of the saved query that a *token* names, None where it is a word."""
        typed = self._typed(token)
        if typed != token.value or not saved.is_name(typed):
            return None
        text = saved.text(typed, self._context.saved)
        try:
            return parse(text, self._context)
        except QueryError as error:
            raise UsageError(f"in {typed}: {error.message}", error.hint) from error

    def _meant(self, token: Token) -> str:
        """Return the hint to write what a value was meant to be; "" where nobody can tell.

        `since:late oct 2025` lacks quotation marks, and `tag:arms,loan` are two terms.
        """
        field = f"{token.field}{token.mark}"
        for value in self._longer(token):
            if self._reads(term := f"{field}{typed_value(value)}"):
                return f"write {term}"
        parts = [field + typed_value(part) for part in re.split("[,;/]", token.value) if part]
        several = " or ".join(parts)
        if len(parts) < 2 or not self._reads(several):  # noqa: PLR2004
            return ""
        return f"write ({several})"

    def _longer(self, token: Token) -> Iterator[str]:
        """Yield the value of a *token* about time with the words behind it, the most first."""
        words = [token.value]
        for following in self._tokens[self._next : self._next + _MOST_WORDS]:
            if following.kind != "term" or following.field:
                break
            words.append(following.value)
        if token.field.lower() in advice.TIMES:
            for number in range(len(words), 1, -1):
                yield " ".join(words[:number]).strip("[]{}")

    def _without_value(self, token: Token) -> QueryError:
        name, mark = token.field, token.mark
        following = self._peek()
        hint = _every_absence() if name.lower() == "no" else ""
        if following and following.kind == "(":
            hint = f"write the field before each value: ({name}{mark}… or {name}{mark}…)"
        elif following and following.value:
            hint = self._hint(name, mark, following.value)
        return self._wrong(f"expected a value after '{name}{mark}'", token, hint)

    def _unknown(self, token: Token) -> QueryError:
        """Return the refusal of a field that is not there, or not with this mark."""
        name, width = token.field.lower(), len(token.field) + len(token.mark)
        hint = self._hint(name, token.mark, token.value)
        if name not in _NAMES:
            message = f"no field is called {quoted(token.field)}"
            hint = did_you_mean(name, _NAMES) or 'for a text with a colon, put it in quotes: "a: b"'
        elif token.mark in COMPARISONS and name in FIELDS:
            message = f"'{token.field}' cannot be compared"
        elif token.mark == ":=":
            message = f"'{token.field}' is compared"
        else:
            message = f"there is no comparison '{token.mark}'"
        return QueryError(message, self._text, token.at, width, hint)

    def _stray(self, token: Token) -> QueryError:
        """Return the refusal of a sign that stands alone: `sources >= 2`, `2019 - 2021`."""
        at = self._tokens.index(token)
        around = [*self._tokens[max(0, at - 1) : at], *self._tokens[at + 1 : at + 2]]
        hint = f'to look for the sign itself, put it in quotes: "{token.mark[:_SHOWN]}"'
        if len(around) == 2 and all(each.kind == "term" for each in around):  # noqa: PLR2004
            hint = self._joined(around[0].value, token.mark, around[1].value) or hint
        elif token.mark == "-" and around and around[0].at > token.at:
            hint = f"write not {self._typed(around[0])}"
        return self._wrong(f"{quoted(token.mark)} stands alone", token, hint)

    def _joined(self, before: str, mark: str, after: str) -> str:
        """Return the hint to write a term, or a span of time, without the blanks in it."""
        if before.lower() in _NAMES:
            return self._hint(before.lower(), mark, after)
        span = f"date:{before}..{after}"
        if not self._reads(span):
            return ""
        return f"write {span}"

    def _hint(self, name: str, mark: str, value: str) -> str:
        """Return the hint to write the term that was meant; with dots for a value that is none."""
        term = advice.instead(name, mark, value, self._context.today)
        if term and self._reads(term):
            return f"write {term}"
        shape = advice.instead(name, mark, "…", self._context.today)
        return f"write {shape}" if shape else ""

    def _reads(self, text: str) -> bool:
        try:
            parse(text, self._context)
        except QueryError:
            return False
        return True

    def _refuse_bare_alternative(self) -> None:
        """Refuse `actor:a|b`, where b would be sought as a word."""
        before, sign, *rest = self._tokens[self._next - 2 : self._next + 1]
        if not before.field or before.end < sign.at or not rest:
            return
        after = rest[0]
        if after.kind == "term" and not after.field and after.at == sign.end:
            written = f"{before.field}{before.mark}{typed_value(after.value)}"
            hint = f"write {self._typed(before)} or {written}"
            raise self._wrong(f"'{self._typed(sign)}' stands between terms", sign, hint)

    def _peek(self) -> Token | None:
        if self._next == len(self._tokens):
            return None
        return self._tokens[self._next]

    def _take(self, kind: str) -> bool:
        token = self._peek()
        taken = token is not None and token.kind == kind
        self._next += taken
        return taken

    def _advance(self) -> Token:
        token = self._peek()
        if token is None:
            raise QueryError("expected a term here", self._text, len(self._text.rstrip()))
        self._next += 1
        return token

    def _typed(self, token: Token) -> str:
        return self._text[token.at : token.end]

    def _wrong(self, message: str, token: Token, hint: str = "") -> QueryError:
        return QueryError(message, self._text, token.at, token.end - token.at, hint)


def _every_absence() -> str:
    return f"write {enumerated([f'no:{name}' for name in absence.SHORTEST], 'or')}"


def _typed_hint(error: TimelineError) -> str:
    """Return the hint of an *error* with quotation marks round what a query needs them for."""
    hint = error.hint
    phrases = error.instead if isinstance(error, PhraseError) else ()
    for phrase in phrases:
        hint = hint.replace(phrase, typed_value(phrase))
    return hint


def ask(asked: Mapping[str, Sequence[str]], text: str, context: Context) -> AllOf:
    """Return the query for *asked*, option → what was typed, and the query *text*.

    Raises `UnknownName` for a name nothing carries, `PhraseError` for a date that
    cannot be understood, and `QueryError` for a fault in *text*.
    """
    options = tuple(_any_of(field, asked[field], context) for field in OPTIONS if asked.get(field))
    said = parse(text, context)
    typed = said.terms if isinstance(said, AllOf) else (said,)
    note = BEGINNINGS if context.starts else ""
    return AllOf((*options, *typed), note)


def _any_of(field: str, typed: Sequence[str], context: Context) -> Term:
    terms = tuple(FIELDS[field](field, each, context) for each in typed)
    return terms[0] if len(terms) == 1 else AnyOf(terms)
