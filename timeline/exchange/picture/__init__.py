"""Lanes to scale as a vector picture; lengths are pixels at its natural size."""
