"""What may stand at the end of a line that is being typed: commands, options, values, files.

Whatever goes wrong, nothing is offered and nothing is said: a person in the middle of a line
has no use for a message. A command is made only where its options are asked about, and a file
is opened only for what stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from timeline import settings
from timeline.commands.support import app, catalogue, files, which_file
from timeline.exchange import formats
from timeline.exchange.tables import presets
from timeline.model import timeline as timelines
from timeline.reports import completion as reports
from timeline.reports import key_values
from timeline.reports.candidates import Candidate, matching
from timeline.views.parts import reason_words

FILES: Final = None
"""What is offered where the shell is to offer files."""

_OF_FILES: Final = ("FILE", "[FILE]", "[FILE]...", "[OLD]", "[NEW]")
_OF_EVENTS: Final = ("EVENT", "EVENT...", "[EVENT]", "EVENT EVENT", "EVENT|DATE")
_OF_RULES: Final = ("RULES", "RULE")
_OF_QUERIES: Final = ("query", "first", "second")


def offered(words: Sequence[str], typed: str) -> list[Candidate] | None:
    """Return what may stand for *typed* behind the other *words* of a line; else `FILES`.

    Raises whatever goes wrong.
    """
    line = _Line()
    rest = line.before_command(words)
    if not rest:
        return _at_first(line, typed)
    name, *rest = rest
    if name == "help":
        return _named(typed, {**_commands(), **catalogue.TOPICS})
    if name not in catalogue.entries():
        return []
    return line.of_command(name, rest, typed)


def _at_first(line: _Line, typed: str) -> list[Candidate] | None:
    """Return what may stand before a command: the commands, options and their values, a file."""
    if line.awaiting or typed.startswith("-"):
        line.know(app.program().params)
        return line.next_word(typed)
    return _named(typed, _commands()) or FILES


def _commands() -> dict[str, str]:
    return {name: entry.words for name, entry in catalogue.entries().items()}


def _named(typed: str, meanings: dict[str, str]) -> list[Candidate]:
    return matching(typed, [Candidate(*each) for each in meanings.items()])


class _Line:
    """What is known of a line: its options by name, the arguments given, its files."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.options: dict[str, Any] = {}
        self.arguments: list[Any] = []
        self.awaiting: Any = None  # the option whose value is being typed
        self.given: list[str] = []
        self.files: list[str] = []

    def before_command(self, words: Sequence[str]) -> list[str]:
        """Return *words* from the command on; a file may stand before it."""
        if not any(word.startswith("-") for word in words[:1]) and not _is_file(words[:1]):
            return list(words)
        self.know(app.program().params)
        rest = self._behind_options(list(words))
        if _is_file(rest[:1]):
            self.files.append(rest[0])
            return self.before_command(rest[1:])
        return rest

    def know(self, params: Sequence[Any]) -> None:
        """Know the options and arguments of *params*."""
        options = [param for param in params if param.param_type_name == "option"]
        self.options = {
            name: param for param in options for name in (*param.opts, *param.secondary_opts)
        }
        self.arguments = [param for param in params if param.param_type_name == "argument"]

    def of_command(self, name: str, words: Sequence[str], typed: str) -> list[Candidate] | None:
        """Return what may stand for *typed* behind the *words* of the command *name*."""
        self.know(app.command(name).params)
        rest = list(words)
        while rest := self._behind_options(rest):
            self.given.append(rest[0])
            rest = rest[1:]
        return self.next_word(typed)

    def next_word(self, typed: str) -> list[Candidate] | None:
        """Return what may stand for *typed*: an option, the value of one, an argument."""
        if self.awaiting:
            return self._values(self.awaiting, typed)
        name, equals, value = typed.partition("=")
        if equals and name in self.options:
            found = self._values(self.options[name], value)
            return found and [each._replace(text=f"{name}={each.text}") for each in found]
        found = [] if typed.startswith("--") else self._values(self._argument(), typed)
        if not typed.startswith("-"):
            return found
        return [*(found or ()), *self._names(typed)]

    def _behind_options(self, words: list[str]) -> list[str]:
        """Return *words* from the first on that is no option and no value of one."""
        while words and words[0].startswith("-") and words[0] != "-":
            name, equals, value = words.pop(0).partition("=")
            param = self.options.get(name)
            number = 0 if param is None or param.is_flag or equals else param.nargs
            values = [value] if equals else words[:number]
            if param is not None and param.name == "file":
                self.files += values
            self.awaiting = param if len(values) < number else None
            words = words[number:]
        return words

    def _argument(self) -> Any:  # noqa: ANN401  of a class that Typer keeps to itself
        """Return the argument that is being typed; the last one may take all that follow."""
        several = self.arguments and self.arguments[-1].nargs < 0
        number = min(len(self.given), len(self.arguments) - 1) if several else len(self.given)
        return self.arguments[number] if number < len(self.arguments) else None

    def _names(self, typed: str) -> list[Candidate]:
        """Return the long names of the options, with what is said of each."""
        long = [Candidate(name, param.help or "") for name, param in self._long()]
        return matching(typed, [*long, Candidate("--help", "Say what can be said here.")])

    def _long(self) -> Iterator[tuple[str, Any]]:
        return ((name, each) for name, each in self.options.items() if name.startswith("--"))

    def _values(self, param: Any, typed: str) -> list[Candidate] | None:  # noqa: ANN401  as above
        """Return the values of *param* that fit *typed*."""
        if param is None:
            return []
        choices = getattr(param.type, "choices", None) or _CHOICES.get(param.name)
        if choices:
            known = choices() if callable(choices) else choices
            return matching(typed, [Candidate(str(each)) for each in known])
        return self._by_kind(param, typed)

    def _by_kind(self, param: Any, typed: str) -> list[Candidate] | None:  # noqa: ANN401  as above
        if param.name == "value":
            return self._of_key(typed)
        if param.name in _OF_QUERIES:
            return reports.saved(typed, _saved()) or reports.query(typed, self._opened)
        if param.metavar in _BY_METAVAR:
            return _BY_METAVAR[param.metavar](param.name, typed, self._opened)
        if param.metavar in _OF_FILES:
            return FILES
        return reports.words(param.name, typed, self._opened)

    def _of_key(self, typed: str) -> list[Candidate] | None:
        """Return what the key of settings that stands before may be."""
        if self.given[:1] == ["default_file"]:
            return FILES
        choices = (key.choices for name, key in settings.KEYS.items() if [name] == self.given[:1])
        return matching(typed, list(map(Candidate, next(choices, ()))))

    def _opened(self) -> timelines.Timeline:
        return files.opened(which_file.which(self.files).paths, silent=True)


