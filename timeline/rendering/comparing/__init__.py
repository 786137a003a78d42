"""Two queries side by side."""
