# make conformance   every scenario on the reference model, from a fresh clone
# make test          the suite itself: format, lint, types, layers, its own tests, every scenario, every faulty build
# make update-kill-matrix   every scenario of Requirement 2 on every faulty update, which takes minutes
# make mutation      the rulebook and the verdicts changed one expression at a time: does anything notice?
#                    a part of it: make mutation PART='rulebook/model/*'; broken off, it goes on where it was
# make lock          the lock files anew from pyproject.toml (needs uv)
# make interop       the wire against the DCC's own tool and templates (needs Node and Java)
# make allure        allure.html of the last run, by Allure 3, with nothing loaded from anywhere (needs Node)
# make browser       the page of the evidence in a browser, with axe-core (needs Node and Chromium)
# make spark        the audit of one population by DuckDB and by Spark, compared (needs Java; a large download)
# make schemas       the schemas of DUIS 5.1 into duis-schemas/, and that of Cucumber Messages (needs Node)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: mutation conformance test format lint types layers own-tests scenarios kill-matrix update-kill-matrix prove benchmark spark lock browser interop allure schemas clean

conformance: $(VENV)/run.stamp
	@$(BIN)/mp107 run

test: $(VENV)/test.stamp lint types layers own-tests scenarios kill-matrix prove

format: $(VENV)/test.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/test.stamp
	$(BIN)/mypy

layers: $(VENV)/test.stamp
	$(BIN)/lint-imports

own-tests: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests

scenarios: $(VENV)/test.stamp
	$(BIN)/mp107 run

kill-matrix: $(VENV)/test.stamp
	$(BIN)/mp107 kill-matrix

# Databases are filled and processes killed for each of them: minutes, so that it is no part of the gate.
update-kill-matrix: $(VENV)/test.stamp
	$(BIN)/mp107 kill-matrix --requirement 2

prove: $(VENV)/test.stamp
	$(BIN)/mp107 prove

benchmark: $(VENV)/test.stamp
	$(BIN)/python -m tests.benchmarks

mutation: $(VENV)/test.stamp
	@$(BIN)/python -m tests.mutation $(PART:%='%')

# Spark has an environment of its own, since it wants another pandas and is a large download.
spark: .spark/run.stamp
	@.spark/bin/python -m data_update.audit.with_spark

.spark/run.stamp: requirements.lock data_update/audit/requirements-spark.txt | $(VENV)/bin/python
	@command -v java > /dev/null || { echo "make spark: there is no java; install Java 17 or later, and put it on the PATH"; exit 1; }
	@echo "Installing Spark into .spark ..."
	@$(VENV)/bin/python -m venv .spark
	@.spark/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.lock
	@.spark/bin/python -m pip --disable-pip-version-check --quiet install -r data_update/audit/requirements-spark.txt
	@touch $@

lock:
	uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

interop: $(VENV)/run.stamp
	@$(BIN)/python -m interop check

allure: $(VENV)/run.stamp
	@$(BIN)/python -m interop allure

browser: $(VENV)/test.stamp
	@$(BIN)/python -m tests.browser

schemas: $(VENV)/run.stamp
	@$(BIN)/python -m interop schemas
	@$(BIN)/python -m tests.reports.cucumber

clean:
	rm -rf $(VENV) reports/latest

# The environment is made once for each content of the lock file; either stamp is enough to run.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one with make PYTHON=...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what requirements.lock names into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Installing what requirements-dev.lock names into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
