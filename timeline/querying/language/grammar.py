r"""The text of a query → a term.

    query    = [any]
    any      = all { "or" all }
    all      = one { ["and"] one }
    one      = ("not" | "-") one | "(" any ")" | term
    term     = FIELD ":" ["="] value | FIELD COMPARE value | value
    value    = WORD | '"' text '"'                 \" and \\ inside
    COMPARE  = ">=" | "<=" | ">" | "<" | "="

`and` binds more tightly than `or`. `:=` asks for a name in full. What is not a
term of a field is sought as words. Read by recursive descent, a method a rule.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from timeline.errors import TimelineError, UsageError
from timeline.querying.language.fields import FIELDS, MEASURES, Context, words
from timeline.querying.language.logic import AllOf, AnyOf, Not, Term
from timeline.text import did_you_mean, pointed_at

_DEEPEST = 100
_MOST = 10_000  # characters
_OPERATORS = ("and", "or", "not")
_TOKEN = re.compile(
    r"""(?P<blank>\s+)
      | (?P<bracket>[()])
      | (?P<minus>-)(?=[^\s)])
      | (?P<field>[^\W\d_][^\W_]*(?:-[^\W_]+)*)(?P<mark>:=|:|>=|<=|>|<|=)
      | "(?P<quoted>(?:[^"\\]|\\.)*)"
      | (?P<word>[^\s()"]+)
      | (?P<unclosed>")""",
    re.VERBOSE | re.DOTALL,
)
_VALUE = re.compile(r'"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<word>[^\s()"]+)', re.DOTALL)


class QueryError(UsageError):
    """The query cannot be read: its text, a caret under the fault, what was expected."""

    def __init__(self, message: str, text: str, at: int, width: int = 1, hint: str = "") -> None:
        """Refuse *text* because of *width* characters from offset *at* on."""
        excerpt, caret = pointed_at(text, at, width)
        super().__init__(f"{message}\n  {excerpt}\n  {caret}", hint)
        self.position = at


class Token(msgspec.Struct, frozen=True):
    """A piece of a query: a bracket, an operator, or a term with its field, mark and value."""

    kind: str
    at: int
    end: int
    field: str = ""
    mark: str = ""
    value: str = ""
    value_at: int = 0


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
        self._tokens = list(_tokens(text))
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
        if token.kind in ("not", "-"):
            return Not(self._deeper(self._one, token))
        if token.kind == "(":
            term = self._deeper(self._any, token)
            if not self._take(")"):
                raise self._wrong("this parenthesis is not closed", token)
            return term
        if token.kind != "term":
            raise self._wrong(f"expected a term here, not '{token.kind}'", token)
        return self._term(token)

    def _deeper(self, rule: Callable[[], Term], token: Token) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong(f"nested more than {_DEEPEST} deep", token)
        term = rule()
        self._depth -= 1
        return term

    def _term(self, token: Token) -> Term:
        if not token.field:
            return words(token.value, self._context)
        name = token.field.lower()
        if not token.value and name in {**FIELDS, **MEASURES}:
            raise self._wrong(f"expected a value after '{token.field}{token.mark}'", token)
        try:
            if token.mark in (":", ":=") and name in FIELDS:
                exact = token.mark.removeprefix(":")
                return FIELDS[name](name, exact + token.value, self._context)
            if token.mark != ":=" and name in MEASURES:
                return MEASURES[name](name, token.mark, token.value, self._context)
        except TimelineError as error:
            width = token.end - token.value_at
            raise QueryError(
                error.message, self._text, token.value_at, width, error.hint
            ) from error
        raise self._unknown(token)

    def _unknown(self, token: Token) -> QueryError:
        """Return the refusal of a field that is not there, or not with this mark."""
        name, width = token.field.lower(), len(token.field) + len(token.mark)
        if name in FIELDS:
            message, hint = f"'{token.field}' cannot be compared", f"write {name}:{token.value}"
        elif name in MEASURES:
            message, hint = f"'{token.field}' is compared", f"write {name}>={token.value}"
        else:
            message = f"no field is called '{token.field}'"
            near = did_you_mean(name, [*FIELDS, *MEASURES])
            hint = near or 'for a text with a colon, put it in quotes: "a: b"'
        return QueryError(message, self._text, token.at, width, hint)

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

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

    def _wrong(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self._text, token.at, token.end - token.at)


def _tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of *text*; every character that is no blank belongs to one."""
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup == "unclosed":
            raise QueryError("this quotation mark is not closed", text, at)
        token = _token(match)
        if match.lastgroup != "blank":
            yield token
        at = token.end


def _token(match: re.Match[str]) -> Token:
    text, at, end = match[0], match.start(), match.end()
    if match["field"]:
        value = _VALUE.match(match.string, end)
        if value is None and match.string[end : end + 1] == '"':
            raise QueryError("this quotation mark is not closed", match.string, end)
        said, value_end = (_value(value), value.end()) if value else ("", end)
        return Token("term", at, value_end, match["field"], match["mark"], said, end)
    if match["word"] is None and match["quoted"] is None:
        return Token(text, at, end)
    kind = text.lower() if text.lower() in _OPERATORS else "term"
    return Token(kind, at, end, value=_value(match))


def _value(match: re.Match[str]) -> str:
    """Return a value without its quotation marks and escapes."""
    if match["quoted"] is None:
        return match["word"]
    return re.sub(r"\\(.)", r"\1", match["quoted"], flags=re.DOTALL)
