"""A selection ⇄ an SQLite database, for the programs of others; this folder alone knows SQLite."""
