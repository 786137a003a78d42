"""Bars and columns over time."""
