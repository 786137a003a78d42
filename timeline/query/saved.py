"""Saved queries: `@name` in a query stands for the text that was saved by that name."""

import re
from collections.abc import Mapping

from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.text import enumerated, quoted

_NAME = re.compile(r"@([^\W_][\w-]*)")
_DEEPEST = 50
_MOST = 10_000  # characters, with all that is in it; as of a query


def is_name(word: str) -> bool:
    """Return whether *word*, without quotation marks, is the name of a saved query."""
    return word.startswith("@") and len(word) > 1


def text(word: str, queries: Mapping[str, str]) -> str:
    """Return the query that *word* stands for, of the saved *queries*.

    Raises `UsageError` for a name that nothing has, for a circle, with its way, and for what
    is too long with all that is in it.
    """
    name = word.removeprefix("@")
    if name not in queries:
        raise UsageError(f"no query is saved as {quoted(word)}", _hint(word, queries))
    if _length(name, queries, {}, ()) > _MOST:
        raise UsageError(f"{quoted(word)} has more than {_MOST:,} characters with all in it")
    return queries[name]


def _hint(word: str, saved: Mapping[str, str]) -> str:
    """Return what was meant by *word*: another name, or the word itself."""
    names = [f"@{name}" for name in saved]
    near = did_you_mean(word, names)
    if near:
        return near
    itself = f'to look for the word itself, put it in quotes: "{word}"'
    if not names:
        return f"{itself}\nto save a query: timeline save {word.removeprefix('@')} QUERY"
    return f"there are {enumerated(names)}; {itself}"


def _length(
    name: str, queries: Mapping[str, str], known: dict[str, int], way: tuple[str, ...]
) -> int:
    """Return how long the query *name* is with all that is in it, come to by this *way*.

    What is *known* already is not asked again. Raises `UsageError` for a circle, and for a nest.
    """
    if name in way:
        circle = " > ".join(f"@{each}" for each in (*way[way.index(name) :], name))
        raise UsageError(f"saved queries go in a circle: {circle}", "let one of them do without")
    if len(way) > _DEEPEST:
        raise UsageError(f"saved queries are nested more than {_DEEPEST} deep")
    if name not in known:
        said = queries.get(name, "")
        within = (_length(each, queries, known, (*way, name)) for each in _NAME.findall(said))
        known[name] = len(said) + sum(within)
    return known[name]
