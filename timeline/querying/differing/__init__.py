"""Two timelines → what differs, in records that another order would mirror."""

from timeline.querying.differing.timelines import differences

__all__ = ["differences"]
