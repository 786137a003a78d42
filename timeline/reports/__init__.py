"""What is asked of events, answered in records: no words, no forms, no screen."""
