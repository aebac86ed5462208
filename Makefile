# `make help` lists the targets. Each one does all the set-up that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test test-long check format lock catalogues bench clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "drawdown needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml $(VENV)/pyvenv.cfg
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e . 
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

demo: $(VENV)/.run ## Plan the bundled MINUSMA mission, verify the plan, show the figures
	$(BIN)/drawdown demo

test: $(VENV)/.dev ## Run the tests (under 10 minutes on two cores)
	$(BIN)/python -m pytest -n 2 -m "not long"

test-long: $(VENV)/.dev ## Run the long tests
	$(BIN)/python -m pytest -m long

check: $(VENV)/.dev ## Lint, types, import contracts, and the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

lock: ## Renew the lock files from pyproject.toml (releases at least a week old)
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --quiet install uv
	cd requirements && for set in run dev bench; do \
	  group=""; [ $$set = run ] || group="--group ../pyproject.toml:$$set"; \
	  [ $$set = run ] || constraint="--constraint run.txt"; \
	  ../$(VENV)-lock/bin/uv pip compile ../pyproject.toml run.in $$group $$constraint --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-annotate --exclude-newer "$$(date -d '7 days ago' +%F)" \
	    --quiet --output-file $$set.txt; done
	rm -rf $(VENV)-lock

catalogues: $(VENV)/.dev ## Renew the catalogues of the languages from the sentences in the code
	$(BIN)/python tools/catalogues.py

bench: $(VENV)/.bench ## Run the benchmarks and print the tables of benchmarks/RESULTS.md
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/planning.py
	$(BIN)/python benchmarks/briefing.py

clean: ## Remove what the targets made
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
