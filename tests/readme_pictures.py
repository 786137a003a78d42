"""The README's pictures: `make fix` draws them, `make check` says when they are stale."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"

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


def stale() -> list[str]:
    """Return the pictures that the program would draw otherwise today."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        draw(fresh)
        return [
            picture
            for picture in PICTURES
            if not (FOLDER / picture).is_file()
            or (fresh / picture).read_bytes() != (FOLDER / picture).read_bytes()
        ]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if found := stale():
            sys.exit(f"stale pictures: {', '.join(found)}; run make fix")
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        draw(FOLDER)
