"""What is kept of event files that have been read, so that the next run answers sooner."""
