"""What the sync worker does again and again: a round of entries (push, pull, knowledge) and a round of files."""
