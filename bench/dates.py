"""Dates per second: our parser against the `edtf` package, on the same texts.

Run `python bench/dates.py`. Both read the same distinct texts once, which both
accept, and work out their first and last day; no memo can answer for either.
Exits 1 if we are not `FLOOR` times as fast.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import edtf

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from timeline.edtf import iso, parse

FLOOR: Final = 500
GENERATED: Final = 1_000  # they read a hundred or so in a second
BATCH: Final = 100


def generated(count: int) -> list[str]:
    """Return *count* texts as in a curated file: days most of all, then vaguer ones."""
    chance = random.Random(2019)  # noqa: S311 - the same texts in every run
    texts = []
    for _ in range(count):
        first = chance.randrange(700_000, 739_000)
        day, later = iso(first), iso(first + chance.randrange(400, 4_000))
        month, year = day[:7], day[:4]
        forms = [day, day, day, month, month, year, f"{day}%", f"{month}~", f"{year}?"]
        forms += [f"{year[:3]}X", f"{month}-XX", f"{year}/{later[:4]}", f"{day}/{later}"]
        forms += [f"{month}/..", f"[{day},{later}]"]
        texts.append(chance.choice(forms))
    return texts


def their_bounds(text: str) -> None:
    """Read a text with the `edtf` package, and both its bounds."""
    date = edtf.parse_edtf(text)
    date.lower_strict()
    date.upper_strict()


def common_texts() -> list[str]:
    """Return distinct texts that both accept: the specification's, then generated ones."""
    cases = json.loads((ROOT / "tests/edtf/spec-cases.json").read_text("utf-8"))["cases"]
    # The one printed example that makes the package crash.
    printed = [case["edtf"] for case in cases if case["edtf"] != "1984-1X"]
    return list(dict.fromkeys(printed + generated(GENERATED)))


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Return how long it takes to read *texts*, in seconds."""
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def main() -> None:
    """Print both rates and their ratio, each the median batch's; fail below the floor."""
    texts = common_texts()
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    # Batch by batch in turn, so that a busy machine slows both alike.
    times = [(len(b), seconds(parse, b), seconds(their_bounds, b)) for b in batches]
    ratio = median(theirs / ours for _, ours, theirs in times)
    print(f"{len(texts):,} distinct texts, parsed with both bounds")
    print(f"timeline  {median(n / ours for n, ours, _ in times):>10,.0f} dates a second")
    print(f"edtf      {median(n / theirs for n, _, theirs in times):>10,.0f} dates a second")
    print(f"ratio     {ratio:>10,.0f} (floor {FLOOR})")
    if ratio < FLOOR:
        sys.exit(f"We read dates {ratio:,.0f} times as fast as edtf; it has to be {FLOOR} times.")


if __name__ == "__main__":
    main()
