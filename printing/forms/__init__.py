"""The forms, one file each; each reads like its form."""
