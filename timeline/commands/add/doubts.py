"""What is asked before an event is written that options describe: what another reader may doubt."""

import typer

from timeline import phrases
from timeline.commands import INTERRUPTED
from timeline.commands.add.answers import Answers
from timeline.commands.support import prompts, streams
from timeline.commands.support.command_line import argument, command
from timeline.commands.support.target import Target
from timeline.edtf import When
from timeline.errors import UsageError
from timeline.files.content import shown
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.phrases.limits import is_plain, limits
from timeline.text import fold, visible


def settle(target: Target, timeline: Timeline, said: Answers, today: int) -> None:
    """Ask whether the date is meant as it was read, and whether this is not an event told already.

    Leaves where somebody says no. A date in EDTF, a year, a month and a day are no question,
    nor is one that is left out.
    """
    if not said.date:
        return
    when = phrases.to_when(said.date, today)
    if twin := twin_of(timeline, said.title or "", when):
        prompts.say(there_is(twin))
        _leave_unless(target, "Add another one? [y/N] ", "n")
    if when.text != said.date.strip() and not is_plain(when):
        prompts.say(in_words(when))
        _leave_unless(target, "Is that the date? [Y/n] ", "y")


def twin_of(timeline: Timeline, title: str, when: When) -> Event | None:
    """Return the event that has this date and title already; case and accents do not count."""
    named = fold(" ".join(title.split()))
    same = (each for each in timeline if each.date == when and fold(each.title) == named)
    return next(same, None)


def refuse_twin(target: Target, timeline: Timeline, title: str, when: When) -> None:
    """Refuse what may be told already, with how to add it all the same; raises `UsageError`."""
    twin = twin_of(timeline, title, when)
    if not twin:
        return
    show = command("show", *argument(twin.id), files=target.files)
    hint = "add --yes if it is another one"
    raise UsageError(there_is(twin), f"`{show}` shows it; {hint}" if show else hint)


def there_is(twin: Event) -> str:
    """Return what is said of an event that has the date and the title of a new one."""
    return f"there is an event of that date and title already: {visible(twin.id)}"


def in_words(when: When) -> str:
    """Return how a date was understood, what stands in the file, and what is certain of it."""
    ascii_only = streams.only_ascii()
    words = when.describe(long=True, ascii=ascii_only)
    if words != when.text:
        words = f"{words} ({when.text})"
    certain = "" if words.startswith("some ") else limits(when, ascii=ascii_only)
    return f"{words}, {certain}" if certain else words


def _leave_unless(target: Target, prompt: str, default: str) -> None:
    """Ask; leave the file as it is where the answer is no."""
    try:
        if prompts.letter(prompt, {"y": "yes", "n": "no"}, default) == "y":
            return
    except prompts.Stopped:
        pass
    streams.remark(f"Nothing was added; {visible(shown(target.name))} is as it was.")
    raise typer.Exit(INTERRUPTED)
