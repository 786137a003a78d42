"""What may be typed, for each command: shown in its help, and run by a test.

They ask the timeline that is shipped, or one's own `mine.yaml`.
"""

from collections.abc import Mapping, Sequence
from typing import Final

EXAMPLES: Final[Mapping[str, Sequence[str]]] = {
    "list": (
        "timeline list --actor russia --year 2019",
        "timeline list 'actor:putin not status:confirmed'",
        "timeline list missile --since 'aug 2025' --format csv",
    ),
    "show": ("timeline show letter-to-putin", "timeline show letter-to-putin --format md"),
    "actors": ("timeline actors", "timeline actors --year 2019 --sort name"),
    "years": ("timeline years", "timeline years --actor russia"),
    "places": ("timeline places", "timeline places --actor russia --limit 5"),
    "tags": ("timeline tags", "timeline tags --since 2025-08"),
    "arcs": ("timeline arcs", "timeline arcs --actor putin"),
    "sources": ("timeline sources --limit 10", "timeline sources --unused"),
    "chart": (
        "timeline chart --by month --year 2019",
        "timeline chart actor:russia --split arc",
    ),
    "lanes": ("timeline lanes --from 2025-08", "timeline lanes --by actor --lanes 5 --fold"),
    "compare": (
        "timeline compare actor:russia actor:united-states --year 2019",
        "timeline compare arc:syria-assad arc:caribbean-2025 --since 2024",
    ),
    "thread": ("timeline thread letter-to-putin", "timeline thread --all --year 2025"),
    "around": ("timeline around 2019-03-23 --within 30d", "timeline around letter-to-putin -n 3"),
    "on": ("timeline on 03-23", "timeline on today"),
    "gaps": ("timeline gaps --limit 3", "timeline gaps --actor putin"),
    "why": (
        "timeline why letter-to-putin year:2025",
        "timeline why letter-to-putin 'actor:putin not status:confirmed'",
    ),
    "order": (
        "timeline order letter-to-putin lavrov-denies",
        "timeline order arc:letter-2025 --format mermaid",
    ),
    "cite": ("timeline cite actor:putin year:2025 --format md", "timeline cite --csl --year 2019"),
    "explore": ("timeline explore", "timeline explore actor:putin year:2025"),
    "evidence": (
        "timeline evidence letter-to-putin",
        "timeline evidence arc:letter --sort origins",
        "timeline evidence --explain one-origin",
    ),
    "versions": ("timeline versions status:disputed", "timeline versions letter-to-putin"),
    "new": (
        "timeline new bridge.yaml --title 'The old bridge'",
        "timeline new --example bridge.yaml",
    ),
    "add": (
        "timeline add -f mine.yaml --date 'late oct 2025' --title 'A letter is sent'",
        "timeline add -f mine.yaml --date 2019-03-28 --title 'It is closed' --dry-run",
    ),
    "edit": ("timeline edit -f mine.yaml letter-to-putin",),
    "remove": (
        "timeline remove -f mine.yaml loan-protocol-2020 --dry-run",
        "timeline remove -f mine.yaml loan-protocol-2020 --yes",
    ),
    "fmt": ("timeline fmt --diff mine.yaml", "timeline fmt mine.yaml"),
    "check": (
        "timeline check mine.yaml",
        "timeline check --strict --ignore unsourced mine.yaml",
        "timeline check --explain unsourced",
    ),
    "diff": ("timeline diff mine.yaml other.yaml", "timeline diff HEAD:mine.yaml mine.yaml"),
    "schema": ("timeline schema", "timeline schema > timeline.schema.json"),
    "export": (
        "timeline export ics --year 2025 -o events.ics",
        "timeline export html --arc crisis-2019 > crisis.html",
    ),
    "import": (
        "timeline import incidents.csv --order mdy",
        "timeline import incidents.csv --map title=what -o incidents.yaml",
    ),
    "config": ("timeline config", "timeline config width 90", "timeline config --edit"),
    "save": ("timeline save arms-2019 tag:arms year:2019",),
    "cache": ("timeline cache", "timeline cache --clear"),
    "help": ("timeline help list", "timeline help query", "timeline help --format json"),
}
