"""Feedback and recommendations: taken, sorted, answered, made public."""
