"""The text of a query → its pieces: brackets, operators, and terms with field, mark and value."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import msgspec

from timeline.errors import UsageError
from timeline.text import pointed_at

_OPERATORS = ("and", "or", "not")
# Marks that are understood, and those that people write for them.
_MARK = ":!=|:<>|:==|:>=|:<=|:=|:>|:<|:|>=|=>|<=|=<|==|!=|<>|>|<|="
_DOUBLE = '"“”„‟«»‹›「」『』'
# Patterns are compiled on first use: a question by options alone needs none.
_compiled = cache(re.compile)
_TOKEN: Final = rf"""(?x)
        (?P<blank>\s+)
      | (?P<bracket>[()])
      | (?P<or>\|\|?)
      | (?P<and>&&?)
      | (?P<stray>(?!=[^\s()=<>])(?:{_MARK}))
      | (?P<not>[-−–—](?=[^\s)])|!\s*(?=[^\s)]))
      | (?P<field>[^\W\d_][^\W_]*(?:-[^\W_]+)*)(?P<mark>{_MARK})"""
_WORD: Final = rf"(?:(?!&&)[^\s()|{_DOUBLE}])+"
_ESCAPED: Final = r'(?s)"((?:[^"\\]|\\.)*)"'
# What closes a quotation, by what opens it. An apostrophe closes only before a blank or the end.
_CLOSING: Final[Mapping[str, str]] = {
    **dict.fromkeys("“„‟", '[“”‟"]'),
    **dict.fromkeys("‘‚‛'", r"[’‘'](?=[\s()|]|\Z)"),
    **dict(zip("”«»‹›「『", "”»«›‹」』", strict=True)),
}
_NO_WORD = frozenset("""!"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~‐‑‒–—―−…·•’‘""")


class QueryError(UsageError):
    """The query cannot be read: its text, a caret under the fault, what was expected."""

    def __init__(self, message: str, text: str, at: int, width: int = 1, hint: str = "") -> None:
        """Refuse *text* because of *width* characters from offset *at* on."""
        excerpt, caret = pointed_at(text, at, width)
        super().__init__(f"{message}\n  {excerpt}\n  {caret}", hint)
        self.position = at
        self.text = text


class Token(msgspec.Struct, frozen=True):
    """A piece of a query: a bracket, an operator, or a term with its field, mark and value.

    The kind `stray` is a sign alone: a mark of comparison with no field before it, a dash.
    """

    kind: str
    at: int
    end: int
    field: str = ""
    mark: str = ""
    value: str = ""
    value_at: int = 0


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of *text*; every character that is no blank belongs to one.

    Raises `QueryError` for quotation marks that are not closed.
    """
    at = 0
    while at < len(text):
        token = _token(text, at)
        if token.kind != "blank":
            yield token
        at = token.end


def _token(text: str, at: int) -> Token:
    match = _compiled(_TOKEN).match(text, at)
    if match is None:
        return _word(text, at)
    end, kind = match.end(), match.lastgroup or ""
    if kind == "mark":
        value, value_end = _value(text, end)
        return Token("term", at, value_end, match["field"], match["mark"], value, end)
    if kind == "bracket":
        return Token(match[0], at, end)
    if kind == "stray":
        return Token(kind, at, end, mark=match[0])
    return Token(kind, at, end)


def _word(text: str, at: int) -> Token:
    """Return a word or a phrase that stands alone, with its sign: `=`, `*`."""
    value, end = _value(text, at)
    plain = value == text[at:end]
    if plain and value.lower() in _OPERATORS:
        return Token(value.lower(), at, end)
    if plain and _NO_WORD.issuperset(value):
        return Token("stray", at, end, mark=value)
    return Token("term", at, end, value=value, value_at=at)


def _value(text: str, at: int) -> tuple[str, int]:
    """Return the value that begins at *at*, without quotation marks, and where it ends."""
    sign = text[at : at + 1] if text.startswith(("=", "*"), at) else ""
    if found := _quoted(text, at + len(sign)):
        value, end = found
        return sign + value, end
    word = _compiled(_WORD).match(text, at)
    if word is None:
        return "", at
    return word[0], word.end()


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    """Return what stands in quotation marks from *at* on, and where they end."""
    opening = text[at : at + 1]
    if opening == '"' and (match := _compiled(_ESCAPED).match(text, at)):
        return re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL), match.end()
    closing = _CLOSING.get(opening)
    if closing and (found := _compiled(closing).search(text, at + 1)):
        return text[at + 1 : found.start()], found.end()
    if opening and opening in _DOUBLE:
        raise QueryError("this quotation mark is not closed", text, at)
    return None
