"""What cannot be done to a text without risk to it."""

from timeline.errors import TimelineError


class CannotEdit(TimelineError):
    """A text is left as it is: why, and what to do instead."""
