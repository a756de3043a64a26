"""Books and reports."""
