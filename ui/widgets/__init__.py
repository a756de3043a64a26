"""Parts that several screens use; none of them knows a dossier's life."""
