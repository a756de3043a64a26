"""Receiving a dossier: one screen, no steps to click through."""
