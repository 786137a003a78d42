"""A screen without a terminal: keys are pressed, and what stands there is looked at."""

import asyncio
from datetime import date
from typing import NamedTuple

import pytest
from textual import _wait

from timeline.exploring.app import Explorer
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat

TODAY = date(2026, 11, 23).toordinal()

_SHORT = 1 / 200  # seconds after which it is looked whether a key is still being heeded
_PATIENCE = 400  # looks at the screen; a test that waits so long has failed


class Played(NamedTuple):
    """What is there after some keys: the screen, its lines, and what was said last."""

    app: Explorer
    lines: list[str]
    said: str

    @property
    def seat(self) -> Seat:
        """The seat that the keys have led to."""
        return self.app.seat

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)


@pytest.fixture(name="ground")
def _ground(small):
    """Return the small timeline to stand on."""
    return Ground(small, TODAY)


@pytest.fixture(name="play")
def _play(ground):
    """Press keys on the small timeline, and return what is there then."""

    def play(*keys, size=(100, 30), seat=None, on=None, outside=None, fault=None, **acted):
        app = Explorer(on or ground, seat or Seat(), outside, fault)
        return asyncio.run(_played(app, keys, size, **acted))

    return play


@pytest.fixture(name="press")
def _press(ground):
    """Press keys on the small timeline with nothing drawn, which takes a hundred times as long.

    Return the program: where it is, and what it said last.
    """

    def press(*keys, seat=None, outside=None):
        app = Explorer(ground, seat or Seat(), outside)
        for key in keys:
            app.press(key)
        return app

    return press


async def _played(app, keys, size, click=None, then=None, until=""):
    """Press *keys*, *then* do something; wait for what is to appear *until* it does."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        if click:
            await pilot.click(click[0], offset=click[1])
        await _pressed(pilot, keys)
        await pilot.pause()
        if then:
            then(app)
            await pilot.pause()
        lines = _lines(app)
        for _ in range(_PATIENCE):
            if until in "\n".join(lines):
                break
            await asyncio.sleep(0.05)
            lines = _lines(app)
        return Played(app, lines, app.last_said)


async def _pressed(pilot, keys):
    """Press *keys*; after the last one as much is waited for as Textual does, and all is drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_wait, "SLEEP_GRANULARITY", _SHORT)
        await pilot.press(*keys[:-1])
    await pilot.press(*keys[-1:])


def _lines(app):
    """Return what a terminal would show."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001  there is no door to it
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]
