"""The settings: one screen with rooms; every field of the profile, or why it is not here."""
