"""Files as text: read whole or by lines; `saving` writes them whole or not at all."""

from timeline.files.reading import STANDARD_INPUT, Unreadable, lines, read, shown

__all__ = ["STANDARD_INPUT", "Unreadable", "lines", "read", "shown"]
