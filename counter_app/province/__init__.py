"""The reference provincial server: the same journal, the same fold, on FastAPI and SQLAlchemy."""
