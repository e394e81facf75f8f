# Set-up and the common tasks; everything goes through .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PINNED := --constraint config/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The question exactly as it was typed: $(value) keeps make from reading `$5` as one of its variables, and the
# environment keeps the shell from reading quotes and backticks.
override QUESTION := $(value Q)
export QUESTION

.PHONY: ask test lint types check bench clean

# Exit code 3, "not in the archive", is an answer and no failure of make.
ask: $(VENV)/.installed
	@$(BIN)/dateline ask -- "$$QUESTION" || { code=$$?; [ $$code -eq 3 ] || exit $$code; }

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(VENV)/.installed-dev
	@$(BIN)/mypy

check: test lint types

# make bench [ARCHIVE=articles.jsonl.gz] [QUESTIONS=questions.jsonl] [INDEX=a data folder, for warm questions]
#            [PARTS="rebuild growth"]: growth, how a rebuild's cost grows with the archive, is measured only by name
bench: $(VENV)/.installed-dev .venv-tutorial/.installed
	@$(BIN)/python -m tests.bench $(if $(PARTS),--parts $(PARTS))

clean:
	rm -rf $(VENV) .venv-tutorial build dist *.egg-info

$(VENV)/.installed: pyproject.toml config/constraints.txt
	@echo "Setting up $(VENV), once: this takes some minutes."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet $(PINNED) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/pip install --quiet $(PINNED) --editable ".[dev]"
	@touch $@

.venv-tutorial/.installed: tests/bench/tutorial-requirements.txt
	@$(PYTHON) -m venv .venv-tutorial
	@.venv-tutorial/bin/pip install --quiet -r tests/bench/tutorial-requirements.txt
	@touch $@
