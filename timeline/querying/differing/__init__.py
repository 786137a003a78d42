"""Two timelines → what differs, in records that another order would mirror."""
