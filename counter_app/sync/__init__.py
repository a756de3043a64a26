"""The desk's side of sync: the journal is the outbox, the server's answers are the only memory beside it."""
