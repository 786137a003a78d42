"""`timeline add`: a new event, by options or by asking step by step."""

from __future__ import annotations

from timeline import phrases
from timeline.commands.add import doubts, steps, text
from timeline.commands.add.answers import Answers, Manner
from timeline.commands.support import prompts
from timeline.commands.support import target as targets
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Origin
from timeline.errors import UsageError
from timeline.text import enumerated


@takes_families
def add(said: Answers, manner: Manner, origin: Origin) -> None:
    """Add an event, in its place and in the style of the file; without date or title, it asks.

    A value of one key among several that has a comma and a key in it stands in double quotes:
    --account 'mayor,says="It rained, note=none"'
    """
    target = targets.target(origin.file, manner.into)
    today = phrases.today(origin.today)
    said = said.with_links()
    if not (said.missing() or manner.ask):
        _add(target, said, manner, today)
    elif prompts.on_terminal():
        steps.add(target, said, today, dry_run=manner.dry_run)
    else:
        raise _unasked(said)


def _add(target: targets.Target, said: Answers, manner: Manner, today: int) -> None:
    """Add what options say in full; what another reader may doubt of it is asked on a terminal."""
    asks = prompts.on_terminal() and not (manner.yes or manner.dry_run)
    if asks:
        doubts.settle(target, text.held(target, today), said, today)
    sure = manner.yes or (asks and bool(said.date))
    text.add(target, said, today, dry_run=manner.dry_run, sure=sure)


def _unasked(said: Answers) -> UsageError:
    """Return the refusal of what would have to be asked, where nobody can be."""
    missing = said.missing()
    hint = "write --date 2025-10 --title 'What happened'; on a terminal you are asked"
    if "--date" in missing:
        hint += "\nwhere no date is known, say its order: --after ID, --before ID or --during ID"
    return UsageError(f"there is no {enumerated(missing, 'and no') or 'terminal to ask on'}", hint)
