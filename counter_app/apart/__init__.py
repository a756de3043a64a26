"""Worker processes of bounded memory and time, for whatever comes from outside and must be opened."""
