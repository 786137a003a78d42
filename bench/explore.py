"""How soon the screen of `timeline explore` is there, and how soon it answers a key.

    python bench/explore.py

The first row of events, on a pseudo-terminal, beside the whole page of `timeline list` there, in
turn; medians. A key counts until all that it changes has been drawn. While events are looked for
beside the keys, the loop that takes keys is asked again and again whether it is free: the longest
it was not is how long a key would have waited. Of several rounds the quietest counts, for what
else runs on the machine only ever adds. Exit 1 when a budget is exceeded.
"""

import asyncio
import fcntl
import gc
import json
import os
import pty
import re
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.exploring.app import Explorer
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.loading.load import load
from timeline.loading.shipped import default_path

ROUNDS = 7
QUIET = 3  # rounds of which the quietest counts
FIRST_ROW = 2.2  # times the page of `list`
KEYS = ("j", "j", "j", "pagedown", "G", "k", "g", "right_curly_bracket", "full_stop", "plus", "0")
TYPED = "event 7"
MOST = {129: 0.050, 10_000: 0.120}  # seconds from a key to the screen, 95 of 100 times
LARGE = 100_000
BLOCKED = 0.030  # seconds that a key may wait there
_ESCAPES = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]")
_TITLE = "Moscow and Caracas sign"


def main() -> int:
    """Print all figures; return 1 if one is too large."""
    told = [_first_row(), *(_keys(number, most) for number, most in MOST.items()), _large()]
    return int(not all(told))


def _first_row() -> bool:
    page, screen = [], []
    for _ in range(ROUNDS):
        page.append(_until_end("list"))
        screen.append(_until_shown("explore", "--fresh"))
    ratio = statistics.median(screen) / statistics.median(page)
    return _said(
        "first row, beside the page of list", f"{ratio:.2f}", f"{FIRST_ROW}", ratio <= FIRST_ROW
    )


def _keys(number: int, most: float) -> bool:
    ground = _ground(number)
    rounds = [asyncio.run(_pressed(ground)) for _ in range(QUIET)]
    slow = min(statistics.quantiles(taken, n=20)[-1] for taken in rounds)
    return _said(
        f"a key, {number:,} events", f"{slow * 1000:.0f} ms", f"{most * 1000:.0f}", slow <= most
    )


def _large() -> bool:
    longest = min(asyncio.run(_blocked(_ground(LARGE))) for _ in range(QUIET))
    what = f"a key waits, {LARGE:,} events"
    return _said(what, f"{longest * 1000:.0f} ms", f"{BLOCKED * 1000:.0f}", longest <= BLOCKED)


def _said(what: str, figure: str, most: str, is_good: bool) -> bool:  # noqa: FBT001
    print(f"{what:<40}{figure:>10}   at most {most}{'' if is_good else '   too slow'}")
    return is_good


async def _pressed(ground: Ground) -> list[float]:
    """Return how many seconds each key took."""
    async with _played(ground) as app:
        return [await _taken(app, key) for _ in range(5) for key in KEYS]


async def _taken(app: Explorer, key: str) -> float:
    began = time.perf_counter()
    app.press(key)
    await _drawn(app)
    return time.perf_counter() - began


async def _drawn(app: Explorer) -> None:
    """Wait until all is drawn: what scrolls is drawn after what does not."""
    for _ in range(2):
        done = asyncio.Event()
        app.stage.call_after_refresh(done.set)
        await done.wait()


async def _blocked(ground: Ground) -> float:
    """Return how long the loop of the keys was not free at most, while a query is typed."""
    async with _played(ground) as app:
        waited: list[float] = []
        watch = asyncio.create_task(_watch(waited))
        app.press("slash")
        for letter in TYPED:
            app.simulate_key(letter if letter.isalnum() else "space")
            await asyncio.sleep(0.2)
        await asyncio.sleep(3)
        watch.cancel()
        return max(waited)


async def _watch(waited: list[float]) -> None:
    step = 0.002
    while True:
        began = time.perf_counter()
        await asyncio.sleep(step)
        waited.append(time.perf_counter() - began - step)


@asynccontextmanager
async def _played(ground: Ground) -> AsyncIterator[Explorer]:
    app = Explorer(ground, Seat())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        yield app


def _ground(number: int) -> Ground:
    """Return the ground of so many events, as the command has it; of few the curated ones."""
    found = _read(number)
    gc.collect()
    gc.freeze()
    return found


def _read(number: int) -> Ground:
    today = date(2026, 1, 1).toordinal()
    if number < 1000:  # noqa: PLR2004  as many as are curated, or nearly so
        return Ground(load(str(default_path()), today=today), today)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        path.write_text("".join(f"{json.dumps(_event(at))}\n" for at in range(number)))
        return Ground(load(str(path), today=today), today)


def _event(at: int) -> dict[str, object]:
    day = date.fromordinal(date(1900, 1, 1).toordinal() + at % 40_000)
    return {"id": f"event-{at}", "date": day.isoformat(), "title": f"Event {at} of a long story"}


def _until_end(*words: str) -> float:
    """Return the seconds until the command of *words* has ended."""
    process, end, began = _started(words)
    while _more(end):
        pass
    process.wait()
    os.close(end)
    return time.perf_counter() - began


def _until_shown(*words: str) -> float:
    """Return the seconds until the first event stands on the screen."""
    process, end, began = _started(words)
    seen = ""
    while _TITLE not in seen and (more := _more(end)):
        seen = _ESCAPES.sub("", seen + more.decode(errors="replace"))
    taken = time.perf_counter() - began
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.close(end)
    return taken


def _started(words: Sequence[str]) -> tuple[subprocess.Popen[bytes], int, float]:
    """Start a command of *words* on a terminal; return it, the terminal, and when that was."""
    end, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "PAGER": "cat"}
    began = time.perf_counter()
    command = [sys.executable, "-m", "timeline", *words]
    process = subprocess.Popen(
        command, stdin=other, stdout=other, stderr=other, cwd=ROOT, env=environment
    )
    os.close(other)
    return process, end, began


def _more(end: int) -> bytes:
    """Return what else stands on the terminal; nothing when its program has ended."""
    try:
        return os.read(end, 65_536)
    except OSError:
        return b""


if __name__ == "__main__":
    sys.exit(main())
