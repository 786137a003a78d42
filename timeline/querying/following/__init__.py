"""What lies near in time, anniversaries, silences, first reports."""
