"""`timeline remove`: events out of an event file, if nothing that stays points at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from timeline import phrases
from timeline.commands import INTERRUPTED
from timeline.commands.support import command_line, difference, named, prompts, streams
from timeline.commands.support import target as targets
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Origin, event_id
from timeline.editing import events as editing
from timeline.editing import lines
from timeline.errors import TimelineError, UsageError
from timeline.files import change as changes
from timeline.files import content
from timeline.loading import load
from timeline.model import records
from timeline.model import timeline as timelines
from timeline.text import counted, visible

_MOST = 8  # links named in a message


class _Leaving(NamedTuple):
    """The events that are to go, the file in which they stand, its text and what that holds."""

    target: targets.Target
    events: Sequence[records.Event]
    text: str
    timeline: timelines.Timeline

    @property
    def name(self) -> str:
        """What the file is called."""
        return visible(content.shown(self.target.name))

    @property
    def ids(self) -> Sequence[str]:
        return [event.id for event in self.events]


@takes_families
def remove(
    origin: Origin,
    ids: Annotated[list[str], event_id("EVENT...")],
    yes: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--yes", "-y", help="Do not ask.")
    ] = False,
    dry_run: Annotated[  # noqa: FBT002  likewise
        bool, typer.Option("--dry-run", help="Show the difference only.")
    ] = False,
) -> None:
    """Take events out of an event file, with their comments; the rest stays as it is.

    Not while links of other events point at them.
    """
    today = phrases.today(origin.today)
    leaving = _leaving(origin.file, ids, today)
    after = _without(leaving, today)
    if dry_run:
        difference.show(leaving.target.name, leaving.text, after)
        return
    if not yes:
        _ask(leaving)
    _remove(leaving, after, today)


def _leaving(given: Sequence[str] | None, names: Sequence[str], today: int) -> _Leaving:
    """Return the events that *names* mean; raises `UsageError` where their file is not one."""
    files = targets.files_to_change(given)
    for each in files:
        targets.refuse_missing(each)
    texts = load.texts(*files)
    timeline = load.load(*files, today=today, instead=texts)
    events = list(dict.fromkeys(named.events(names, timeline, today)))
    places = {event.place.file for event in events}
    if len(places) > 1:
        hint = "remove those of each file in a run of its own"
        raise UsageError(f"these events stand in {len(places)} files", hint)
    name = next(each for each in files if content.shown(each) in places)
    return _Leaving(targets.target(files, name), events, texts[name], timeline)


def _without(leaving: _Leaving, today: int) -> str:
    """Return the text of the file without the events.

    Raises `UsageError` where links point at them, `CannotEdit` where they cannot be taken
    out without changing more.
    """
    _refuse_links(leaving)
    after, told = leaving.text, leaving.target.told(leaving.timeline)
    for id_ in leaving.ids:
        after = editing.without_event(after, id_, told)
        told = [each for each in told if each.id != id_]
    _refuse_other_changes(leaving, after, today)
    return after


def _refuse_links(leaving: _Leaving) -> None:
    """Refuse while an event that stays has a link to one that goes; all of them are named."""
    links = list(_staying_links(leaving))
    if not links:
        return
    what = "it" if len(leaving.ids) == 1 else "them"
    one = f"a link of an event that stays points at {what}:"
    many = f"links of events that stay point at {what}:"
    message = one if len(links) == 1 else many
    shown = links[:_MOST]
    if len(links) > _MOST:
        shown.append(f"  and {len(links) - _MOST} more")
    first = links[0].split()[0]
    edit = command_line.command("edit", *command_line.argument(first), files=leaving.target.files)
    hint = f"take the link out first: `{edit}`, or remove that event too"
    raise UsageError("\n".join([message, *shown]), hint)


def _staying_links(leaving: _Leaving) -> Iterator[str]:
    """Yield each link of an event that stays to one that goes, as a line."""
    timeline = leaving.timeline
    for id_ in leaving.ids:
        for type_, other in timeline.links_to(timeline.get(id_)):
            if other.id not in leaving.ids:
                yield f"  {visible(other.id)} {type_} {visible(id_)}"


def _refuse_other_changes(leaving: _Leaving, text: str, today: int) -> None:
    """Refuse a text that does not say what was said before, but for these events."""
    before = leaving.timeline
    try:
        after = leaving.target.holds(text, today)
    except TimelineError as error:
        if not difference.events_but(before, leaving.ids):
            hint = "delete the file, or let it begin with `events:`, a list below that"
            raise UsageError(f"{leaving.name} has no other event", hint) from error
        message = f"{leaving.name} would not load without this:\n{error}"
        raise TimelineError(message, "nothing was written") from error
    ids = leaving.ids
    if difference.events_but(before, ids) != difference.events_but(after, ()):
        hint = "take it out by hand: an anchor, or an event without an id, stands in the way"
        raise lines.CannotEdit("it cannot be taken out without changing other events", hint)


def _ask(leaving: _Leaving) -> None:
    """Show what would go; leave where it shall not, or where nobody can be asked."""
    if not prompts.on_terminal():
        hint = "add --yes to remove without being asked, --dry-run to see what would change"
        raise UsageError("there is no terminal to ask on", hint)
    for event in leaving.events:
        date = event.date.describe(ascii=streams.only_ascii())
        prompts.say(prompts.dotted(date, event.title))
        prompts.hint(f"  {visible(event.id)}, {leaving.name}:{event.place.line}")
    what = "it" if len(leaving.ids) == 1 else f"these {counted(len(leaving.ids), 'event')}"
    answers = {"y": "yes", "n": "no"}
    try:
        sure = prompts.letter(f"\nRemove {what}? [y/N] ", answers, "n") == "y"
    except prompts.Stopped:
        sure = False
    if not sure:
        streams.remark(f"Nothing was removed; {leaving.name} is as it was.")
        raise typer.Exit(INTERRUPTED)


def _remove(leaving: _Leaving, after: str, today: int) -> None:
    """Let the file hold *after*, or what it holds by now without the events, and say so."""
    with changes.changing(leaving.target.name) as change:
        if change.text != leaving.text:
            timeline = leaving.target.holds(change.text, today)
            after = _without(leaving._replace(text=change.text, timeline=timeline), today)
        change.write(after)
    for id_ in leaving.ids:
        streams.remark(f"removed {visible(id_)} from {leaving.name}")
