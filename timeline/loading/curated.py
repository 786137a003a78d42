"""Where the curated timeline lies."""

from pathlib import Path


def default_path() -> Path:
    """Return the curated timeline: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    shipped = package / "events.yaml"
    return shipped if shipped.is_file() else package.parent / "events.yaml"
