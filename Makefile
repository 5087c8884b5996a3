# make demo   make an environment, install, and build the embedded sample
# make test   make an environment, install what tests need, and pass them all
# make bench  measure            make clean  remove what these made
# make fast   compile the extraction into .venv-fast (a C compiler, some minutes), and compare what it says
# make rules  measure each rule against the gold, for the graph      make scores  fill in the README's table (GOLD=FILES for both)

PYTHON ?= python3
VENV ?= .venv
FAST ?= .venv-fast
BIN := $(VENV)/bin
JOBS ?= 2
GOLD ?= $(sort $(wildcard ../shared/gold/*.jsonl))
COMPOSED ?= $(sort $(wildcard tests/gold/*.jsonl))

.PHONY: demo test lint bench fast rules scores gold clean help

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
	$(BIN)/ruff check kg tests bench hatch_build.py
	$(BIN)/ruff format --check kg tests bench hatch_build.py
	$(BIN)/mypy

bench: $(VENV)/.bench
	$(BIN)/python -m bench --compiled $(FAST)/bin/python

fast: $(FAST)/.built

rules: $(VENV)/.run gold
	$(BIN)/kg evaluate $(GOLD) $(COMPOSED) --rules kg/evaluate/rules.json

scores: $(VENV)/.run gold
	$(BIN)/kg evaluate $(GOLD) --readme README.md

gold:
	@test -n "$(GOLD)" || { echo "the gold of the table is not part of the project; with gold of your own: make $(MAKECMDGOALS) GOLD=FILES" >&2; exit 1; }

clean:
	rm -rf $(VENV)/.run $(VENV)/.test $(VENV)/.bench build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf $(FAST)
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

$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/bench.txt
	@touch $@

$(FAST)/.built: $(wildcard kg/*.py kg/*/*.py kg/lexicon/*.toml) hatch_build.py pyproject.toml requirements/run.txt $(VENV)/.test
	rm -rf $(FAST)
	$(BIN)/python -m venv $(FAST)
	$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/run.txt
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m build --wheel --no-isolation --outdir $(FAST)/dist .
	$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps $(FAST)/dist/*.whl
	$(BIN)/python -m bench.same $(FAST)/bin/python
	@touch $@
