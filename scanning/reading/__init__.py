"""Words: the picture that reads best, Tesseract, columns, the kind of paper."""
