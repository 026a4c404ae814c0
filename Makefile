# Everything the project needs, on a machine that has python3 with pip, and make. `make help` lists it.
PYTHON ?= python3
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help install install-dev demo test test-quick test-faults test-machines lint score bench format lock migrations clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## a virtual environment in .venv with what the site needs to run
	@config/setup/install.sh requirements.txt

install-dev: ## the same with the tools of a developer
	@config/setup/install.sh requirements-dev.txt

demo: install ## the site with demo data on 127.0.0.1:8000 (PORT=8001 for another port); Ctrl-C stops
	@config/setup/demo.sh

test: install-dev ## every check: lint, types, tests on SQLite and PostgreSQL, browser tests
	@config/setup/test.sh

test-quick: install-dev ## the same without PostgreSQL and browser
	@config/setup/test.sh quick

test-faults: install-dev ## processes killed, disks filled, the database gone: what the site makes of it (root: all of it)
	@config/setup/test.sh faults

test-machines: install-dev ## a primary, a replica, pgbouncer, Redis, two web hosts, nginx, and the runbook (root on Debian installs them)
	@config/setup/test.sh machines

lint: install-dev ## the checks that run no test: style, templates, types, directions of import, migrations
	@config/setup/test.sh lint

score: install-dev ## how well the tagger does, against the recorded figures (RECORD=1 records, VERBOSE=1 tells of each article)
	@.venv/bin/python -m tests.benchmarks.score

bench: install-dev ## how fast the site is at a million links, and the tagger: a table with targets; fails where one is missed (ONLY=club,admin SIZES=10k,1M ROUNDS=5)
	@config/setup/bench.sh

format: install-dev ## put code and templates into the project's format
	@.venv/bin/ruff check --quiet --fix . ; .venv/bin/ruff format --quiet .
	@find templates/admin -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

migrations: install-dev ## write the migrations that the models ask for
	@.venv/bin/python manage.py makemigrations rumours

lock: install-dev ## choose the newest versions that pyproject.toml allows, and write both lock files
	@.venv/bin/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	@.venv/bin/uv pip compile $(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt

LOCK = --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

clean: ## remove what the other targets made, but for the data in var/
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var/static var/static-manifest var/done-static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
