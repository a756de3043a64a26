"""How the small networks of `scanning.reading` were trained: tools of this workshop, no part of the program."""
