"""Where the curated timeline lies that the program brings along."""

import os
from pathlib import Path


def default_path() -> Path:
    """Return the curated timeline: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    shipped = package / "events.yaml"
    return shipped if shipped.is_file() else package.parent / "events.yaml"


def is_shipped(path: str) -> bool:
    """Return whether the file at *path* is the one inside an installed package."""
    folder = Path(os.path.realpath(path)).parent  # of links in a circle too
    return folder == Path(os.path.realpath(__file__)).parent.parent
