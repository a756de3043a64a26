"""The person who stands at the desk."""
