"""Mistakes people make in writing a date, each with its remedy."""
