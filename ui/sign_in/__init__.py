"""Who sits here: signing in, the lock, a second person, and the first administrator."""
