"""Lanes to scale."""
