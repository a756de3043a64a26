"""The page on which citizens say how they were served, on a second screen or a tablet of the desk."""
