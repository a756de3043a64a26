"""The books and the periodic reports of a desk, counted out of its dossiers."""
