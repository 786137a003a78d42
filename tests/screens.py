"""The screen of `timeline explore` as a picture: keys are pressed, and what it shows is drawn."""

import asyncio

from timeline.exploring.app import Explorer
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.pages import saved


def picture(ground: Ground, seat: Seat, size: tuple[int, int], keys: tuple[str, ...] = ()) -> str:
    """Return the screen at *seat*, after *keys*, as SVG; the colours are those of our pictures."""
    return saved.svg(asyncio.run(_lines(Explorer(ground, seat), size, keys)))


async def _lines(app: Explorer, size: tuple[int, int], keys: tuple[str, ...]) -> saved.Lines:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        for _ in range(3):  # what scrolls is drawn after what does not
            await pilot.pause()
        return [list(strip) for strip in app.screen._compositor.render_strips()]  # noqa: SLF001
