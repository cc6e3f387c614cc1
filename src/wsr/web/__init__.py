"""The website and its API: reads through `wsr.repository`; the only importer of fastapi and jinja2."""
