"""Text → nodes: what an event file is made of before it means anything."""
