# Everything runs in .venv here. Needed beforehand: Python 3.11, pip, make.
PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.ready
READY := .venv/.prepared
SHARED ?= ../shared
DEMO := examples/sochi-retold/reports
PEERS := .venv-peers

.DEFAULT_GOAL := help
.PHONY: help venv demo test check golden evaluate oracle peers bench docs lock clean

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

venv: $(READY) ## make .venv from the lock and compile the gazetteer; done once

$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(READY): $(STAMP)
	$(BIN)/variorum doctor --prepare
	touch $@

demo: $(READY) ## build the example, show it, write its dossier to build/demo.html
	@mkdir -p build
	$(BIN)/variorum build $(DEMO) -o build/demo.variorum --fresh
	$(BIN)/variorum show build/demo.variorum
	@$(BIN)/variorum dossier build/demo.variorum -o build/demo.html

test: $(READY) ## run all tests
	$(BIN)/python -m pytest

check: $(STAMP) ## lint, format, types, import contracts, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell src tests docs examples evaluation benchmarks *.md

golden: $(READY) ## score the record of ../shared/reports and of each example against its golden list
	$(BIN)/python evaluation/golden.py --shared $(SHARED)

FLOORS := evaluation/floors.toml

GOLD_FLOORS := evaluation/gold_floors.toml

evaluate: $(READY) ## measure everything that can be measured here; fails below the floors
	@if test -d $(SHARED)/gold; then $(BIN)/variorum evaluate --gold $(SHARED)/gold --floors $(GOLD_FLOORS) --against evaluation/runs; else echo "skipped: no gold in $(SHARED)"; fi
	$(BIN)/python evaluation/golden.py --shared $(SHARED) --floors $(FLOORS)
	$(BIN)/python evaluation/lineage/oracle.py --floors $(FLOORS)
	$(BIN)/python evaluation/lineage/score_pairs.py $(SHARED)/gold --floors $(FLOORS)
	$(BIN)/python evaluation/pages.py --gold $(SHARED)/gold --floors $(FLOORS)
	$(BIN)/python evaluation/stories.py $(SHARED)/gold/stories --floors $(FLOORS)
	$(BIN)/python evaluation/reading/score_blind.py $(wildcard evaluation/reading/blind*)
	$(BIN)/python evaluation/realis/score.py --gold $(SHARED)/gold --floors $(FLOORS)
	$(BIN)/python evaluation/dating.py --gold $(SHARED)/gold --floors $(FLOORS)
	$(BIN)/python evaluation/positions/score.py $(SHARED)/gold --floors $(FLOORS)

oracle: $(READY) ## score 200 planted worlds, 20 of them from their text; fails below the floors
	$(BIN)/python -m evaluation.oracle.score --first 1000 --last 1199 --text 20 --floors $(FLOORS)

$(PEERS)/.ready: evaluation/requirements.lock
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r evaluation/requirements.lock
	touch $@

peers: $(PEERS)/.ready ## measure HeidelTime, spaCy and others beside this; writes evaluation/results/peers.md
	PYTHONPATH=src $(PEERS)/bin/python evaluation/peers/compare.py --gold $(SHARED)/gold --out evaluation/results/peers.md

bench: $(READY) ## time a build, its annotators and linking beside each other; fails above limits
	$(BIN)/python benchmarks/bench.py --shared $(SHARED)
	$(BIN)/python benchmarks/annotators.py --shared $(SHARED)
	$(BIN)/python benchmarks/lineage.py
	$(BIN)/python benchmarks/linking.py

docs: $(STAMP) ## write docs/reference from the code
	$(BIN)/python docs/generate.py

lock: $(STAMP) ## renew requirements.lock from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra engine --extra dev --group build -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra evaluation -c requirements.lock -o evaluation/requirements.lock pyproject.toml
	! grep -n '://' requirements.lock evaluation/requirements.lock

clean: ## remove what the targets made, .venv too
	rm -rf .venv .venv-peers build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf src/*.egg-info
