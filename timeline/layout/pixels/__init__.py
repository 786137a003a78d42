"""A layout in pixels of a picture."""
