"""The pages of help: of the program, of a command, of the options that commands share.

They are plain text of 80 columns, or of fewer on a terminal that has fewer, and load no Rich. Names
and headings are bold on a terminal, where a page that is longer than the screen goes through the
pager.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, repeat
from textwrap import fill, wrap
from typing import Any, Final, get_type_hints

from timeline.commands.support import descriptors, narrow, programs, streams
from timeline.commands.support.catalogue import COMMANDS, MOST_NAME, MOST_WORDS, TOGETHER, TOPICS
from timeline.commands.support.examples import EXAMPLES
from timeline.commands.support.options import Display, Order, Question

_WIDTH: Final = 80  # of text; in more columns a line is hard to follow
_NARROWEST: Final = 44
_GROUP: Final = 10  # columns of the names of groups
_CELL: Final = MOST_NAME + 1 + MOST_WORDS + 2
_LEFT: Final = 24  # columns of the names of options
_BOLD: Final = re.compile("\1(.*?)\2", re.DOTALL)  # what is bold stands between these
_OWN: Final = "Options"
_ABOUT: Final = (
    "\1timeline\2: explore a cited chronology; vague dates, claims, sources kept honest",
    "Usage: timeline [FILE] [COMMAND] [QUERY] [OPTIONS], as timeline list year:2019",
)
_ALL: Final = "--file, --format, --width and others: timeline help options"


def show(text: str) -> None:
    """Write *text*: bold on a terminal, and by the pager where it is longer than that."""
    if not sys.stdout.isatty():
        streams.write(plain(text))
        return
    if width() < _WIDTH:
        text = narrow.narrowed(text, width())
    styled = (
        plain(text) if os.environ.get("TERM") == "dumb" else _BOLD.sub("\x1b[1m\\1\x1b[0m", text)
    )
    programs.show([styled])


def plain(text: str) -> str:
    """Return *text* with nothing bold in it."""
    return _BOLD.sub(r"\1", text)


def width() -> int:
    """Return the cells of a line, at most as many as three columns of commands take."""
    if not sys.stdout.isatty():
        return _WIDTH
    return min(max(descriptors.columns(), _NARROWEST), _GROUP + 3 * _CELL)


def program(width: int = _WIDTH) -> str:
    """Return the page of the program: its commands first, by what a person is doing."""
    room = width - _GROUP
    lines = [*(line for each in _ABOUT for line in wrap(each, width)), ""]
    for name in COMMANDS:
        lines += _beside(name, _group(name, room))
    lines += _beside("Topics", wrap(" ".join(TOPICS), room, break_on_hyphens=False))
    lines += _beside("Options", wrap(_ALL, room, break_on_hyphens=False))
    return "\n".join([*lines, ""])


def topics() -> str:
    """Return the topics of help with a few words each."""
    lines = (f"  {_bold(f'{name:<13}')}{words}\n" for name, words in TOPICS.items())
    return f"{_bold('Topics')}, as in timeline help query\n{''.join(lines)}"


def _beside(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines* with the *name* of their group at the left of the first."""
    heads = chain([_bold(f"{name:<{_GROUP}}")], repeat(" " * _GROUP))
    return (head + line for head, line in zip(heads, lines, strict=False))


