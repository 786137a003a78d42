"""What hints tell people to write: it is taken at its word, and typed."""

import re


def advised(hint):
    """Return what a hint says to write, each apart; nothing where it gives a rule alone."""
    found = re.search(r"\bas in (.+)", hint)
    found = found or re.search(
        r"\b(?:write|add the year:|did you mean)(?: for example)? (.+)", hint
    )
    if not found:
        return []
    # What stands behind a date says what it is for, or begins another sentence.
    text = found[1].split("? ")[0]
    pieces = re.split(r",? or (?!earlier|later)|, (?=\S)", text)
    bare = [re.sub(r" (?:for|without) .+| \(.+\)|\?$", "", piece).strip("'`") for piece in pieces]
    return [piece for piece in bare if re.search(r"[\dX]|today", piece)]
