"""Dates in the words people use."""
