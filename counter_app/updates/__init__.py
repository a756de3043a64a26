"""Newer versions of the program at a desk: signed offers of the province, versions side by side, the way back.

What is updated is the program alone; Python, the libraries and Tesseract come with the installed package. A
version that needs other libraries is not taken: it needs that package.
"""
