"""A question about a new event, and how it is asked until it is answered or skipped."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from timeline.commands.add.answers import Answers
from timeline.commands.add.offers import Ground, offered
from timeline.commands.support import prompts
from timeline.errors import TimelineError
from timeline.query.called import UnknownName

Meaning: TypeAlias = Callable[[str], tuple[str, str]]
"""What was typed → what the option says for it, and a remark; raises `TimelineError`."""


class Question(NamedTuple):
    """What is asked for one option: the *label*, the *known* answers, what one of them means.

    With a *registry*, what is unknown may be added.
    *further* asks for more of an answer, and returns what the option says with it.
    *instead* takes what was typed, or nothing, otherwise, and returns whether that answers it.
    A question that is asked in a way of its own has *own*.
    """

    option: str
    label: str
    means: Meaning
    known: Iterable[str] = ()
    hint: str = ""
    begin: str = ""
    needed: str = ""  # what is said where nothing is typed; "" lets it be skipped
    registry: str = ""
    several: bool = False
    commas: bool = False  # several in one line
    sure: str = ""  # what is asked once more where something else was understood than typed
    further: Callable[[str], str] | None = None
    instead: Callable[[str], bool] | None = None
    own: Callable[[], None] | None = None


def check(question: Question, given: Iterable[str]) -> list[str]:
    """Return a remark on each of what was *given* beforehand and is understood in a way.

    Raises `TimelineError` for what cannot be.
    """
    return [remark for _, remark in map(question.means, given) if remark]


def ask(question: Question, said: Answers, ground: Ground) -> None:
    """Ask *question* until it is answered, or skipped; note in *said* what the option says."""
    if question.hint:
        prompts.hint(question.hint, beside=True)
    if question.own:
        question.own()
        return
    label, known = question.label, list(question.known)
    while True:
        prompt = prompts.labelled(label)
        typed = prompts.line(prompt, known, several=question.commas, begin=question.begin)
        if question.instead and question.instead(typed):
            return
        names = _names(typed, commas=question.commas)
        done = [_noted(question, name, said, ground) for name in names]
        if not names and _is_skipped(question):
            return
        if names and all(done) and not question.several:
            return
        if any(done):
            label = ""


def _is_skipped(question: Question) -> bool:
    """Return whether nothing need be typed; where something must, say so."""
    if not question.needed:
        return True
    prompts.say(question.needed, beside=True)
    return False


def _names(typed: str, *, commas: bool) -> list[str]:
    """Return what is named in a line, with *commas* perhaps several things."""
    names = typed.split(",") if commas else [typed]
    return [name.strip() for name in names if name.strip()]


def _noted(question: Question, typed: str, said: Answers, ground: Ground) -> bool:
    """Note what was typed, and tell how it was understood; return whether it is an answer."""
    meant = _meant(question, typed, said, ground)
    if not meant:
        return False
    if question.sure and meant != typed and not prompts.sure(question.sure, default="y"):
        return False
    if question.further:
        meant = question.further(meant)
    said.note_value(question.option, meant, several=question.several)
    return True


def _meant(question: Question, typed: str, said: Answers, ground: Ground) -> str:
    """Return what the option says for what was typed; "" where that cannot be."""
    try:
        meant, remark = question.means(typed)
    except TimelineError as error:
        unknown = question.registry and isinstance(error, UnknownName)
        if unknown and (new := ground.known(said).new_id(question.registry, typed)):
            return new
        prompts.say(str(error), beside=True)
        return offered(question.registry, typed, said, ground) if unknown else ""
    if remark:
        prompts.say(remark, beside=True)
    return meant
