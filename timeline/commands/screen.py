"""Where answers go: pages on a terminal, whole lines in a pipe, data when asked for.

The one Console is made here, when a page is shown and not before.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from timeline.commands import streams
from timeline.commands.options import Colour, Display, Format
from timeline.rendering.look import UNBROKEN, Look

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# What JSON may hold as it is, but a terminal could obey.
_UNSAFE = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")


class Screen:
    """Standard output, with the form that was chosen for it or that fits it."""

    def __init__(self, display: Display) -> None:
        """Look at *display* and at what standard output is."""
        self._display = display
        always = display.color == Colour.always
        on_page = display.format is None and (sys.stdout.isatty() or always)
        self.format = display.format
        self.is_page = on_page or display.format is Format.table

    @cached_property
    def look(self) -> Look:
        """The width and the signs of a page."""
        return Look(self._console.width, self.ascii)

    @property
    def ascii(self) -> bool:
        """Whether only ASCII signs are wanted, or possible."""
        return self._display.ascii or streams.only_ascii()

    def page(self, *parts: "RenderableType") -> None:
        """Show a page; on a terminal, one that is longer goes through the pager."""
        with self._console.capture() as capture:
            self._console.print(*parts, sep="", soft_wrap=False, crop=False)
        text = capture.get()
        if sys.stdout.isatty() and text.count("\n") >= self._console.height:
            _through_pager(text)
        else:
            streams.write(text)

    def lines(self, lines: Iterable[str]) -> None:
        """Write *lines* whole."""
        for line in lines:
            streams.write(f"{line}\n")

    def json(self, data: Mapping[str, Any]) -> None:
        """Write *data* as one JSON document, indented."""
        streams.write(_safe(msgspec.json.format(msgspec.json.encode(data), indent=2).decode()))
        streams.write("\n")

    def jsonl(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write each of *rows* as a line of JSON."""
        encode = msgspec.json.Encoder().encode
        for row in rows:
            streams.write(f"{_safe(encode(row).decode())}\n")

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console  # noqa: PLC0415  not for lines and data

        return Console(
            width=self._display.width or (None if self.is_page else UNBROKEN),
            force_terminal=True if self._display.color == Colour.always else None,
            no_color=True if self._display.color == Colour.never else None,
            markup=False,
            highlight=False,
            emoji=False,
        )


def _safe(text: str) -> str:
    """Return JSON in which what could do harm, or could not be shown, is escaped."""
    return (_NOT_ASCII if streams.only_ascii() else _UNSAFE).sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _through_pager(text: str) -> None:
    command = shlex.split(os.environ.get("PAGER") or "less")
    if not command or not shutil.which(command[0]):
        streams.write(text)
        return
    environment = {"LESS": "FRX", **os.environ, "LESSCHARSET": "utf-8"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603  the user's own
        try:
            pager.communicate(text.encode(errors="replace"))
        except (BrokenPipeError, KeyboardInterrupt):
            pager.wait()  # it was left before the end
