"""A selection as one page for a browser: complete without scripts, and without the network."""
