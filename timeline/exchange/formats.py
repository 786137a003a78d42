"""The formats: what each is called, by which endings it is known, and who reads or writes it.

A module is imported when its format is asked for.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

from timeline.exchange.export import Writer
from timeline.exchange.importing import Reader

# name → (module, function)
READERS: Final[Mapping[str, tuple[str, str]]] = {}
WRITERS: Final[Mapping[str, tuple[str, str]]] = {}


def reader(name: str) -> Reader:
    """Return what reads the format *name*, one of `READERS`."""
    return cast(Reader, _found(*READERS[name]))


def writer(name: str) -> Writer:
    """Return what writes the format *name*, one of `WRITERS`."""
    return cast(Writer, _found(*WRITERS[name]))


def _found(module: str, function: str) -> object:
    return getattr(import_module(f"timeline.exchange.{module}"), function)
