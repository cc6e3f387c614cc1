# make demo   - set up, ingest the sample reviews and serve them
# make test   - set up what is needed and run everything
# make check  - the fast part, before each commit
VENV ?= .venv
PY = $(VENV)/bin/python

.PHONY: check-fast
check-fast:
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest -q -x -m "not slow and not browser and not postgresql"
