"""The manual, `man timeline`: what help tells, in the language of man pages.

Every letter of a text is a letter: what man would read as a request, a font or a sign of its own
is escaped. Examples and topics keep their lines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

from timeline import __version__
from timeline.commands.support import help_data, topics
from timeline.query import guide

_WIDTH: Final = 78  # of the source, so that a change is a small difference
_SIGNS: Final = {
    ord(sign): rf"\({name}"
    for sign, name in {"\\": "rs", "'": "aq", "`": "ga", "^": "ha", "~": "ti"}.items()
} | {ord("-"): r"\-"}

_SYNOPSIS: Final = "[FILE] [COMMAND] [QUERY] [OPTIONS]"
_DESCRIPTION: Final = (
    "Explore a cited chronology: vague dates, claims and sources, kept honest. Without a COMMAND: "
    "what the timeline is. FILE is an event file, or one of another format; see FILES for what is "
    "read without one. A QUERY says which events are meant: see QUERIES."
)
_COMMANDS: Final = (
    "Beside its own options a command takes those of OPTIONS that mean something to it; "
    "'timeline COMMAND --help' says which."
)


def page() -> str:
    """Return the manual page, in ASCII: the source that `man` shows."""
    told = help_data.data()
    lines = [
        '.\\" Written by: timeline help --format man',
        f'.TH TIMELINE 1 "" "timeline {escaped(__version__)}"',
        *(".nh", ".ad l"),  # no word is broken, and no gap made: lines may be copied
        *(".SH NAME", escaped("timeline - explore a cited chronology")),
        *(".SH SYNOPSIS", f"{_bold('timeline')} {escaped(_SYNOPSIS)}"),
        *(".SH DESCRIPTION", *_filled(_DESCRIPTION)),
        *(".SH COMMANDS", *_filled(_COMMANDS), *_commands(told["commands"])),
        *(".SH OPTIONS", *_options(told)),
    ]
    for heading, text in _topics().items():
        lines += [f".SH {heading}", *_kept(text)]
    return "\n".join([*lines, ""])


def _topics() -> Mapping[str, str]:
    return {
        "QUERIES": guide.GUIDE,
        "DATES": topics.dates(),
        "FILES": topics.FILES,
        "COLOURS": topics.COLOURS,
        "ENVIRONMENT": topics.ENVIRONMENT,
        "EXIT STATUS": topics.EXIT_CODES,
    }


def _commands(commands: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the commands under the names of their groups."""
    group = ""
    for command in commands:
        if command["group"] != group:
            group = command["group"]
            yield f".SS {escaped(group)}"
        yield from _command(command)


def _command(command: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a command does, its own arguments and options, its examples."""
    own = [each for each in command["parameters"] if not each["shared"]]
    arguments = [each for each in own if not each["names"]]
    options = [each for each in own if each["names"]]
    values = (escaped(each["value"]) for each in arguments)
    yield ".TP"
    yield " ".join([_bold(f"timeline {command['name']}"), *values])
    yield from _filled(command["about"])
    yield ".RS"
    for paragraph in command["details"]:
        yield from (".PP", *_filled(paragraph))
    for each in (*arguments, *options):
        yield from _parameter(each)
    yield from (".PP", *_kept("\n".join(command["examples"])), ".RE")


def _options(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield the options that commands share, as `list` has them, then those of the program."""
    listing = next(each for each in told["commands"] if each["name"] == "list")
    shared = [each for each in listing["parameters"] if each["shared"]]
    for heading in dict.fromkeys(each["heading"] for each in shared):
        yield f".SS {escaped(heading)}"
        for each in shared:
            if each["heading"] == heading:
                yield from _parameter(each)
    yield f".SS {escaped('Without a command')}"
    for each in told["options"]:
        if not each["shared"]:
            yield from _parameter(each)


def _parameter(parameter: Mapping[str, Any]) -> Iterator[str]:
    names = sorted(parameter["names"], key=len) or [parameter["value"]]
    value = f" {escaped(parameter['value'])}" if parameter["names"] and parameter["value"] else ""
    yield ".TP"
    yield ", ".join(map(_bold, names)) + value
    yield from _filled(parameter["about"])


def _filled(text: str) -> Sequence[str]:
    """Return a paragraph, whose lines man breaks as the screen is wide."""
    return [escaped(line) for line in wrap(text, _WIDTH, break_on_hyphens=False)]


def _kept(text: str) -> Iterator[str]:
    """Yield *text* with its lines as they are."""
    yield ".nf"
    yield from map(escaped, text.strip("\n").splitlines())
    yield ".fi"


def _bold(text: str) -> str:
    return rf"\fB{escaped(text)}\fR"


def escaped(line: str) -> str:
    """Return *line* so that man shows it as it stands, at the beginning of a line too."""
    letters = line.translate(_SIGNS)
    in_ascii = "".join(each if each.isascii() else rf"\[u{ord(each):04X}]" for each in letters)
    return rf"\&{in_ascii}" if in_ascii.startswith(".") else in_ascii