def _saved() -> dict[str, str]:
    return {name: each.value for name, each in settings.settings().queries.items()}


def _is_file(words: Sequence[str]) -> bool:
    return any(word not in catalogue.entries() and Path(word).is_file() for word in words)


def _events(_: str, typed: str, opened: reports.Open) -> list[Candidate]:
    return reports.words("id", typed, opened)


def _rules(_: str, typed: str, __: reports.Open) -> list[Candidate]:
    return reports.rule_names(typed)


def _reasons(_: str, typed: str, __: reports.Open) -> list[Candidate]:
    return _named(typed, dict.fromkeys(reason_words.EXPLANATIONS, ""))


# What an option or an argument takes, by how it is shown: its name, what is typed, the file.
_BY_METAVAR: Final[Mapping[str, Callable[[str, str, reports.Open], list[Candidate]]]] = {
    **dict.fromkeys(_OF_EVENTS, _events),
    **dict.fromkeys(_OF_RULES, _rules),
    "REASON": _reasons,
    "ID,stance=…": lambda _, typed, opened: key_values.source(typed, opened),
    "NAME,says=…": lambda _, typed, opened: key_values.account(typed, opened),
    "TYPE=ID": lambda _, typed, opened: key_values.link(typed, opened),
    "KEY=…": lambda name, typed, opened: key_values.entry(
        f"{name.removeprefix('new_')}s", typed, opened
    ),
}
_CHOICES: Final = {
    "preset": lambda: presets.PRESETS,
    "order": lambda: ("dmy", "mdy"),
    "target": lambda: formats.WRITERS,
    "key": lambda: [*settings.KEYS, *(f"@{name}" for name in _saved())],
}
