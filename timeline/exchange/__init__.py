"""Other formats ⇄ events, each time with a report of what was lost."""
