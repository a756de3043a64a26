"""What a clerk begins the day with: what waits, and what came."""
