"""The first word of a line that is no command: a file to be opened, or a mistake."""

import os
import re
from collections.abc import Collection, Iterable, Sequence

from timeline.commands.support.catalogue import ALSO
from timeline.commands.support.command_line import Options, command
from timeline.errors import UsageError
from timeline.files.content import STANDARD_INPUT, inside, missing
from timeline.likeness import did_you_mean
from timeline.text import quoted

_QUERY = re.compile(r"@?[^\W_][\w-]*([:<>=].+)?")  # a word, or a term with a field


def files_named(args: Sequence[str], params: Iterable[object], names: Collection[str]) -> list[str]:
    """Return *args* with each file that stands before the command as `--file=FILE`.

    *params* are the options that may stand there too, *names* those of the commands: a
    command comes before a file of its name. What is no file stays as it is.
    """
    options = Options(params)
    arranged = list(args)
    at = options.first_word(arranged)
    if arranged[at : at + 1] == ["--"]:  # what follows is a word anyway
        del arranged[at]
    while at < len(arranged) and _is_file(arranged[at], names):
        arranged[at] = f"--file={arranged[at]}"
        at = options.first_word(arranged)
    return arranged


def _is_file(word: str, names: Collection[str]) -> bool:
    """Return whether *word* is to be read: also a pipe, as `<(curl …)` of a shell is one."""
    if word in names:
        return False
    return word == STANDARD_INPUT or (os.path.exists(word) and not os.path.isdir(word))  # noqa: PTH110, PTH112  of any text


def refusal(line: Sequence[str], names: Collection[str], files: Sequence[str]) -> UsageError:
    """Return the error for a *line* that begins with no command of the *names*, and no file.

    The hint has the nearest of both; where nothing is near, how to look for the word in *files*.
    """
    word = line[0]
    if os.path.isdir(word):  # noqa: PTH112  of any text
        message = f"no command is called {quoted(word)}, and the file of that name is a folder"
        return UsageError(message, did_you_mean(word, names) or inside(word))
    message = f"no command is called {quoted(word)}, and there is no file of that name"
    meant = ALSO.get(word.lower(), word.lower())
    near = did_you_mean(meant, [*names, "--version"]) or missing(word)[1]
    return UsageError(message, near or _sought(line, files))


def _sought(line: Sequence[str], files: Sequence[str]) -> str:
    """Return how to look for what *line* says; where it cannot be meant so, where commands are."""
    listed = command("list", *line, files=files)
    if not listed or not _QUERY.fullmatch(line[0]):
        return "for the commands there are: timeline help"
    return f"to look for it: {listed}"
