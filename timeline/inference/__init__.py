"""What follows from what is written: when the public could know of an event."""
