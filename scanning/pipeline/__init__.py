"""Worker processes that work on pages; the only place that knows processes and cancelling."""
