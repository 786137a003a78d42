"""Text and options → a query; a query × an event → a verdict; counting."""

from timeline.querying.asking import OPTIONS, ask
from timeline.querying.citing import ranked_references, references, unused
from timeline.querying.counting import (
    GROUPINGS,
    by_actor,
    by_arc,
    by_status,
    by_year,
    counts,
    ranked,
    year_list,
)
from timeline.querying.following.known import by_report
from timeline.querying.language.fields import FIELDS, MEASURES, Context
from timeline.querying.language.grammar import parse
from timeline.querying.language.logic import AllOf, Term
from timeline.querying.language.names import UnknownName
from timeline.querying.language.tokens import QueryError
from timeline.querying.periods import over_time

__all__ = [
    "FIELDS",
    "GROUPINGS",
    "MEASURES",
    "OPTIONS",
    "AllOf",
    "Context",
    "QueryError",
    "Term",
    "UnknownName",
    "ask",
    "by_actor",
    "by_arc",
    "by_report",
    "by_status",
    "by_year",
    "counts",
    "over_time",
    "parse",
    "ranked",
    "ranked_references",
    "references",
    "unused",
    "year_list",
]
