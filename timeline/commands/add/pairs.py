"""Keys with their values in one option, `key=value, key=value`: how they are read and written.

A comma parts two of them only where a key that is known stands behind it. A value that has such
a comma itself stands in double quotes, and a double quote within these is written twice, as in
CSV: `says="It rained, note=none"`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.text import quoted

_QUOTES: Final = r'"(?:[^"]|"")*"'
_IN_QUOTES: Final = re.compile(rf"((?:^|,)\s*[\w-]+\s*=\s*)({_QUOTES})(?=\s*(?:,|$))")
_ANY_KEY: Final = re.compile(r",\s*[\w-]+\s*=")


def pairs(text: str, known: Sequence[str], what: str) -> dict[str, str]:
    """Return what `key=value, key=value` says, without the keys that have no value.

    Raises `UsageError`, which names *what* it is said of, as `pieces` does, and for a key that
    stands there twice.
    """
    found: dict[str, str] = {}
    for key, value in pieces(text, known, what):
        if key in found:
            raise twice(key, what)
        found[key] = value
    return {key: value for key, value in found.items() if value}


def pieces(text: str, known: Sequence[str], what: str) -> list[tuple[str, str]]:
    """Return each key with its value, in their order.

    Raises `UsageError`, which names *what* it is said of, for another key than the *known*, and
    for quotes that are not closed.
    """
    found = []
    for part in _parted(text, known):
        key, equals, value = (each.strip() for each in part.partition("="))
        if not equals or key not in known:
            hint = did_you_mean(key, known) or f"write {known[0]}=…, {known[1]}=…"
            raise UsageError(f"{what} has no {quoted(key)}", hint)
        found.append((key, _unquoted(key, value)))
    return found


def name_and_pairs(text: str, known: Sequence[str]) -> tuple[str, str]:
    """Return what stands before the first of the *known* keys, and the keys with their values."""
    name, *rest = _parted(text, known, most=1)
    return name.strip(), "".join(rest)


def begins_with(text: str, known: Sequence[str]) -> bool:
    """Whether *text* begins with one of the *known* keys."""
    return re.match(rf"\s*{_beginning(known)}", text) is not None


def written(said: Mapping[str, str]) -> str:
    """Return what an option says for the keys that are *said*: `pairs` reads the same again."""
    return ", ".join(f"{key}={_quoted(value)}" for key, value in said.items() if value)


def twice(key: str, what: str) -> UsageError:
    """Return the refusal of a *key* that is said a second time."""
    return UsageError(f"{what} has {quoted(key)} twice", "write each key once")


def _parted(text: str, known: Sequence[str], most: int = 0) -> list[str]:
    """Return *text* in pieces, each but the first from a key on; *most* cuts, all without."""
    hidden = _IN_QUOTES.sub(lambda found: found[1] + "_" * len(found[2]), text)
    found, start = [], 0
    for comma in re.finditer(rf",\s*(?={_beginning(known)})", hidden):
        found.append(text[start : comma.start()])
        start = comma.end()
        if len(found) == most:
            break
    return [*found, text[start:]]


def _beginning(known: Sequence[str]) -> str:
    """Return the pattern of one of the *known* keys with its sign."""
    return rf"(?:{'|'.join(map(re.escape, known))})\s*="


def _unquoted(key: str, value: str) -> str:
    """Return a *value* without the quotes around it; raises `UsageError` for open ones."""
    if re.fullmatch(_QUOTES, value):
        return value[1:-1].replace('""', '"').strip()
    if value.startswith('"') and value.count('"') % 2:
        hint = f'write {key}="…", and a double quote within it twice: ""'
        raise UsageError(f"a double quote is left open: {key}={value}", hint)
    return value


def _quoted(value: str) -> str:
    """Return a *value* as it is, or in quotes where it would be read as something else."""
    if not (value.startswith('"') or _ANY_KEY.search(value)):
        return value
    doubled = value.replace('"', '""')
    return f'"{doubled}"'
