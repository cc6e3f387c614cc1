"""Checks of files that other programs will read: each finding has a reason, a sentence and its place."""
