"""Words and options → a query; a query × an event → a verdict; counting."""

from timeline.querying.asking import FIELDS, ask
from timeline.querying.counting import (
    by_actor,
    by_arc,
    by_period,
    by_status,
    by_year,
    year_list,
    year_name,
)
from timeline.querying.names import UnknownName

__all__ = [
    "FIELDS",
    "UnknownName",
    "ask",
    "by_actor",
    "by_arc",
    "by_period",
    "by_status",
    "by_year",
    "year_list",
    "year_name",
]
