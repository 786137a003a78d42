"""What is taken out of the screen: copies, and the page of a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.exploring import copies
from timeline.exploring.copies import COPIES, Copy
from timeline.exploring.desk import Desk
from timeline.exploring.seat import CannotAct
from timeline.exploring.widgets.chooser import Choice, Chooser

_LONGEST: Final = 70_000  # bytes that every terminal takes at once
_DEAF: Final = {"linux", "dumb", "ansi", "vt100", "vt220"}
"""Terminals that have no clipboard to be put in."""


def copy(desk: Desk) -> None:
    """Ask what is to be copied, and copy it."""
    choices = [Choice(each.key, each.what) for each in COPIES]

    def chosen(place: int | None) -> None:
        if place is not None:
            desk.attempt(lambda desk: _copied(desk, COPIES[place]))

    title = f"Copy of {copies.whose(desk.seat)}"
    desk.push(Chooser(title, choices, desk.look), chosen)


def _copied(desk: Desk, wanted: Copy) -> None:
    """Put a text in the clipboard of the terminal; where that takes none, in a file."""
    text = wanted.text(desk.seat, desk.ground)
    what = f"{wanted.what} of {copies.whose(desk.seat)}"
    if wanted.key == "$":
        what = wanted.what
    if takes_copies(desk.environment) and len(text.encode()) <= _LONGEST:
        desk.copy(text)
        desk.say(f"copied: {what}")
    else:
        desk.say(f"this terminal takes no copy: {what} is in {desk.outside.keep(text)}")


def takes_copies(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal of an *environment* may be told what to copy (OSC 52)."""
    is_apple = environment.get("TERM_PROGRAM") == "Apple_Terminal"
    return not is_apple and environment.get("TERM", "dumb") not in _DEAF


def open_source(desk: Desk) -> None:
    """Open the page of a source in the browser; of several, the one that is chosen."""
    found = copies.addresses(desk.seat, desk.ground)
    if not found:
        raise CannotAct("no source of it has an address in the web")
    if len(found) == 1:
        _open(desk, found[0])
        return

    def chosen(place: int | None) -> None:
        if place is not None:
            _open(desk, found[place])

    numbered = [Choice(str(at), url) for at, url in enumerate(found, 1)]
    desk.push(Chooser("Which source?", numbered, desk.look), chosen)


def _open(desk: Desk, url: str) -> None:
    desk.open_url(url)
    desk.say(f"opened: {url}")
