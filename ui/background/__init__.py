"""Work beside the window: threads, devices, sync and printers, answering by signals."""
