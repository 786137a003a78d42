"""GEDCOM 5.5.1 and 7.0: the events of persons and families → events. It is only read."""

from timeline.exchange.gedcom.lines import NotGedcom
from timeline.exchange.gedcom.reading import read

__all__ = ["NotGedcom", "read"]
