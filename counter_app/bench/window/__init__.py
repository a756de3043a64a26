"""`counter bench ui`: the window as it is used: its keys counted, its stalls measured."""
