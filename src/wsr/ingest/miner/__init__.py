"""Reading a PDF with pdfminer.six: the only part that imports it."""

from wsr.ingest.miner.reading import read_pdf

__all__ = ["read_pdf"]
