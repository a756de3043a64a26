"""The papers of a dossier: what can be printed, its preview, what waits for a printer."""
