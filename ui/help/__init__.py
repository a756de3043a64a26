"""Help: the guide of the screen, the keys that are valid there, what the program is made of."""
