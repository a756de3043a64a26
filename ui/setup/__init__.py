"""The first start: office and desk."""
