"""The papers a counter hands out: layout, forms (one file each), printers."""
