"""The query language: text → terms, terms × events → verdicts."""
