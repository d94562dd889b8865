# Tend: everything from a fresh machine with Python 3.11 or later and make.  `make` alone lists what there is.
PYTHON ?= python3
PORT   ?= 8000
BASE   ?= /
VENV   := .venv
WORKERS ?= 2
PY     := $(VENV)/bin/python
SOURCES := main.py domain reminders storage views web tests

.DEFAULT_GOAL := help
.PHONY: help run build serve dev test check fast torture bench bench-storage mutants browser notices lint types words lock screenshots clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/ready: requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tend needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@

run: build  ## set up, build and serve on http://127.0.0.1:8000 (PORT=, BASE=)
	@$(PY) -m web.serve --port $(PORT)

build: $(VENV)/ready  ## build the static site into dist/ (BASE=/tend/ for a sub-path)
	@$(PY) -m web.build --out dist --base $(BASE)

serve: $(VENV)/ready  ## serve dist/ as it is
	@$(PY) -m web.serve --port $(PORT)

dev: $(VENV)/ready  ## run with hot reload, keeping records in build/records/
	PYTHONDONTWRITEBYTECODE=1 TEND_DATA_DIR=build/records \
	$(VENV)/bin/flet run --web --host 127.0.0.1 --port $(PORT) --recursive \
	  --ignore-dirs $(VENV),build,dist,test-results,.git,.mypy_cache,.ruff_cache,.pytest_cache,.hypothesis main.py

test: lint types browser notices build  ## lint, types and every test, the real browser included
	$(PY) -m pytest --ignore=tests/e2e -n $(WORKERS) -rPfE
	$(PY) -m pytest tests/e2e -m "not alone" -n $(WORKERS) -rPfE
	$(PY) -m pytest tests/e2e -m alone -rPfE

check: lint types fast  ## lint, types and the fast tests

fast: $(VENV)/ready
	$(PY) -m pytest --ignore=tests/e2e -m "not slow" -n $(WORKERS)

torture: browser build  ## the storage tests in full: every kill point, fault, damaged file and killed browser
	TORTURE=1 $(PY) -m pytest tests/storage -n $(WORKERS) -rPfE
	TORTURE=1 $(PY) -m pytest tests/e2e/test_killed.py -rPfE

bench: browser build  ## how long Tend takes to open, beside Flet's own boot; writes docs/performance.md (about an hour)
	$(PY) -m tests.bench.boot

bench-storage: browser build  ## what a save, an opening, a search cost, beside TinyDB's own storage
	$(PY) -m tests.bench.storage

mutants:  ## break storage/ in every small way and list what no test notices (takes hours)
	$(PYTHON) -m venv build/mutation
	build/mutation/bin/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes --requirement requirements-mutation.lock
	build/mutation/bin/python -m tests.mutation.run

browser: $(VENV)/ready
	@$(PY) -m tests.e2e.browser

notices: $(VENV)/ready
	@test "$$(uname)" != Linux || $(PY) -m tests.reminders.daemon

lint: $(VENV)/ready
	$(VENV)/bin/ruff check $(SOURCES)
	$(VENV)/bin/ruff format --check $(SOURCES)

types: $(VENV)/ready
	$(VENV)/bin/mypy

words: $(VENV)/ready  ## gather the words on screen into assets/locale/
	$(PY) -m web.words

screenshots: build browser  ## take the pictures of the running app for the README and the manifest
	$(PY) -m tests.e2e.screenshots

lock: $(VENV)/ready  ## resolve the locks anew
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --upgrade --quiet --output-file requirements-dev.lock
	$(VENV)/bin/uv pip compile --group web --python-platform wasm32-pyodide2025 --python-version 3.14 \
	  --generate-hashes --no-header --no-emit-index-url --upgrade --quiet --output-file requirements-web.lock
	$(VENV)/bin/uv pip compile --group mutation --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --upgrade --quiet --output-file requirements-mutation.lock

clean:  ## remove everything that was made
	rm -rf $(VENV) build dist test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
