"""A value → as it is typed: quoted where the grammar would read it as something else."""

import re

# A value after `field:`; alone, a word that is no field, operator or negation.
_VALUE = r"""(?![=<>'‘‚‛])(?:(?!&&)[^\s()|"\\“”„‟«»‹›「」『』])+"""
_WORD = r"""(?![-−–—!&'‘‚‛])(?=.*[^\W_])[^\s()|"\\“”„‟«»‹›「」『』:<>=]+"""
_OPERATORS = {"and", "or", "not"}
_SIGNS = ("=", "*")


def typed_value(text: str, *, alone: bool = False) -> str:
    """Return *text* as a value after `field:`, or as a word that stands *alone*."""
    if text.startswith(_SIGNS):
        return text[0] + _typed(text[1:], alone=alone)
    return _typed(text, alone=alone)


def _typed(text: str, *, alone: bool) -> str:
    plain = re.fullmatch(_WORD if alone else _VALUE, text)
    if plain and not text.startswith(_SIGNS) and not (alone and text.lower() in _OPERATORS):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
