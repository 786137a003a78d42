"""Words that other programs have for settings, and what is typed here for them."""

from collections.abc import Sequence
from typing import Final

from timeline import settings
from timeline.commands.support import command_line
from timeline.errors import UsageError
from timeline.text import quoted

_ELSEWHERE: Final = {
    **dict.fromkeys(("set", "add", "get", "list", "show"), ()),
    **dict.fromkeys(("unset", "remove", "delete", "reset"), ("--unset",)),
    "edit": ("--edit",),
}
"""The first words that others have, with the option that says the same here, if it takes one."""


def refuse_others(words: Sequence[str]) -> None:
    """Refuse what other programs let people type, such as `set width=60`, and a second value.

    *words* are a key and what may follow it. Raises `UsageError` with what to type instead.
    """
    if not words:
        return
    meant = _as_here(words)
    if meant != ["config", *words]:
        raise UsageError(_message(words, meant), f"write it so: {command_line.command(*meant)}")
    if words[2:]:
        whole = command_line.command("config", words[0], " ".join(words[1:]))
        hint = f"one with blanks goes in quotes: {whole}"
        raise UsageError(f"{quoted(words[0])} takes one value, not {len(words) - 1}", hint)


def _message(words: Sequence[str], meant: Sequence[str]) -> str:
    if meant[0] == "save":
        return "a query is saved by another command"
    needless = next((word for word in words if word in (*_ELSEWHERE, "=")), "")
    return f"config has no {quoted(needless or words[0])}"


def _as_here(words: Sequence[str]) -> list[str]:
    """Return *words*, which may be those of other programs, as a command of ours."""
    options = _ELSEWHERE.get(words[0])
    rest = list(words) if options is None else list(words[1:])
    if len(rest) == 1:
        rest = _parted(rest[0])
    name, *value = [word for word in rest if word != "="] or [""]
    if name.startswith("@") and value:
        return ["save", name.removeprefix("@"), *value]
    return ["config", *(options or ()), *filter(None, [name]), *value]


def _parted(word: str) -> list[str]:
    """Return the key and value of `width=60`; any other *word* as it is."""
    name, value = command_line.parted(word)
    is_known = name in settings.KEYS or name.startswith("@")
    return [name, value] if is_known and value else [word]
