"""What Typer refuses, said as all else is: what is wrong, and what to write instead.

Of its errors nothing is read but their attributes, and the line once more: its words are its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.commands.support import command_line, help_pages, option_words
from timeline.errors import UsageError
from timeline.exchange import formats
from timeline.likeness import did_you_mean, nearest
from timeline.query.refusals import NAMES
from timeline.query.tokens import QueryError
from timeline.text import enumerated, listed, quoted, shell_line, visible

_MOST_OWNERS: Final = 6

Params: TypeAlias = Sequence[Any]  # of classes that Typer keeps to itself


class Line(NamedTuple):
    """A line that is refused: its command, "" before one, what may be given there, and is.

    *typed* is the whole line, with what stands before the command.
    """

    name: str
    params: Params
    args: Sequence[str]
    typed: Sequence[str]

    @property
    def command(self) -> str:
        """What is typed to come so far."""
        return f"timeline {self.name}".rstrip()

    def option(self, name: str) -> Any:  # noqa: ANN401  as above
        """Return the option that is typed as *name*, None where there is none."""
        return next((param for param in self.params if name in _names(param)), None)


class Read(NamedTuple):
    """What stands in a line: values by the names of options and arguments, and the rest."""

    given: Mapping[str, Any]
    rest: Sequence[str]


def refusal(
    error: Any,  # noqa: ANN401  as above
    line: Line,
    read: Callable[[], Read],
    everywhere: Callable[[], Mapping[str, Params]],
) -> UsageError:
    """Return what is wrong with *line*, of which Typer says *error*.

    *read* reads the line again; *everywhere* returns what each command takes, by its name.
    """
    if hasattr(error, "possibilities"):
        return _unknown(error.option_name, line, everywhere())
    if hasattr(error, "option_name"):
        return _misused(error.option_name, line)
    param = getattr(error, "param", None)
    if param is not None and hasattr(error, "param_type"):
        return _missing(param, line)
    if param is not None:
        return _bad(param, read().given.get(param.name), line, error)
    rest = read().rest
    return _too_much(rest, line) if rest else UsageError(visible(error.format_message()))


def _unknown(name: str, line: Line, everywhere: Mapping[str, Params]) -> UsageError:
    """Say that there is no such option here; where there is one, or which is near."""
    word = next((arg for arg in line.args if arg.startswith(name)), name)
    is_short = not name.startswith("--")
    is_word = is_short and (len(word) > len(name) or word[1:].isdigit())
    if line.name and (is_word or (is_short and any(map(command_line.is_event, line.params)))):
        hint = f"a word that begins with - goes behind --: {_behind_dashes(word, line.typed)}"
        return UsageError(f"there is no option {quoted(word)}", hint)
    if not line.name:
        return _before_command(word if is_word else name, line, everywhere)
    own = [each for param in line.params for each in _names(param) if each.startswith("--")]
    hint = (
        option_words.meant(name, _value_of(name, line.typed), line.params)
        or _owners(name, everywhere)
        or _near(name, [*own, "--help"])
        or f"for those it has: {line.command} --help"
    )
    return UsageError(f"{line.name} has no option {quoted(name)}", hint)


def _value_of(name: str, typed: Sequence[str]) -> str:
    """Return what is given for the option *name*: `--name=value`, or the next word *typed*."""
    words = iter(typed)
    written = next((word for word in words if word.partition("=")[0] == name), "")
    value = written.partition("=")[2] or next(words, "")
    return "" if value.startswith("-") else value


def _near(name: str, known: Sequence[str]) -> str:
    """Return which of the *known* options is meant; dashes make none like another."""
    near = nearest(name.lstrip("-"), [each.lstrip("-") for each in known])
    return f"did you mean {listed([f'--{each}' for each in near])}?" if near else ""


def _behind_dashes(word: str, typed: Sequence[str]) -> str:
    """Return the line that was *typed*, with *word* behind dashes at its end."""
    at = typed.index(word) if word in typed else len(typed)
    return command_line.command(*typed[:at], *typed[at + 1 :], "--", word)


def _before_command(name: str, line: Line, everywhere: Mapping[str, Params]) -> UsageError:
    """Say that an option cannot stand before the command; where it can, with the whole line."""
    message = f"there is no option {quoted(name)} before a command"
    at = next((at for at, arg in enumerate(line.args) if arg.startswith(name)), 0)
    before, behind = line.args[:at], list(line.args[at:])
    command = next((arg for arg in behind if arg in everywhere), "list")
    if command in behind:
        behind.remove(command)
    is_word = not name.startswith("--") and name[2:]
    if is_word or any(name in _names(param) for param in everywhere[command]):
        hint = f"write it behind one: {command_line.command(*before, command, *behind)}"
        return UsageError(message, hint)
    params = (*line.params, *everywhere[command])
    known = [each for one in params for each in _names(one)]
    meant = "--version" if name in ("-v", "-V") else name
    said = option_words.meant(name, _value_of(name, line.typed), params)
    hint = said or _owners(name, everywhere) or _near(meant, list(dict.fromkeys(known)))
    return UsageError(message, hint or "for those there are: timeline help options")


def _owners(name: str, everywhere: Mapping[str, Params]) -> str:
    """Return which commands have the option *name*; "" if none has."""
    owners = [
        each for each, params in everywhere.items() if any(name in _names(one) for one in params)
    ]
    if not owners:
        return ""
    more = len(owners) - _MOST_OWNERS
    shown = [*owners[:_MOST_OWNERS], f"{more} more"] if more > 1 else owners
    return f"{name} is an option of {enumerated(shown)}"


def _misused(name: str, line: Line) -> UsageError:
    """Say that an option needs a value, or takes none."""
    param = line.option(name)
    if param is None or param.is_flag:
        return UsageError(f"{name} takes no value", f"write {name} alone")
    return UsageError(f"{name} needs a value: {name} {help_pages.value(param)}", param.help or "")


def _missing(param: Any, line: Line) -> UsageError:  # noqa: ANN401  as above
    """Say what is to be given."""
    return UsageError(f"{line.name} needs {_label(param)}", param.help or "")


def _bad(param: Any, given: Any, line: Line, error: Any) -> UsageError:  # noqa: ANN401  as above
    """Say that a value cannot be, and which can."""
    value = _refused_of(param, given)
    if value in {name for each in line.params for name in _names(each)}:
        return _misused(_label(param), line)
    hint = _values(param, value, line) or visible(error.message)
    return UsageError(f"{_label(param)} cannot be {quoted(value)}", hint)


def _refused_of(param: Any, given: Any) -> str:  # noqa: ANN401  as above
    """Return which of the values *given* it is: choices may be given several times."""
    values = [given] if isinstance(given, str) else list(given or ())
    choices = _choices(param)
    return next((each for each in values if not choices or each not in choices), "")


def _values(param: Any, value: str, line: Line) -> str:  # noqa: ANN401  as above
    """Return which values there are, or which of them was meant; "" where nobody knows."""
    choices = _choices(param)
    if choices and line.option(f"--{value}"):
        return f"write --{value} alone"
    if choices:
        is_of_events = any(each.name == "query" for each in line.params)
        exported = value in formats.WRITERS and "--format" in param.opts and is_of_events
        written = f"to write it: timeline export {value}" if exported else ""
        return written or did_you_mean(value, choices) or f"it is {enumerated(choices, 'or')}"
    least, most = (getattr(param.type, name, None) for name in ("min", "max"))
    if least is None:
        return ""
    upward = "on" if most is None else f"to {most}"
    return f"it is a whole number from {least} {upward}"


def _too_much(rest: Sequence[str], line: Line) -> UsageError:
    """Say which words have no place; that a file is named with -f."""
    message = f"{line.name} has no place for {enumerated(list(map(quoted, rest)))}"
    file = next((word for word in rest if Path(word).is_file()), "")
    if file and line.option("--file"):
        return UsageError(message, f"to name a file: {' '.join(command_line.option('-f', file))}")
    typed = [*_with_dashes(rest, line)]
    if typed != [*line.typed] and (meant := command_line.command(*typed)):
        return UsageError(message, f"an option begins with two dashes: {meant}")
    *before, last = line.typed
    if [*rest] == [last] and line.name == "import":
        meant = command_line.command(*before, *command_line.option("--output", last))
        return UsageError(message, f"to write a file: {meant}")
    return UsageError(message, f"it is typed so: {help_pages.usage(line.name, line.params)}")


def _with_dashes(rest: Sequence[str], line: Line) -> Iterator[str]:
    """Yield the words of *line*; where all of the *rest* are options without dashes, with these."""
    meant = {word: command_line.without_dashes(word, line.params) for word in rest}
    for word in line.typed:
        yield from meant.get(word, [word]) if all(meant.values()) else [word]


def option_meant(error: UsageError, params: Params) -> str:
    """Return the hint to write the option that a query has without its dashes: `limit=5`.

    It is "" where *error* refuses something else, or a query may say it otherwise.
    """
    if not isinstance(error, QueryError):
        return ""
    word = error.text[error.text.rfind(" ", 0, error.position) + 1 :].partition(" ")[0]
    name, value = command_line.parted(word)
    of_choices = [param for param in params if value in _choices(param)]
    words = command_line.without_dashes(word, of_choices if name in NAMES else params)
    return f"for the option write {shell_line(words)}" if words else ""


def _names(param: Any) -> list[str]:  # noqa: ANN401  as above
    """Return how an option is typed; nothing for an argument."""
    return [*param.opts, *param.secondary_opts] if param.param_type_name == "option" else []


def _label(param: Any) -> str:  # noqa: ANN401  as above
    """Return what an option or argument is called in a message."""
    if names := _names(param):
        return max(names, key=len)
    return str(help_pages.value(param)).strip("[]").removesuffix("...")


def _choices(param: Any) -> list[str]:  # noqa: ANN401  as above
    return list(map(str, getattr(param.type, "choices", None) or ()))
