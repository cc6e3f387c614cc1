"""Recommendations over time: which are alike, and which repeat each other. Pure."""
