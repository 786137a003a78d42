"""What docs/explore.md shows of the keys: put in by `make fix`, held by `make check`."""

from timeline.exploring.key import NOTHING
from timeline.exploring.keys import of_pane
from timeline.exploring.legend import PANES, grouped


def tables() -> None:
    """Print the keys of each pane by what they are for: of the later ones what the first lack."""
    told = set()
    for pane, name in {**PANES, NOTHING: "an empty answer"}.items():
        rows = [row for row in of_pane(pane) if row not in told]
        told.update(rows)
        print(f"\n### In {name}{', besides' if len(told) > len(rows) else ''}\n")  # noqa: T201
        print("| | key | what it does |\n| --- | --- | --- |")  # noqa: T201
        for group, some in grouped(rows):
            for at, each in enumerate(some):
                signs = " ".join(f"`{sign}`" for sign in each.signs)
                print(f"| {'' if at else group} | {signs} | {each.words} |")  # noqa: T201
    print()  # noqa: T201
