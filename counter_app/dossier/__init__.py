"""What a dossier (hồ sơ) is: its state, the journal entries that make it, its code, and who the people in it are."""
