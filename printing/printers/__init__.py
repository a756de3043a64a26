"""Ways to get a PDF onto paper: one file a way, each with `send(printer, pdf, title)`."""