def _group(name: str, room: int) -> Iterator[str]:
    """Yield the lines of a group: as many commands in each as there is *room* for."""
    of_group = [names for names in TOGETHER if {*names} <= {*COMMANDS[name]}]
    together = of_group if room >= 2 * _CELL else []
    apart = {each for names in together for each in names}
    alone = {each: entry for each, entry in COMMANDS[name].items() if each not in apart}
    cells = [f"{_bold(f'{each:<{MOST_NAME}}')} {entry.words}" for each, entry in alone.items()]
    number = max(1, room // _CELL)
    for at in range(0, len(cells), number):
        yield "".join(map(_padded, cells[at : at + number])).rstrip()
    for names in together:
        yield f"{' '.join(map(_bold, names))}  {TOGETHER[names]}"


def _padded(cell: str) -> str:
    return cell + " " * (_CELL - len(plain(cell)))


def command(name: str, about: str, params: Sequence[Any]) -> str:
    """Return the page of the command *name*: what it does, examples, its own options first."""
    first, _, rest = about.partition("\n\n")
    parts = [
        f"{_bold(f'Usage: {usage(name, params)}')}\n",
        f"{fill(first, _WIDTH)}\n",
        _examples(name),
        _filled(rest),
    ]
    return "\n".join([*filter(None, parts), *_sections(params)])


def options(params: Sequence[Any]) -> str:
    """Return the page of what may stand in many commands, by *params* of one that has all."""
    shared = [param for param in params if is_shared(param)]
    return "\n".join([_SHARED, *_sections(shared), _ALONE])


_SHARED: Final = """\
Options that commands share

Each command takes those that mean something to it: 'timeline list --help' says
which. They may stand anywhere behind the command; those of the last two groups
before it too: timeline -f mine.yaml list.
"""
_ALONE: Final = """\
Without a command:
  --version             Say which version this is.
  --install-completion [SHELL]
                        Let Tab complete commands, options, fields and names in
                        bash, zsh or fish; without SHELL, in the one in use.
  --show-completion [SHELL]
                        Write the script that does it.
"""


def _examples(name: str) -> str:
    lines = EXAMPLES.get(name, ())
    return "For example:\n" + "".join(f"  {line}\n" for line in lines) if lines else ""


def _filled(text: str) -> str:
    paragraphs = [fill(" ".join(each.split()), _WIDTH) for each in text.split("\n\n")]
    return "\n\n".join(paragraphs) + "\n" if text else ""


def usage(name: str, params: Iterable[Any]) -> str:
    """Return how the command *name* is typed."""
    arguments = [_argument(param) for param in params if param.param_type_name == "argument"]
    return " ".join([f"timeline {name} [OPTIONS]", *arguments])


def _argument(param: Any) -> str:  # noqa: ANN401  of a class that Typer keeps to itself
    return str(param.metavar or param.name.upper())


def _sections(params: Sequence[Any]) -> Iterator[str]:
    """Yield arguments, own options under their headings, then the families in one order."""
    sections: dict[str, list[str]] = {"Arguments": [], _OWN: []}
    own = [param for param in params if not is_shared(param)]
    for param in own:
        sections.setdefault(_own_heading(param), []).append(_described(param))
    for family in _shared():
        sections.setdefault(family, [])
    for param in (param for param in params if is_shared(param)):
        sections[param.rich_help_panel].append(_described(param))
    for heading, lines in sections.items():
        if lines:
            yield f"{_bold(f'{heading}:')}\n{''.join(lines)}"


def _own_heading(param: Any) -> str:  # noqa: ANN401  as above
    if param.param_type_name == "argument":
        return "Arguments"
    panel = getattr(param, "rich_help_panel", None)
    return _OWN if panel is None or panel in _shared() else str(panel)


def is_shared(param: Any) -> bool:  # noqa: ANN401  as above
    """Whether *param* is of a family, and means in this command what it means in all."""
    return param.help in _shared().get(getattr(param, "rich_help_panel", None) or "", ())


@cache
def _shared() -> dict[str, set[str]]:
    """Return what is said of the options of the families, by their headings, in one order."""
    found: dict[str, set[str]] = {}
    for family in (Question, Order, Display):
        for hint in get_type_hints(family, include_extras=True).values():
            option = hint.__metadata__[0]
            if option.rich_help_panel:
                found.setdefault(option.rich_help_panel, set()).add(option.help)
    return found


def _described(param: Any) -> str:  # noqa: ANN401  as above
    """Return an option or argument with what is said of it."""
    if param.param_type_name == "argument":
        return _row(f"  {_argument(param)}", param.help or "", _LEFT)
    names = ", ".join([*sorted(param.opts, key=len), *param.secondary_opts])
    shown = "" if param.is_flag else f" {value(param)}"
    return _row(f"  {names}{shown}", f"{param.help or ''}{_default(param)}", _LEFT)


def value(param: Any) -> str:  # noqa: ANN401  as above
    """Return what stands for the value of *param*: NAME, or the words of which it is one."""
    choices = getattr(param.type, "choices", None)
    return str(param.metavar or ("|".join(map(str, choices)) if choices else param.name.upper()))


def _default(param: Any) -> str:  # noqa: ANN401  as above
    """Return what holds where the option is not given, if that is a number or a word."""
    default = param.default
    if param.is_flag or default in (None, "", 0) or not isinstance(default, str | int):
        return ""
    return f" Without it: {getattr(default, 'value', default)}."


def _row(left: str, text: str, column: int) -> str:
    """Return *left* with *text* beside it from *column* on; below, if it is too long."""
    lines = wrap(text, _WIDTH - column, break_on_hyphens=False) or [""]
    if len(left) < column - 1:
        lines[0] = left.ljust(column) + lines[0]
        rest = lines[1:]
        return "\n".join([lines[0], *(" " * column + line for line in rest)]).rstrip() + "\n"
    return "\n".join([left, *(" " * column + line for line in lines)]).rstrip() + "\n"


def _bold(text: str) -> str:
    return f"\1{text}\2"
