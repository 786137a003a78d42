"""Explore cited chronologies in a terminal, or from Python.

`timeline.load(*paths)` returns a `Timeline`; without paths, the curated one.
"""

from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "load"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  as the language defines it
    """Load what is heavy when it is asked for: the command line starts without it."""
    if name == "load":
        from timeline.loading import load  # noqa: PLC0415

        return load
    raise AttributeError(f"module 'timeline' has no attribute '{name}'")
