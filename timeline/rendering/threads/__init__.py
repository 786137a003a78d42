"""Links as a tree."""
