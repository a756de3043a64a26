"""Finding dossiers."""
