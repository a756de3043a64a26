"""What an act asks the clerk for: a small form each, opened in place under the dossier's head."""
