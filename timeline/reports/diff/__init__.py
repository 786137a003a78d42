"""Two timelines → what differs."""
