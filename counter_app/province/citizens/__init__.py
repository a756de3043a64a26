"""What citizens get from the province without signing in: the look-up of a dossier, and notices."""
