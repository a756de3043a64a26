"""Pages as one searchable PDF/A-1b."""
