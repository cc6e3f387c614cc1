# make demo   set up, ingest the sample reviews and serve them at http://127.0.0.1:8000
# make test   set up what is needed and run everything: format, lint, types, tests, coverage
# make check  the fast part of make test, before each commit
# make lock   pin the newest versions that pyproject.toml allows

VENV ?= .venv
PYTHON ?= python3
PY = $(VENV)/bin/python
PIP = $(PY) -m pip --disable-pip-version-check -q

.PHONY: demo test check check-fast benchmark lock clean

demo: $(VENV)/ready
	@$(VENV)/bin/wsr demo

test: $(VENV)/ready-dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m coverage erase
	$(PY) -m pytest -q -n auto --dist loadgroup --no-loadscope-reorder --cov --cov-report=
	$(PY) -m coverage report --skip-covered

check: $(VENV)/ready-dev check-fast

check-fast:
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest -q -x -m "not slow and not browser and not postgresql"

benchmark: $(VENV)/ready-dev
	$(PY) -m benchmarks

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "wsr needs Python 3.11 or later. Install it, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/ready: requirements.lock pyproject.toml | $(PY)
	@echo "Installing wsr into $(VENV) (a minute or two, once)."
	@$(PIP) install --require-hashes -r requirements.lock && $(PIP) install --no-deps --no-build-isolation -e . || \
	  { echo "A package could not be installed. See the line above; check the network and try again."; exit 1; }
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	@echo "Installing the tools of the tests into $(VENV) (once)."
	@$(PIP) install --require-hashes -r requirements-dev.lock || \
	  { echo "A package could not be installed. See the line above; check the network and try again."; exit 1; }
	@touch $@

lock:
	uv pip compile -q --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --no-emit-find-links --upgrade pyproject.toml build-requirements.txt -o requirements.lock
	uv pip compile -q --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --no-emit-find-links --upgrade --all-extras pyproject.toml build-requirements.txt -o requirements-dev.lock \
	  -c requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.* .hypothesis
