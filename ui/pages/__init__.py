"""The pages of a paper: where they come from, how they look, what was decided of them. For intake and dossier alike."""
