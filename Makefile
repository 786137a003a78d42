# What people do with a checkout. Needs Python 3.11 or later and make.
# Paths stay relative, so that a folder with a space in its name works.
# Another Python, in an environment of its own: make test PYTHON=python3.13 ENV=.venv-3.13
#
# What is installed is locked: constraints.txt has the versions that everything was tested with,
# for every Python and system. `make lock` brings it up to date; `make latest` and `make lowest`
# run the tests with the newest versions there are, and with the oldest that are allowed.

PYTHON ?= python3
ENV ?= .venv
BIN = $(ENV)/bin
LOCK ?= constraints.txt
export PIP_CONSTRAINT = $(LOCK)
export PIP_BUILD_CONSTRAINT = $(LOCK)
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check
# What is compiled is kept, whatever the environment says: it takes longer than most tests.
unexport PYTHONDONTWRITEBYTECODE
# Neighbours stay together: what a file sets up for its tests is set up once.
PYTEST = $(BIN)/python -m pytest --numprocesses auto --dist worksteal

# Show what this is: the overview, and the events of 2019.
run: $(ENV)/run
	@PAGER=cat $(BIN)/timeline
	@echo '$$ $(BIN)/timeline list --year 2019'
	@PAGER=cat $(BIN)/timeline list --year 2019

# Run the test suite without what takes long, the cases of a test as one: about a minute on two
# cores.
test: $(ENV)/test
	HYPOTHESIS_PROFILE=quick $(PYTEST) -m "not thorough" --together

# Run all of it, as CI does: some minutes.
test-all: $(ENV)/test
	$(PYTEST)

# The whole suite with twenty times as many texts that nobody would think of.
nightly: $(ENV)/test
	HYPOTHESIS_PROFILE=nightly $(PYTEST)

# Spoiled files, queries, dates and imports, for as long as it takes: make fuzz FUZZ=100000
FUZZ ?= 10000
fuzz: $(ENV)/test
	HYPOTHESIS_PROFILE=fuzz FUZZ=$(FUZZ) $(PYTEST) tests/fuzz

# What some tests ask besides: the formats' own parsers (needs npm), and a browser (chromium).
peers: $(ENV)/test
	$(PIP) install --group browser
	npm ci --prefix tests/exchange/peers --no-audit --no-fund --silent

# Format, lint, types, layers, pages that show what the program says and what the code is, the
# manual, and a curated timeline that is as its own commands want it.
check: $(ENV)/check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog -P -I tests --check README.md docs/architecture.md docs/scale.md docs/explore.md
	$(BIN)/python tests/readme_pictures.py --check
	$(BIN)/timeline help --format man | diff docs/timeline.1 -
	$(BIN)/timeline check --strict events.yaml
	$(BIN)/timeline fmt --check events.yaml

# Bring formatting and the generated parts of pages up to date.
fix: $(ENV)/check
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/cog -P -I tests -r README.md docs/architecture.md docs/scale.md docs/explore.md
	$(BIN)/python tests/readme_pictures.py
	$(BIN)/timeline help --format man > docs/timeline.1

# Ratios, not times: start-up against a floor, growth, dates against the edtf package. It takes
# some ten minutes.
bench: $(ENV)/test
	$(BIN)/python bench/start.py
	$(BIN)/python bench/scale.py
	$(BIN)/python bench/dates.py
	$(BIN)/python bench/query.py
	$(BIN)/python bench/see.py
	$(BIN)/python bench/explore.py
	$(BIN)/python bench/check.py
	$(BIN)/python bench/order.py
	$(BIN)/python bench/curate.py
	$(BIN)/python bench/exchange.py
	$(BIN)/python bench/peers.py

# Build the source distribution, and from it the wheel, into dist.
dist: $(ENV)/check
	rm -rf dist
	$(BIN)/python -m build

# The newest versions of everything, written down; uv finds them for every Python and system.
lock: $(ENV)/lock
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' > $(ENV)/build.in
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --custom-compile-command 'make lock' --no-annotate \
		--group check --group browser --group lock $(ENV)/build.in pyproject.toml --output-file constraints.txt
	npm install --prefix tests/exchange/peers --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent

# The suite with the newest versions of everything, in an environment of its own.
latest:
	$(MAKE) --no-print-directory test-all ENV=.venv-latest LOCK=/dev/null

# The suite with the oldest versions that pyproject.toml allows, in an environment of its own.
lowest: $(ENV)/lock
	$(MAKE) --no-print-directory .venv-lowest/made ENV=.venv-lowest LOCK=/dev/null
	$(BIN)/uv pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct --group test --editable .
	.venv-lowest/bin/python -m pytest --numprocesses auto

# Start again from nothing.
clean:
	rm -rf .venv .venv-* dist tests/exchange/peers/node_modules .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# One environment; each of these files says what has been installed into it.
$(ENV)/made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "timeline needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + ": name another with make PYTHON=python3.12")'
	"$(PYTHON)" -m venv $(ENV)
	$(PIP) install --upgrade 'pip>=25.3'
	@touch $@

$(ENV)/run: $(ENV)/made pyproject.toml constraints.txt
	$(PIP) install --editable .
	@touch $@

$(ENV)/test: $(ENV)/run
	$(PIP) install --group test
	@touch $@

$(ENV)/check: $(ENV)/test
	$(PIP) install --group check
	@touch $@

$(ENV)/lock: $(ENV)/made
	$(PIP) install --group lock
	@touch $@

.PHONY: run test test-all nightly fuzz peers check fix bench dist lock latest lowest clean
