"""What the screen asks of the rest: files are read, commands are run, texts are kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Final

from timeline.commands.explore import state
from timeline.commands.support import app, catalogue, ends, files, prompts
from timeline.exploring.ground import Ground
from timeline.indexing import stamps
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports import check as reports
from timeline.views.check import FindingView

_ASKING: Final = {"add", "edit", "remove", "new", "import", "export", "config", "explore"}
"""Commands that ask, or write files: they are given the terminal."""
_FORMATS: Final = ("-o", "--format")


class Outside:
    """The files at *paths*, and the commands of the program about them."""

    def __init__(
        self,
        paths: Sequence[str],
        today: int,
        origin: Sequence[str],
        stand: Callable[[Timeline], Ground],
    ) -> None:
        """Know the *paths*, and by which options a command finds them too.

        *stand* makes the ground of the timeline that they hold.
        """
        self._paths = tuple(paths)
        self._today = today
        self._origin = tuple(origin)
        self._stand = stand
        self._stamps: tuple[stamps.Stamp, ...] = ()

    def ground(self) -> Ground:
        """Return what the files hold now; raises what loading them does."""
        self._stamps = stamps.stamps(self._paths)  # before: what changes meanwhile is seen
        return self._stand(files.opened(self._paths, self._today, silent=True))

    def has_changed(self) -> bool:
        """Return whether a file is another one than when it was read last."""
        return stamps.stamps(self._paths) != self._stamps

    def keeps_screen(self, words: Sequence[str]) -> bool:
        """Return whether the command of *words* asks nothing and writes no file."""
        return not _ASKING.intersection(words[:1])

    def written(self, words: Sequence[str], width: int) -> str:
        """Return all that the command of *words* writes, as a page where it has one."""
        ended = subprocess.run(  # noqa: S603  the program itself
            [*_PROGRAM, *self._origin, *_as_page(words, width)],
            env={**os.environ, "COLUMNS": str(width), "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return ended.stdout.decode(errors="replace")

    def run(self, words: Sequence[str]) -> None:
        """Run the command of *words* on the terminal; what went wrong there waits to be read."""
        exit_code, told = ends.waited_for([*_PROGRAM, *self._origin, *words])
        if exit_code and not told:
            prompts.line("Press Enter to go back. ")

    def findings(self, event: Event) -> str:
        """Return what `check` finds about *event*, notes among it; "" where that is nothing."""
        asked = reports.Asked((), (), strict=False, notes=True)
        found = reports.judge(self._paths, None, asked)
        about = [
            problem
            for problem in found.problems
            if problem.spot and (problem.spot.registry, problem.spot.id) == ("events", event.id)
        ]
        found = reports.Judgement(found.examination, about)
        return "\n".join(report for _, report in FindingView(found).reports)

    def keep(self, text: str) -> str:
        """Write *text* where it can be fetched from, and return the path."""
        return state.keep(text)


_PROGRAM: Final = (sys.executable, "-m", "timeline")


def _as_page(words: Sequence[str], width: int) -> Sequence[str]:
    """Return *words* with what makes the command draw a page, where it can."""
    name = words[0] if words else ""
    if name not in catalogue.entries() or any(word.startswith(_FORMATS) for word in words):
        return words
    options = {option for param in app.command(name).params for option in param.opts}
    if not {"--format", "--width", "--color"} <= options:
        return words
    drawn = ("--format", "table", "--width", str(width), "--color", "always")
    return (name, *drawn, *words[1:])
