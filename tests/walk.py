"""Every command that answers with a page, each in its ways: nobody is forgotten on a walk."""

from collections.abc import Mapping

from timeline.commands.support.catalogue import COMMANDS

# What each is asked, of a file with the ids `war`, `landing` and the arcs `north`, `south`.
PAGES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "": ((),),
    "list": ((), ("--by", "known"), ("--brief",), ("year:2018", "--reverse")),
    "show": (("war",), ("war", "landing")),
    "actors": ((), ("war",)),
    "years": ((),),
    "places": ((),),
    "tags": ((),),
    "arcs": ((),),
    "sources": ((), ("--unused",), ("--brief",)),
    "chart": ((), ("--by", "month"), ("--split", "arc"), ("--split", "actor")),
    "lanes": ((), ("--by", "actor"), ("--by", "place", "--fold"), ("--by", "tag")),
    "compare": (
        ("arc:north", "arc:south"),
        ("arc:north", "arc:south", "--align", "war", "landing"),
        ("arc:north", "arc:south", "--brief"),
    ),
    "thread": (("war",), ("landing",), ("--all",)),
    "around": (("war",), ("2018-05",)),
    "on": (("06-01",),),
    "gaps": ((), ("--starts",), ("--brief",)),
    "why": (("war", "(id:war or id:landing) not status:denied", "year:2018"),),
    "cite": ((),),
    "order": (("war", "landing"),),
    "evidence": (("war",), ("war", "landing"), (), ("--sort", "origins")),
    "versions": (("war",),),
}

# These have no page of their own, or one that is walked elsewhere.
OTHERS = {"new", "add", "edit", "remove", "fmt", "check", "diff", "schema"}
OTHERS |= {"export", "import", "help", "config", "save", "cache", "explore"}

WALK = [(name, *rest) for name, ways in PAGES.items() for rest in ways]
"""Each command with its arguments; "" is the overview."""


def everything() -> set[str]:
    """Return the names of all commands of the app."""
    return {name for commands in COMMANDS.values() for name in commands}


def line(walked: tuple[str, ...], *options: str) -> list[str]:
    """Return the arguments of a walked command with *options* that are its own."""
    name, *rest = walked
    return [*filter(None, [name]), *options, *rest]
