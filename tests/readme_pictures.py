"""The README's pictures: `make fix` draws them, `make check` says when they are stale."""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # it is run as a program

from tests.screens import picture  # noqa: E402
from timeline.exploring.ground import Ground  # noqa: E402
from timeline.exploring.seat import Seat  # noqa: E402
from timeline.loading.load import load  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
SCREEN = "explore.svg"

# File → what it shows of the curated timeline.
PICTURES = {
    "list.svg": ["list", "--actor", "russia", "--year", "2019", "--limit", "8"],
    "chart.svg": ["chart", "--split", "arc", "--since", "2024-07"],
    "lanes.svg": ["lanes", "--by", "arc", "--from", "2024-11"],
    "compare.svg": [
        *("compare", "arc:syria-assad", "arc:caribbean-2025"),
        "--align",
        *("fall-of-assad-government-2024", "washington-post-reports-maduro-letter-2025"),
        *("--within", "21d"),
    ],
    "thread.svg": ["thread", "lavrov-denies"],
}


def draw(folder: Path) -> None:
    """Save every picture in *folder*, as a terminal of 100 cells would show it."""
    environment = {**os.environ, "TIMELINE_TODAY": "2026-11-23"}
    environment.pop("TIMELINE_FILE", None)
    for name, command in PICTURES.items():
        options = ("--width", "100", "--save", folder / name, "--force")
        subprocess.run(
            [sys.executable, "-m", "timeline", *command, *options],
            env=environment,
            check=True,
            capture_output=True,
        )
    (folder / SCREEN).write_text(screen(), encoding="utf-8")


def screen() -> str:
    """Return what `explore` shows of the letter of 2025, with the event in focus beside it."""
    os.environ.pop("NO_COLOR", None)
    ground = Ground(load(str(ROOT / "events.yaml")), date(2026, 11, 23).toordinal())
    seat = Seat(query="arc:letter-2025", focus="washington-post-reports-maduro-letter-2025")
    return picture(ground, seat, (130, 32))


def stale() -> list[str]:
    """Return the pictures that the program would draw otherwise today."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        draw(fresh)
        return [
            each
            for each in (*PICTURES, SCREEN)
            if not (FOLDER / each).is_file()
            or (fresh / each).read_bytes() != (FOLDER / each).read_bytes()
        ]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if found := stale():
            sys.exit(f"stale pictures: {', '.join(found)}; run make fix")
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        draw(FOLDER)
