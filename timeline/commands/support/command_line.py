"""Command lines: what is an option on one that is typed, and how one is written to be copied.

Where there is a query, what begins with a dash is an option, or `-word`, which is not. Typer
would take `-assad` for `-a ssad`, and a date such as -0043-03-15 for options. Here a short
option stands alone (`-a assad`, `-a=assad`), but for what no word begins with: `-n5`,
`-y2019`, `-ojson`, and flags together, `-rn 5`. Everything else after one dash is a word.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from timeline.errors import UsageError
from timeline.files.content import STANDARD_INPUT
from timeline.text import quoted, shell_line

_READS = r"(`|: )timeline (?!(?:new|schema|help|config|import|diff)\b)(?!-f |[^`\n]* -f )"
"""A command in a hint that takes files."""


_SHORT = "afnory"
"""The letters of options that many commands have."""


class Options:
    """The options of a command, by the names they are typed with."""

    def __init__(
        self, params: Iterable[Any], flags: Iterable[str] = (), *, takes_event: bool = False
    ) -> None:
        """Know *params*, as Typer has them, further *flags*, and whether an event is named too."""
        self._by_name = {
            name: param for param in params for name in (*param.opts, *param.secondary_opts)
        }
        self._by_name |= dict.fromkeys(flags)
        self._takes_event = takes_event

    def arranged(self, args: Sequence[str]) -> list[str]:
        """Return *args* with the options first and behind `--` all words, dashes or not.

        Raises `UsageError` for what may be an option and a word.
        """
        options: list[str] = []
        words: list[str] = []
        rest = list(args)
        while rest:
            arg = rest.pop(0)
            if arg == "--":
                words += rest
                break
            found = self._option(arg)
            if not found:
                words.append(arg)
                continue
            number = self._following(found[-1])
            self._refuse_too_few(found[-1], rest[:number], number)
            options += [*found, *rest[:number]]
            del rest[:number]
        if not words:
            return options
        return [*options, "--", *words]

    def first_word(self, args: Sequence[str]) -> int:
        """Return where the first word stands, or `--`, that is neither an option nor its value.

        It is the number of *args* where there is none.
        """
        at = 0
        while at < len(args):
            arg = args[at]
            if arg in ("-", "--") or not arg.startswith("-"):
                break
            at += 1 + self._following(arg)
        return at

    def refuse_long_names(self, args: Sequence[str]) -> None:
        """Refuse `-format json` where there is no query: it would be -f, and the file `ormat`."""
        rest = list(takewhile(lambda arg: arg != "--", args))
        while rest:
            arg = rest.pop(0)
            name, equals, _ = arg.partition("=")
            if name[2:] and f"-{name}" in self._by_name:
                raise UsageError(f"{quoted(name)} is read letter by letter", f"write -{name}")
            if not equals:
                del rest[: self._following(arg)]

    def _option(self, arg: str) -> list[str]:
        """Return *arg* as options, each apart; nothing if it is a word."""
        if arg.startswith("--"):
            return [arg]
        if not arg.startswith("-") or arg == "-":
            return []
        self._refuse_long_name(arg)
        found = self._short(arg[1:])
        if not found:
            self._refuse_doubtful(arg)
        return found

    def _short(self, letters: str) -> list[str]:
        """Return the options in `n5`, `rn`, `a=x`; nothing if these are no options."""
        name, value = f"-{letters[0]}", letters[1:]
        if name not in self._by_name:
            return []
        if not value:
            return [name]
        param = self._by_name[name]
        if not _takes_value(param):
            following = self._short(value)
            return following and [name, *following]
        if value == "=":
            return [name, ""]
        if value.startswith("="):
            return [name + value[1:]]
        return [name + value] if _is_value(param, value) else []

    def _following(self, last: str) -> int:
        """Return how many arguments belong to *last*, an option or one with its value."""
        param = self._by_name.get(last)
        if param is None or not _takes_value(param):
            return 0
        return int(param.nargs)

    def _refuse_too_few(self, name: str, values: Sequence[str], number: int) -> None:
        """Refuse `--align e1`, which needs two: what follows would be taken for the other."""
        if values and len(values) < number:
            said = self._by_name[name].metavar
            raise UsageError(f"{name} needs {number} values: {name} {said}", f"{values[0]} is one")

    def _refuse_long_name(self, arg: str) -> None:
        """Refuse `-year 2019`: it would be no year, and 2019."""
        name = arg.partition("=")[0]
        if f"-{name}" in self._by_name:
            hint = f"write -{name} for the option, or `not {name[1:]}` for the word"
            raise UsageError(f"{quoted(name)} may be an option or a word", hint)

    def _refuse_doubtful(self, arg: str) -> None:
        """Refuse `-5`, `-x`, and `-fmine.yaml` where there is such a file."""
        letter, rest = arg[1], arg[2:]
        if not rest:
            ways = [f"`not {letter}` for the word"]
            if letter.isdigit() and "-n" in self._by_name:
                ways.insert(0, f"-n {letter} for so many")
            if self._takes_event:
                ways.append(f"-- {arg} for an event")
            if letter in _SHORT:
                ways.insert(0, "--help for the options there are")
            raise UsageError(f"there is no option {quoted(arg)}", f"write {', or '.join(ways)}")
        if letter == "f" and ("/" in rest or Path(rest).is_file()):
            hint = f"write -f {rest} for the file, or `not {arg[1:]}` for the word"
            raise UsageError(f"{quoted(arg)} may be an option or a word", hint)


def is_event(param: Any) -> bool:  # noqa: ANN401  of a class that Typer keeps to itself
    """Return whether *param* is an argument that names an event."""
    return param.param_type_name == "argument" and "EVENT" in (param.metavar or "")


def _takes_value(param: Any) -> bool:  # noqa: ANN401  as above
    return param is not None and not param.is_flag and not param.count


def _is_value(param: Any, text: str) -> bool:  # noqa: ANN401  as above
    """Return whether *text* can be meant as a value, and is no end of a word."""
    if param.name == "limit":
        return text.isdigit()
    if param.name == "year":
        return text.removeprefix("-")[:1].isdigit()
    return text in (getattr(param.type, "choices", None) or ())


def command(*words: str, files: Sequence[str] = ()) -> str:
    """Return the line `timeline [-f FILE]… WORDS`, every word quoted where a shell would split it.

    "" where a word cannot be seen as it is, or a file cannot be read twice: nobody could
    copy that.
    """
    named = [word for file in files for word in ("-f", file)]
    line = shell_line(["timeline", *named, *words])
    if STANDARD_INPUT in files or not line.isprintable():
        return ""
    return line


def about(hint: str, files: Sequence[str]) -> str:
    """Return *hint* with the *files* named in each command of it that reads them and names none.

    A command in a hint is behind a backquote or a colon. Whoever words the hint of an error does
    not know the files of the run.
    """
    named = command(files=files)
    if not (files and named):
        return hint
    return re.sub(_READS, lambda found: f"{found[1]}{named} ", hint)


def without_dashes(word: str, params: Iterable[Any]) -> Sequence[str]:
    """Return the words of the option that *word* is without its dashes; else none.

    That is `limit=5`, or `clear` where there is a --clear without a value.
    """
    name, value = parted(word)
    meant = next((param for param in params if f"--{name}" in param.opts), None)
    if meant is None or meant.nargs != 1:
        return []
    if not _takes_value(meant):
        return [f"--{name}"]
    return option(f"--{name}", value) if value else []


def parted(word: str) -> tuple[str, str]:
    """Return what stands before the first `=` or `:` of a *word*, and what behind it."""
    name, *value = re.split("[=:]", word, maxsplit=1)
    return name, "".join(value)


def option(name: str, value: str) -> Sequence[str]:
    """Return the words that give the option *name* its *value*, also one that begins with -."""
    if value.startswith("-"):
        return [f"{name}={value}"]
    return [name, value]


def argument(value: str) -> Sequence[str]:
    """Return the words that are the argument *value*, also one that begins with -."""
    if value.startswith("-"):
        return ["--", value]
    return [value]
