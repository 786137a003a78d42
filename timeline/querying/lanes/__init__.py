"""Where events stand in lanes, to scale: a layout without a terminal."""
