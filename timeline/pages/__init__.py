"""Answers drawn with Rich: a page is returned, and printed by whoever asked for it."""
