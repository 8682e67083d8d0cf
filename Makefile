# Everything that a user or developer of diplo-kg does with this checkout. `make` alone says what there is.
# One virtual environment, .venv, with the versions of requirements.lock; nothing is written outside this folder
# (but for the browser that `make test` installs where none is found).

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

DEMO := demo-out
KG := $(BIN)/kg --store $(DEMO)/store

export PIP_CACHE_DIR ?= $(CURDIR)/$(VENV)/cache
export PLAYWRIGHT_BROWSERS_PATH ?= $(CURDIR)/$(VENV)/browsers
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint format bench docs browser servers lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "make: needs Python 3.11 or newer with its venv module (on Debian: apt-get install python3-venv)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml requirements.lock | $(BIN)/python
	@echo "installing the libraries of requirements.lock into $(VENV)"
	$(BIN)/pip install -q --no-compile -c requirements.lock -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml requirements.lock .ci/apart.txt | $(BIN)/python
	$(BIN)/pip install -q --no-warn-conflicts -c requirements.lock -e '.[test,lint]'
	$(BIN)/pip install -q --no-deps --no-warn-conflicts -c requirements.lock -r .ci/apart.txt
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed ## install, ingest examples/, ask it, draw it
	@mkdir -p $(DEMO)
	$(KG) ingest examples/articles
	$(KG) events
	$(KG) ask who-met-whom --person Lavrentiev
	$(KG) ask events-of-process --process Astana
	$(KG) view -o $(DEMO)/graph.html
	$(KG) report -o $(DEMO)/report.html
	@echo
	@echo "Open $(CURDIR)/$(DEMO)/graph.html and report.html in a browser (they need no network)."
	@echo "Go on with: export KG_STORE=$(CURDIR)/$(DEMO)/store; $(BIN)/kg --help"

# What is fetched comes while mypy keeps one core busy.
test: $(VENV)/installed-dev ## install what the tests need, then lint, types, import contracts and all tests (NEO4J_URI for a Neo4j of your own)
	@$(MAKE) --no-print-directory -j 3 browser servers lint
	$(BIN)/pytest -n $(if $(NEO4J_URI),0,2) --dist loadgroup --no-loadscope-reorder

lint: $(VENV)/installed-dev ## ruff, mypy, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/installed-dev ## let ruff mend and lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

browser: $(VENV)/installed-dev ## make sure that there is a Chromium for the browser tests
	@.ci/browser "$(BIN)/playwright"

servers: $(VENV)/installed-dev ## fetch the servers that the tests start, Neo4j and Fuseki, from Maven Central (MAVEN_REPO_URL for a mirror)
	@$(BIN)/python tests/servers/artifacts.py

bench: $(VENV)/installed-dev ## speed of the stages and of the start-up, and how well identity is found (BENCH=articles.jsonl.gz for your own articles, NAMES="ar.tsv ru.tsv" for pairs of names)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/extract.py $(BENCH)
	$(BIN)/python benchmarks/identity.py
	$(if $(NAMES),$(BIN)/python benchmarks/names.py $(NAMES))

docs: $(VENV)/installed-dev browser ## write docs/cli.md, docs/questions.md, the outputs and the picture in README.md and examples/graph.html anew, and check the documents
	$(BIN)/python -m kg_cli.reference > docs/cli.md
	$(BIN)/python -m kg_cli.questionpage > docs/questions.md
	$(BIN)/python .ci/tour.py
	rm -rf $(DEMO)/docs && $(BIN)/kg --store $(DEMO)/docs ingest --quiet examples/articles
	$(BIN)/kg --store $(DEMO)/docs view -o examples/graph.html
	$(BIN)/python docs/screenshot.py examples/graph.html docs/graph.png --select Lavrentiev
	$(BIN)/kg --store $(DEMO)/docs view --language ar -o $(DEMO)/graph-ar.html
	$(BIN)/python docs/screenshot.py $(DEMO)/graph-ar.html docs/graph-ar.png --address "path=person/ali-asghar-khaji~person/vladimir-putin&colour=community&theme=dark"
	$(BIN)/pytest tests/unit/test_docs.py

lock: $(VENV)/installed-dev ## note the versions of this environment in requirements.lock
	$(BIN)/python .ci/lock.py > requirements.lock

clean: ## remove what make made
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
