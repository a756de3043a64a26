"""Ways to get a PDF onto paper, each a `Printer` (printing/printers/order.py): one file a way, found by `finding`."""
