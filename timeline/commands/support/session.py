"""A person edits a copy of an event file; what is good becomes the file, and nothing gets lost."""

from pathlib import Path
from typing import NamedTuple, Protocol

from timeline.commands.support import editor, programs, prompts, streams
from timeline.errors import TimelineError, UsageError
from timeline.files.change import ChangedMeanwhile, changeable, changing
from timeline.files.content import contents, shown, text_of
from timeline.files.copies import copied, left_over, set_aside
from timeline.loading.problems import InvalidFile
from timeline.text import quoted, visible

_CHOICE = "[e]dit again, [k]eep your text beside the file, or [t]hrow it away? "
_ANSWERS = {"e": "edit", "k": "keep", "t": "throw"}


class Target(Protocol):
    """A file by its name, and which texts it may hold."""

    @property
    def name(self) -> str:
        """What it is called."""

    def holds(self, text: str, today: int) -> object:
        """Raise a `TimelineError` if it cannot hold *text*."""


class Sitting(NamedTuple):
    """What is edited and with what: the text that the file has, and the one to begin with."""

    target: Target
    before: str
    start: str
    today: int


def hold(sitting: Sitting, line: int) -> bool:
    """Let a person edit from *line* on until the text can be loaded, and write it.

    Return whether the file has changed. Where it has not, and the text is another
    than at the start, a `TimelineError` says where it lies. Raises `UsageError`
    where there is no editor, or nobody to use it, and `SystemExit` where we are told to end.
    """
    command = _editor()
    path = changeable(sitting.target.name)
    for each in left_over(path):
        streams.remark(f"another edit is open, or was cut short: {shown(str(each))}")
    copy = copied(path, sitting.start)
    try:
        text = _good_text(sitting, command, copy, line)
        if text != sitting.before:
            _write(sitting, text)
    except (TimelineError, KeyboardInterrupt, prompts.Stopped) as error:
        raise _kept(error, sitting, copy, path) from None
    except SystemExit as told:
        streams.remark(f"timeline: {_kept(told, sitting, copy, path)}")
        raise
    copy.unlink(missing_ok=True)
    return text != sitting.before


def _editor() -> list[str]:
    """Return the editor's command; a program that stands in for one needs no terminal."""
    if not prompts.on_terminal() and not editor.is_set():
        hint = "set EDITOR to a program that changes the file it is given"
        raise UsageError("there is no terminal to edit on", hint)
    return editor.chosen()


def _good_text(sitting: Sitting, command: list[str], copy: Path, line: int) -> str:
    """Return the text that is to be the file; the one it has where nothing is to be kept."""
    while True:
        text = _edited(sitting, command, copy, line)
        if text == sitting.before:
            return text
        try:
            sitting.target.holds(text, sitting.today)
        except TimelineError as error:
            if not _again(sitting, error):
                return sitting.before
            line = _fault(error, sitting.target.name) or line
        else:
            return text


def _edited(sitting: Sitting, command: list[str], copy: Path, line: int) -> str:
    """Return what the copy holds when the editor has come to its end."""
    ended = editor.run(command, copy, line)
    if ended.exit_code:
        how = programs.ending(ended.exit_code)
        raise TimelineError(f"the editor ended with {how}", "nothing was changed")
    if not copy.exists():
        raise TimelineError("the editor took away what it was given", "nothing was changed")
    name = sitting.target.name
    if ended.at_once and prompts.on_terminal() and _text(name, copy) == sitting.start:
        prompts.line("Press Enter when you have saved the file in your editor. ")
    return _text(name, copy)


def _text(name: str, copy: Path) -> str:
    return text_of(name, contents(str(copy)))


def _again(sitting: Sitting, error: TimelineError) -> bool:
    """Show what is wrong; return whether to go on editing, or to throw the text away.

    Raises it where the text is to be kept.
    """
    if not prompts.on_terminal():
        raise error
    streams.remark(str(error))
    answer = prompts.letter(_CHOICE, _ANSWERS, "e")
    if answer == "k":
        message = f"{visible(shown(sitting.target.name))} is as it was"
        raise TimelineError(message)
    return answer == "e"


def _fault(error: TimelineError, name: str) -> int:
    """Return the line of the first problem in the file *name*; 0 where there is none."""
    if not isinstance(error, InvalidFile):
        return 0
    places = (problem.place for problem in error.problems)
    return next((place.line for place in places if place.file == shown(name)), 0)


def _write(sitting: Sitting, text: str) -> None:
    with changing(sitting.target.name) as change:
        if change.text != sitting.before:
            name = quoted(sitting.target.name)
            raise ChangedMeanwhile(f"somebody else has changed {name} while you were editing")
        change.write(text)


def _kept(error: BaseException, sitting: Sitting, copy: Path, path: Path) -> TimelineError:
    """Return *error* with the place of the text, if the person has changed anything."""
    is_ours = isinstance(error, TimelineError)
    if not _untouched(copy, sitting.start):
        aside = shown(str(set_aside(copy, path)))
        message = str(error) if is_ours else "stopped"
        return TimelineError(message, f"your text is in {aside}")
    copy.unlink(missing_ok=True)
    if isinstance(error, TimelineError):
        return error
    return TimelineError("nothing was changed")


def _untouched(copy: Path, start: str) -> bool:
    try:
        return copy.read_bytes() == start.encode()
    except FileNotFoundError:
        return True
    except OSError:
        return False
