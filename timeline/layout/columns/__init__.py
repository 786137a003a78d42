"""A layout in columns of a terminal."""
