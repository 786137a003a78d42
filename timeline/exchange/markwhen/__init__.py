"""Markwhen (`.mw`): lines of dates and titles ⇄ events.

Read and written as @markwhen/parser 1.2.0 understands it; what of it is ours stands in
properties, which markwhen keeps and does not judge.
"""

from timeline.exchange.markwhen.reading import NotMarkwhen, read
from timeline.exchange.markwhen.writing import write

__all__ = ["NotMarkwhen", "read", "write"]
