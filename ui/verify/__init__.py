"""Holding what was read against the paper: the page at the left, its fields at the right."""
