# Two commands are enough: `make demo` runs the site, `make test` checks it. Both do all their own set-up.
# Settings from the environment or the command line: PORT=8001 HOST=0.0.0.0 DATABASE_URL=… SITE_URL=… PYTHON=python3.12

PYTHON ?= python3
VENV := .venv/bin/python
INSTALL := $(PYTHON) storefront/runtime/install.py
TEMPLATES := $(wildcard */templates */*/templates)
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

.PHONY: help demo serve stop setup test coverage lint format messages requirements schema bench bench-schema bench-search elasticsearch drill-search drill-doors drill-stamps bench-stamps bench-sheets bench-resolver bench-scan bench-busy bench-epcis drill-inputs drill-abuse matrix audit clean drill-shop bench-checkout

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: ## run the site with the real register and demo accounts (first run installs everything)
	@$(INSTALL) requirements.txt
	@exec $(VENV) -m storefront.runtime.launcher demo

serve: ## the same for development: the web server restarts when code changes
	@$(INSTALL) requirements.txt
	@exec $(VENV) -m storefront.runtime.launcher serve

stop: ## end what an earlier start from this folder left running
	@if [ -x $(VENV) ]; then $(VENV) -m storefront.runtime.launcher stop; fi

setup: ## install everything for development
	@$(INSTALL) requirements-dev.txt

test: setup ## run all tests; a part of them with ARGS="tests/runtime -k postgres"
	@$(VENV) -m pytest $(ARGS)

coverage: setup ## run all tests and report which lines none of them reaches (var/coverage/index.html)
	@mkdir -p var/coverage
	@$(VENV) -m coverage erase
	@$(VENV) -m coverage run -m pytest $(ARGS)
	@$(VENV) -m coverage combine --quiet
	@$(VENV) -m coverage html --quiet --directory var/coverage
	@$(VENV) -m coverage report --format total

lint: setup ## check style, import directions, types, migrations, templates and translations
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	.venv/bin/lint-imports --no-cache --no-logo
	$(VENV) -m mypy
	$(VENV) manage.py makemigrations --check --dry-run
	$(VENV) manage.py dump_schema --check
	$(VENV) -m djhtml --check --tabwidth 2 $(TEMPLATES)
	$(VENV) -m storefront.runtime.messages check

format: setup ## bring code and templates into the common style
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .
	$(VENV) -m djhtml --tabwidth 2 $(TEMPLATES)

messages: setup ## collect the texts to translate into locale/vi and compile them
	$(VENV) -m storefront.runtime.messages update
	$(VENV) -m storefront.runtime.messages compile

requirements: setup ## pin what requirements.in and requirements-dev.in ask for; ARGS="--upgrade" takes newer versions
	.venv/bin/uv pip compile --quiet requirements.in --output-file requirements.txt $(ARGS)
	.venv/bin/uv pip compile --quiet requirements-dev.in --output-file requirements-dev.txt $(ARGS)

schema: setup ## write storefront/schema.sql anew after a change of migrations or of a library (a few minutes)
	$(VENV) manage.py dump_schema

bench-schema: ## measure how long the tables of an empty database take, beside all migrations one by one
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_schema

bench: ## measure the speed of the main pages and of the search
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench

bench-search: ## measure the search on 20,000 and 500,000 made-up products, beside two peers
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_search

elasticsearch: ## run one Elasticsearch node to try the site with it (needs a JDK and Maven)
	@$(INSTALL) requirements.txt
	@exec $(VENV) -m storefront.runtime.elasticsearch

drill-search: setup ## kill workers and Elasticsearch nodes under load, then compare index and database (5 minutes)
	@$(VENV) -m pytest tests/search/drills.py -n 0 -s

drill-inputs: setup ## throw every hostile value at every name of every address (an hour)
	@HOSTILE=deep $(VENV) -m pytest tests/storefront/web/test_hostile_input.py -n 2

drill-doors: setup ## ask at every address of every office as everybody (2 minutes)
	@MATRIX=full $(VENV) -m pytest tests/storefront/web/test_matrix.py -n 2

drill-stamps: setup ## read the smallest stamps through every blur and noise (1 minute)
	@$(VENV) -m pytest tests/catalogue/traceability/drills.py -n 2

matrix: setup ## print who may read and who may send to every address, with its name in the URL table
	@$(VENV) -m tests.matrix

drill-abuse: setup ## attack a demo site of its own: slow and greedy clients, a database that goes away; ends with 1 where a bound breaks
	@$(VENV) -m deploy.drills $(ARGS)

drill-shop: setup ## buyers, banks and sellers while web server and worker are killed, then every đồng is looked for (MINUTES=10 SEED=1)
	@$(VENV) -m deploy.shop_drill --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1)

bench-stamps: ## measure how long a million stamp serials take
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_stamps

bench-scan: ## measure how many scans a second are answered, beside an empty view
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_scan

bench-busy: ## measure how many pages a second come from memory while orders and scans come in, beside the idle site
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_busy

bench-sheets: ## measure how many sheets of stamps a second are drawn, beside the plain way
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_sheets

bench-resolver: ## measure how long the GS1 resolver takes to answer
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_resolver

bench-epcis: ## measure the largest EPCIS document and half of it: time in proportion to size
	@$(INSTALL) requirements.txt
	@$(VENV) manage.py bench_epcis

bench-checkout: setup ## measure orders a second of one hot product, beside a bare row of PostgreSQL, and memory
	@$(VENV) -m deploy.bench_checkout

audit: setup ## judge the running site with Lighthouse, the Nu checker and axe (needs node, chromium, java)
	@$(VENV) -m deploy.audit $(ARGS)

clean: stop ## remove everything that was made here: .venv and var (with the demo database)
	rm -rf .venv .venv.lock var
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
	rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache locale/*/LC_MESSAGES/*.mo
