"""The commands by what a person is doing, and the topics of help: each with a few words.

Help, completion, the manual and the page for programs read them here. No command is loaded for
that: each takes about a millisecond, and there are many.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its module in `timeline.commands`, its function there, what it shows or does."""

    module: str
    function: str
    words: str


COMMANDS: Mapping[str, Mapping[str, Entry]] = {
    "Read": {
        "list": Entry("list", "list_events", "the events, in order"),
        "show": Entry("show", "show", "all about one event"),
        "actors": Entry("counts", "count_actors", "who, and how often"),
        "years": Entry("counts", "count_years", "how many each year"),
        "places": Entry("counts", "count_places", "where, how often"),
        "tags": Entry("counts", "count_tags", "words to filter by"),
        "arcs": Entry("counts", "count_arcs", "the threads of the story"),
        "sources": Entry("sources", "count_sources", "what the events rest on"),
    },
    "See": {
        "chart": Entry("chart", "chart", "how many, over time"),
        "lanes": Entry("lanes", "lanes", "side by side, to scale"),
        "compare": Entry("compare", "compare", "two queries side by side"),
        "thread": Entry("thread", "thread", "what an event led to"),
    },
    "Follow": {
        "around": Entry("around", "around", "what was near an event"),
        "on": Entry("on", "on_day", "this day in every year"),
        "gaps": Entry("gaps", "gaps", "the longest silences"),
        "why": Entry("why", "why", "why an event is found"),
        "cite": Entry("cite", "cite", "a bibliography"),
        "explore": Entry("explore", "explore", "all of it on a screen"),
    },
    "Weigh": {
        "evidence": Entry("evidence", "evidence", "who told it first"),
        "versions": Entry("versions", "versions", "who tells it how"),
        "order": Entry("order", "order", "what came first, and why"),
    },
    "Curate": {
        "new": Entry("new", "new", "begin a file of your own"),
        "add": Entry("add", "add", "add an event"),
        "edit": Entry("edit", "edit", "change an event"),
        "remove": Entry("remove", "remove", "take an event out"),
        "fmt": Entry("fmt", "fmt", "put a file in good order"),
        "check": Entry("check", "check", "find what is wrong"),
        "diff": Entry("diff", "diff", "what has changed"),
        "schema": Entry("schema", "schema", "help for your editor"),
    },
    "Exchange": {
        "export": Entry("export", "export", "to another format"),
        "import": Entry("import_", "import_file", "from another format"),
    },
    "Settings": {
        "config": Entry("config", "config", "what is set, and where"),
        "save": Entry("save", "save", "a query by a name"),
        "cache": Entry("cache", "cache", "copies kept for speed"),
    },
    "Help": {
        "help": Entry("help", "show_help", "on a command or a topic"),
    },
}
"""The page of the program shows them so, two in a line of 80 columns, and fits a screen.

A new command is a line in its group, where people would look for it. The groups are, in this
order: Read, See, Follow, Weigh, Explore, Curate, Exchange, Settings, Help. A name has at most
`MOST_NAME` letters and its words `MOST_WORDS`, or they would not stand in a cell; an odd number
of commands leaves a cell free. What several commands do alike is one line of `TOGETHER`.
"""

MOST_NAME, MOST_WORDS = 8, 24

TOGETHER: Mapping[tuple[str, ...], str] = {
    ("actors", "years", "places", "tags", "arcs", "sources"): "what there is, and how often",
}
"""Commands that share a line of that page, and what is said of them all."""

ALONE = ("overview", "overview")
"""What is run without the name of a command."""

TOPICS: Mapping[str, str] = {
    "query": "what a question may say",
    "queries": "those that are saved",
    "dates": "how dates are written, and what they mean",
    "options": "options that commands share",
    "files": "which file is read",
    "colours": "colours and signs",
    "exit-codes": "what a run ends with",
    "environment": "variables that are heeded",
}

_ALSO: Mapping[str, str] = {
    "list": "ls find search grep filter query events",
    "show": "view open cat get info",
    "years": "stats count summary",
    "chart": "graph plot histogram",
    "lanes": "gantt",
    "thread": "links tree",
    "cite": "bibliography references refs",
    "new": "create init",
    "remove": "rm del delete erase",
    "check": "lint validate verify",
    "fmt": "format tidy",
    "diff": "changes history",
    "export": "convert",
    "config": "settings set preferences",
    "explore": "browse tui ui",
    "help": "man manual usage",
}
ALSO: Mapping[str, str] = {word: name for name, words in _ALSO.items() for word in words.split()}
"""What else people call a command, and the command."""

TOPICS_ALSO: Mapping[str, str] = {
    **dict.fromkeys(("search", "syntax", "fields", "field", "filter"), "query"),
    **dict.fromkeys(("date", "edtf", "time"), "dates"),
    **dict.fromkeys(("option", "flags"), "options"),
    **dict.fromkeys(("file", "settings", "configuration"), "files"),
    **dict.fromkeys(("color", "colors", "colour", "signs", "symbols"), "colours"),
    **dict.fromkeys(("exit", "exits", "exit-code", "codes"), "exit-codes"),
    **dict.fromkeys(("env", "variables"), "environment"),
}
"""What else people call a topic of help, and the topic."""


def entries() -> Mapping[str, Entry]:
    """Return all commands by their names, in the order of the help."""
    return {name: entry for group in COMMANDS.values() for name, entry in group.items()}
