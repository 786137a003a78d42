"""The commands: options in, one call for each room they need, an answer shown."""

import gc

from timeline.commands import overview, streams
from timeline.commands.app import app

__all__ = ["app", "main", "overview"]


def main() -> None:
    """Run `timeline`: the console script, `python -m timeline` and `python cli.py`.

    The program ends after one answer, so that collecting garbage on the way, and
    walking everything once more at the end, is time for nothing: `bench/start.py`
    shows a sixth of the run.
    """
    gc.disable()
    streams.prepare()
    try:
        app(prog_name="timeline")
    finally:
        gc.freeze()
