"""The steps from one schema to the next, run by alembic when a server starts. A released step is never edited."""
