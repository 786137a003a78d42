"""Changes to an event file as text: comments, order and layout of the rest survive."""
