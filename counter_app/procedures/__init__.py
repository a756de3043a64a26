"""What the law says a counter must ask for, promise and charge: procedures and clocks, all from data."""
