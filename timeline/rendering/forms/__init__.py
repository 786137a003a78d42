"""Events and counts in the forms that other programs read, and saved pages."""
