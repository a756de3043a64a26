"""What waits to be sent to the province, why and since when, and what can be done about it."""
