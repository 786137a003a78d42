"""What is kept of files that have been read, so that the next run answers sooner."""
