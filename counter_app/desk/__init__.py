"""What a clerk does at the desk: receiving, the life of a dossier after it, money, batches, certification."""
