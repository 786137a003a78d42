"""Rules for curators: timeline → findings."""
