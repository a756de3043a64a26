"""What the desk keeps: the encrypted database with the journal and its projections, and the encrypted files."""
