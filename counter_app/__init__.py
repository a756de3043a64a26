"""The core of the Counter: what a desk of a one-stop department knows and does, without windows, pictures or paper."""

__version__ = "0.1.0"
