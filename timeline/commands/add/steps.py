"""`timeline add`, step by step: the questions, the event as it will stand, the last word."""

import shlex
from collections.abc import Iterator
from dataclasses import replace

import typer

from timeline import phrases
from timeline.commands.add import text
from timeline.commands.add.answers import Answers
from timeline.commands.add.doubts import there_is, twin_of
from timeline.commands.add.offers import Ground
from timeline.commands.add.question import ask, check
from timeline.commands.add.questions import questions
from timeline.commands.add.text import Addition
from timeline.commands.support import prompts, session, streams
from timeline.commands.support.target import Target
from timeline.errors import TimelineError
from timeline.files.content import shown
from timeline.text import counted, visible

_ADD = {"y": "yes", "n": "no", "e": "edit"}
_STOPPED = 130  # as for every program that is interrupted


def add(target: Target, said: Answers, today: int, *, dry_run: bool = False) -> None:
    """Ask for what *said* leaves open, show the event, and add it if that is wanted.

    Whoever stops finds the file as it was, and is told how to say again what was said.
    Raises what `text.add` does.
    """
    try:
        _ask(target, said, today)
        if dry_run or _wanted(target, said, today):
            text.add(target, said, today, dry_run=dry_run)
    except prompts.Stopped:
        _tell_how_to_go_on(target, said)
        raise typer.Exit(_STOPPED) from None
    except TimelineError:
        _tell_how_to_go_on(target, said)
        raise


def _ask(target: Target, said: Answers, today: int) -> None:
    timeline = text.held(target, today)
    name = visible(shown(target.name))
    prompts.say(f"A new event in {name}, which has {counted(len(timeline), 'event')}.")
    prompts.opening(
        "Enter skips what may be left out, Tab completes, Ctrl-C leaves the file as it is."
    )
    given, ground = replace(said), Ground(timeline, today)
    for question in questions(said, ground):
        if values := given.said(question.option):
            for remark in check(question, values):
                prompts.say(f"{prompts.labelled(question.label)}{remark}")
        elif not given.said(f"new_{question.option}"):
            ask(question, said, ground)


def _wanted(target: Target, said: Answers, today: int) -> bool:
    """Show what would be added; return whether it is to be, as it is."""
    added = text.addition(target, text.text_of(target), said, today)
    for line in _preview(target, added):
        prompts.say(line)
    if twin := twin_of(text.held(target, today), said.title or "", phrases.to_when(added.date)):
        prompts.say(f"\n{there_is(twin)}")
    answer = prompts.letter("\nAdd it? [Y]es, [n]o, [e]dit it first: ", _ADD, "y")
    if answer == "n":
        raise prompts.Stopped
    if answer == "e":
        _edit(target, added, today)
    return answer == "y"


def _edit(target: Target, added: Addition, today: int) -> None:
    """Let the person edit the file with the event in it."""
    sitting = session.Sitting(target, added.before, added.after, today)
    changed = session.hold(sitting, added.line)
    name = visible(shown(target.name))
    if changed:
        streams.remark(f"saved {name}")
    else:
        streams.remark(f"{name} is as it was")


def _preview(target: Target, added: Addition) -> Iterator[str]:
    """Yield the lines that are new, each piece under its place in the file."""
    for piece in added.pieces:
        yield f"\n{visible(shown(target.name))}:{piece.line}"
        yield from map(visible, piece.lines)


def _tell_how_to_go_on(target: Target, said: Answers) -> None:
    """Say that the file is as it was, and the command that says again what was said."""
    streams.remark(f"Nothing was added; {visible(shown(target.name))} is as it was.")
    answers = list(said.arguments())
    if answers:
        words = ["timeline", "add", "--ask", *_which_file(target), *answers]
        streams.remark(f"To go on from here:\n  {visible(shlex.join(words))}")


def _which_file(target: Target) -> list[str]:
    """Return the options that lead to the same file."""
    options = [each for name in target.files for each in ("-f", name)]
    if len(target.files) > 1:
        options += ["--into", target.name]
    return options
