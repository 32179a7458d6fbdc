# One word per thing to do; `make` alone lists them. Every word sets up what it needs first.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CODE := bot handlers store schedules tests bench

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format bench clean

help: ## List these words
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make .venv and install everything into it

demo: $(READY) ## Try it in the browser, on http://127.0.0.1:8700 (ARGS="--no-browser")
	@$(BIN)/pipekeeper demo $(ARGS)

test: $(READY) ## Run every test (ARGS="tests/store -k undo")
	@$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

lint: $(READY) ## Check format, rules, types, floors and catalogues
	@failed=; \
	check() { echo "-- $$1"; shift; "$$@" || failed=yes; }; \
	check format $(BIN)/ruff format --check $(CODE); \
	check rules $(BIN)/ruff check $(CODE); \
	check types $(BIN)/mypy; \
	check floors $(BIN)/lint-imports; \
	check house $(BIN)/pytest -q tests/house -m "not postgres"; \
	test -z "$$failed"

format: $(READY) ## Write the code as the linter wants it
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

bench: $(READY) ## Measure how fast all is, in minutes (ONLY="run digest questions", or one)
	@failed=; \
	for one in $(or $(ONLY),run digest questions); do \
	  echo "-- $$one"; $(BIN)/python -m bench.$$one $(ARGS) || failed=yes; \
	done; \
	test -z "$$failed"

clean: ## Take away what was made here, .venv included
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Python 3.11 or newer with venv, whichever name it goes by here; PYTHON=… names another.
$(READY): pyproject.toml
	@set -e; \
	if [ ! -x $(BIN)/python ]; then \
	  for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	    $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	      && break; \
	    python=; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo 'Pipekeeper needs Python 3.11 or newer with venv (on Debian: apt-get install python3-venv).' >&2; \
	    exit 1; \
	  fi; \
	  echo "Making $(VENV) with $$($$python --version) ..."; \
	  $$python -m venv --clear $(VENV); \
	fi; \
	echo 'Installing into $(VENV) (a minute or two, once) ...'; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
