"""What the screen is made of: each widget draws a scene, and decides nothing."""
