"""Packs for practice: what a search found, chosen, ordered and put into parts. Pure."""
