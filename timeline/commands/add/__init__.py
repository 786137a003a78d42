"""`timeline add`: a new event, by options or by asking step by step."""

from timeline import phrases
from timeline.commands.add import doubts, steps, text
from timeline.commands.add.answers import Answers, Manner
from timeline.commands.support import prompts
from timeline.commands.support import target as targets
from timeline.commands.support.options import Origin, takes_families
from timeline.errors import UsageError
from timeline.text import enumerated


@takes_families
def add(said: Answers, manner: Manner, origin: Origin) -> None:
    """Add an event, in its place and in the style of the file; without date or title, it asks."""
    target = targets.target(origin.file, manner.into)
    today = phrases.today(origin.today)
    if not (said.missing() or manner.ask):
        sure = manner.yes or (prompts.on_terminal() and not manner.dry_run)
        if sure and not manner.yes:
            doubts.settle(target, text.held(target, today), said, today)
        text.add(target, said, today, dry_run=manner.dry_run, sure=sure)
    elif prompts.on_terminal():
        steps.add(target, said, today, dry_run=manner.dry_run)
    else:
        raise UsageError(
            f"there is no {enumerated(said.missing(), 'and no') or 'terminal to ask on'}",
            "write --date 2025-10 --title 'What happened'; on a terminal you are asked",
        )
