"""What differs between two timelines."""
