"""Where things stand along time: no terminal, no SVG."""
