"""Pages to read: lists, one event, counts, the whole timeline."""
