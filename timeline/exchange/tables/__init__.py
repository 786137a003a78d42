"""Tables with any header → events: CSV and TSV, and lists of objects in JSON or JSON Lines."""
