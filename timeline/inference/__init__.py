"""What follows from what is written: when an event was known, and what came first."""
