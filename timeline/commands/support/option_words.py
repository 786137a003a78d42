"""Options that other programs have, and what is typed here for them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from timeline.query.advice import OTHERWISE, one_of
from timeline.query.refusals import NAMES
from timeline.query.terms import typed_value
from timeline.text import enumerated, shell_line

_OTHERS: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("from", "start", "begin"), ("--since",)),
    **dict.fromkeys(("to", "end", "till"), ("--until",)),
    **dict.fromkeys(("person", "who", "participant"), ("--actor",)),
    **dict.fromkeys(("location", "where", "city", "in"), ("--place",)),
    **dict.fromkeys(("country", "state"), ("--actor", "--place")),
    **dict.fromkeys(("date", "on", "when", "month", "day"), ("--year",)),
    **dict.fromkeys(("topic", "keyword", "label"), ("--tag",)),
    **dict.fromkeys(("story",), ("--arc",)),
    **dict.fromkeys(("publisher", "outlet"), ("--source",)),
    **dict.fromkeys(("head", "max", "first", "top", "number"), ("--limit",)),
    **dict.fromkeys(("desc", "descending", "backwards"), ("--reverse",)),
    **dict.fromkeys(("oneline", "one-line", "short", "compact"), ("--brief",)),
    **dict.fromkeys(("no-color", "no-colour", "no-colors"), ("--color never",)),
    **dict.fromkeys(("colour", "colors"), ("--color",)),
    **dict.fromkeys(("columns", "cols"), ("--width",)),
}
"""What is said elsewhere, without its dashes, and the options here that say it."""
_SOUGHT: Final = ("search", "grep", "find", "query", "match", "words")
_LEFT_OUT: Final = ("not", "exclude", "without", "except")


def meant(name: str, value: str, params: Sequence[Any]) -> str:
    """Return the hint to write what the option *name* has elsewhere, with its *value*; else "".

    *params* are the options and arguments of the command.
    """
    word = name.removeprefix("--")
    known = {each: param for param in params for each in param.opts}
    if word in _forms(known.get("--format")):
        return f"write --format {word}"
    written = value if word in ("format", "to") else word
    if any(written in _forms(param) for param in params if param.metavar == "FORMAT"):
        return f"write the format alone: {written}"
    ways = [way for way in _OTHERS.get(word, ()) if way.split()[0] in known]
    if ways:
        return f"write {enumerated([_with(way, value, known) for way in ways], 'or')}"
    return _in_query(word, value) if "query" in known and value else ""


def _in_query(word: str, value: str) -> str:
    """Return the hint to write in the query what the option *word* is to say; else ""."""
    if word in _SOUGHT:
        return f"write the words alone: {shell_line([value])}"
    if word in _LEFT_OUT:
        return f"write it in the query: {shell_line([f'not {typed_value(value, alone=True)}'])}"
    fields = [word] if word in NAMES and not one_of(word, value) else OTHERWISE.get(word, ())
    terms = [shell_line([f"{field}:{typed_value(value)}"]) for field in fields]
    return f"write it in the query: {enumerated(terms, 'or')}" if terms else ""


def _forms(param: Any) -> Sequence[str]:  # noqa: ANN401  of a class that Typer keeps to itself
    return list(map(str, getattr(getattr(param, "type", None), "choices", None) or ()))


def _with(way: str, value: str, known: Mapping[str, Any]) -> str:
    """Return the option *way* with the *value* that was given, if it takes one."""
    param = known.get(way)
    if param is None or param.is_flag or not value:
        return way
    return shell_line([way, value])
