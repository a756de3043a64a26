"""One dossier: its facts, its papers, what happened to it and what may be done."""
