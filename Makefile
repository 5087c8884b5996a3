# make demo   make an environment, install, and build the embedded sample
# make test   make an environment, install what tests need, and pass them all
# make bench  measure            make clean  remove what these made

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: demo test lint check bench clean help

help:
	@sed -n 's/^# //p' Makefile

demo: $(VENV)/.run
	$(BIN)/kg build -o output
	@echo
	@echo "Open output/chairs.html and output/attendance.html in a browser; output/graph.ttl is the graph."
	@echo "Ask it:  $(BIN)/kg ask"

test: lint
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.test
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy

bench: $(VENV)/.test
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV)/.run $(VENV)/.test build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find kg tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name .gitkeep -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; say which: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/test.txt
	@touch $@
