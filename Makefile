# What people do with a checkout. Needs Python 3.11 or later and make.
# Paths stay relative, so that a folder with a space in its name works.
# Another Python: make clean, then make run PYTHON=python3.13

PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check

# Show what this is: the overview, and the events of 2019.
run: .venv/run
	@PAGER=cat $(BIN)/timeline
	@echo '$$ $(BIN)/timeline list --year 2019'
	@PAGER=cat $(BIN)/timeline list --year 2019

# Run the whole test suite.
test: .venv/test
	$(BIN)/python -m pytest

# What some tests ask besides: the formats' own parsers (needs npm), and a browser (chromium).
peers: .venv/test
	$(PIP) install --group browser
	npm install --prefix tests/exchange/peers --package-lock=false --no-audit --no-fund --silent

# Format, lint, types, layers, a README that shows what the program says, and a curated
# timeline that is as its own commands want it.
check: .venv/check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog -P -I tests --check README.md
	$(BIN)/python tests/readme_pictures.py --check
	$(BIN)/timeline check --strict events.yaml
	$(BIN)/timeline fmt --check events.yaml

# Bring formatting and README up to date.
fix: .venv/check
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/cog -P -I tests -r README.md
	$(BIN)/python tests/readme_pictures.py

# Ratios, not times: start-up against a floor, growth, dates against the edtf package.
bench: .venv/test
	$(BIN)/python bench/start.py
	$(BIN)/python bench/scale.py
	$(BIN)/python bench/dates.py
	$(BIN)/python bench/query.py
	$(BIN)/python bench/see.py
	$(BIN)/python bench/check.py
	$(BIN)/python bench/exchange.py

# Build the source distribution, and from it the wheel, into dist.
dist: .venv/check
	rm -rf dist
	$(BIN)/python -m build

# Start again from nothing.
clean:
	rm -rf .venv dist tests/exchange/peers/node_modules .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# One environment; each of these files says what has been installed into it.
.venv/made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "timeline needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + ": name another with make PYTHON=python3.12")'
	"$(PYTHON)" -m venv .venv
	$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

.venv/run: .venv/made pyproject.toml
	$(PIP) install --editable .
	@touch $@

.venv/test: .venv/run
	$(PIP) install --group test
	@touch $@

.venv/check: .venv/test
	$(PIP) install --group check
	@touch $@

.PHONY: run test peers check fix bench dist clean
