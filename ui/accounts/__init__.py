"""Who works here: accounts, roles, passwords, cards."""
