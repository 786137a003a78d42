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

from collections.abc import Callable, Mapping, Sequence

from timeline.errors import TimelineError, UsageError
from timeline.query import absence, saved
from timeline.query.fields import FIELDS, MEASURES, TEXTS, Context, words
from timeline.query.logic import AllOf, AnyOf, Not, Term
from timeline.query.measures import COMPARISONS
from timeline.query.refusals import NAMES, Refusals
from timeline.query.tokens import QueryError, Token, tokens
from timeline.text import quoted

_DEEPEST = 100
_MOST = 10_000  # characters

OPTIONS = ("actor", "year", "since", "until", "place", "arc", "status", "tag", "source")
"""The fields that are options too, in the order in which a heading says them."""
BEGINNINGS = "beginnings only"  # what a heading says of `--starts`


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
        self._refusals = Refusals(text, self._tokens, context.today, self._reads)
        self._next = 0
        self._depth = 0

    def query(self) -> Term:
        if not self._tokens:
            return AllOf()
        term = self._any()
        if token := self._peek():
            raise self._refusals.wrong("this parenthesis closes nothing", token)
        return term

    def _any(self) -> Term:
        terms = [self._all()]
        while self._take("or"):
            if refusal := self._refusals.bare_alternative(self._next - 1):
                raise refusal
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
                raise self._refusals.wrong("this parenthesis is not closed", token)
            return term
        if token.kind == "stray":
            raise self._refusals.stray(token)
        if token.kind != "term":
            typed = quoted(self._refusals.typed(token))
            raise self._refusals.wrong(f"expected a term here, not {typed}", token)
        return self._term(token)

    def _deeper(self, rule: Callable[[], Term], token: Token) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._refusals.wrong(f"nested more than {_DEEPEST} deep", token)
        term = rule()
        self._depth -= 1
        return term

    def _term(self, token: Token) -> Term:
        if token.field and not token.value and token.field.lower() in NAMES:
            raise self._refusals.without_value(token)
        try:
            term = self._built(token)
        except TimelineError as error:
            raise self._refusals.value(token, error) from error
        if term is None:
            raise self._refusals.unknown(token)
        return term

    def _built(self, token: Token) -> Term | None:
        """Return the term of a *token*; None where its field is none, or has no such mark."""
        name, mark, value = token.field.lower(), token.mark, token.value
        if not name:
            return self._named(token) or words(value, self._context)
        if mark in (":", ":=") and name in FIELDS:
            return FIELDS[name](name, _signed(name, mark, value), self._context)
        if mark in COMPARISONS and name in MEASURES:
            return MEASURES[name](name, mark, value, self._context)
        if (mark, value) == ("=", "0") and name in absence.LACKED:
            return FIELDS["no"]("no", name, self._context)
        return None

    def _named(self, token: Token) -> Term | None:
        """Return the term of the saved query that a *token* names, None where it is a word."""
        typed = self._refusals.typed(token)
        if typed != token.value or not saved.is_name(typed):
            return None
        text = saved.text(typed, self._context.saved)
        try:
            return parse(text, self._context)
        except QueryError as error:
            raise UsageError(f"in {typed}: {error.message}", error.hint) from error

    def _reads(self, text: str) -> bool:
        try:
            parse(text, self._context)
        except QueryError:
            return False
        return True

    def _peek(self) -> Token | None:
        if self._next == len(self._tokens):
            return None
        return self._tokens[self._next]

    def _take(self, kind: str) -> bool:
        """Go past the next token if it is of this *kind*; return whether it was."""
        token = self._peek()
        is_one = token is not None and token.kind == kind
        self._next += is_one
        return is_one

    def _advance(self) -> Token:
        token = self._peek()
        if token is None:
            raise self._refusals.at_end()
        self._next += 1
        return token


def _signed(name: str, mark: str, value: str) -> str:
    """Return the *value* of a field with its sign; what is `=` within quotes belongs to a name."""
    is_in_quotes = mark == ":" and value.startswith("=")
    if mark == ":=" or (is_in_quotes and name not in TEXTS):
        return f"={value}"
    return value


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
