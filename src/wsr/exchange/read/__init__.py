"""Readers, one module a format: bytes of other programs in, records out; nothing in them is trusted."""
