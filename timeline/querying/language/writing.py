"""A value → as it is typed: quoted where the grammar would read it as something else."""

import re

# A value after `field:`; alone, a word that is no field, operator or negation.
_VALUE = re.compile(r'[^\s()"=\\][^\s()"\\]*')
_WORD = re.compile(r'(?!-)[^\s()":<>=\\]+')
_OPERATORS = {"and", "or", "not"}


def typed_value(text: str, *, alone: bool = False) -> str:
    """Return *text* as a value after `field:`, or as a word that stands *alone*."""
    if text.startswith("=") and not alone:
        return f"={typed_value(text[1:])}"
    plain = (_WORD if alone else _VALUE).fullmatch(text)
    if plain and not (alone and text.lower() in _OPERATORS):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
