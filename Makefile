SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The example's reference day and its private part. `make site TODAY=2026-12-01` shows another day,
# `make site TODAY=` the real one; a private folder that is not there is left out.
TODAY ?= $(if $(wildcard examples/private),2026-11-20)
PRIVATE ?= examples/private
PYTHON ?=
ARGS ?=
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
PIP_INSTALL := $(PIP) install --no-cache-dir
REHEARSAL := $(if $(TODAY),--today $(TODAY)) $(if $(wildcard $(PRIVATE)),--private $(PRIVATE))

# Runs one step and says how many seconds it took.
step = @printf '\n== %s\n' "$(1)"; TIMEFORMAT='-- %1R s'; time $(2)

.PHONY: help
help: ## Show what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: install ## Check the example program, match, report, and build its site
	$(call step,check,$(BIN)/mentorgen check $(REHEARSAL))
	$(call step,match,$(BIN)/mentorgen match $(REHEARSAL))
	$(call step,status,$(BIN)/mentorgen status $(REHEARSAL))
	$(call step,remind,$(BIN)/mentorgen remind $(REHEARSAL))
	$(call step,build,$(BIN)/mentorgen build --preview $(REHEARSAL))
	@printf '\nThe site is ready in %s\nTo walk around in it: make serve, then open http://127.0.0.1:8000/\n' "$(CURDIR)/site"

.PHONY: serve
serve: install ## Show the site at a local address and rebuild it on every change
	@$(BIN)/mentorgen serve --preview $(REHEARSAL)

.PHONY: test
test: $(VENV)/.dev ## Run all tests; every branch must be covered
	@$(BIN)/python -m pytest --numprocesses=2 --cov $(ARGS)

.PHONY: suites
suites: $(VENV)/.dev ## Run the tests that need collections of others, which npm fetches
	@$(BIN)/python -m tests.hostile.corpora
	@$(BIN)/python -m pytest --numprocesses=2 -m suites $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/.deep ## Search two minutes for files that make the loader fail
	$(BIN)/python -m tests.hostile.fuzz $(ARGS)

.PHONY: links
links: $(VENV)/.deep site ## Follow every link of the example's site to where it leads, without the network
	$(BIN)/lychee --offline --include-fragments --index-files index.html --no-progress --root-dir $(CURDIR)/site site

.PHONY: mutants
mutants: $(VENV)/.deep ## Break the code in small ways and count what no test notices
	$(BIN)/python bench/mutants.py $(ARGS)

.PHONY: deep
deep: test suites ## Run all tests, the long searches for counter-examples and the measurements
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest --numprocesses=2 -m hypothesis
	MUTANTS=30000 $(BIN)/python -m pytest --numprocesses=2 -rP tests/loading/test_mutations.py
	@$(MAKE) bench
	$(BIN)/python bench/assignment.py 100000
	$(BIN)/python bench/reminders.py
	@$(MAKE) links
	$(BIN)/python bench/lighthouse.py
	@$(MAKE) fuzz
	@$(MAKE) mutants

.PHONY: bench
bench: $(VENV)/.dev ## Measure speed and memory
	$(BIN)/python bench/run.py $(ARGS)

.PHONY: lint
lint: $(VENV)/.dev ## Check style, types, layers, workflows, spelling and dependencies
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy mentorgen tests $(wildcard bench/*.py)
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict .
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions .github/actions/*/action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/zizmor --offline --persona auditor --no-progress .github
	$(BIN)/codespell
	$(BIN)/deptry .

.PHONY: reference
reference: $(VENV)/.dev ## Write docs/reference again, from the code and the tests' examples
	$(BIN)/python -m tests.reference

.PHONY: words
words: $(VENV)/.dev ## Collect what the site says, and bring its translations up to date
	$(BIN)/python -m tests.catalogues

.PHONY: install
install: $(VENV)/.runtime ## Set up what the program itself needs, and no more

.PHONY: lock
lock: $(VENV)/.made ## Write the locks again; UPGRADE=--upgrade takes the newest versions
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	$(BIN)/python -m venv "$$scratch"; \
	"$$scratch/bin/python" -m pip --disable-pip-version-check --quiet install --no-cache-dir \
		--require-hashes -r requirements/lock.txt; \
	compile() { \
		env -u PIP_FIND_LINKS -u UV_FIND_LINKS UV_NO_CONFIG=1 "$$scratch/bin/uv" pip compile \
			--quiet --no-cache --universal --python-version 3.11 --generate-hashes --no-annotate \
			--no-strip-extras \
			--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
			$(UPGRADE) "$$@"; \
	}; \
	compile pyproject.toml -o requirements/base.txt; \
	compile pyproject.toml --group dev -c requirements/base.txt -o requirements/dev.txt; \
	compile --group build -c requirements/dev.txt -o requirements/build.txt; \
	compile --group lock -o requirements/lock.txt; \
	compile --group deep -c requirements/dev.txt -o requirements/deep.txt; \
	compile --group rival -c requirements/dev.txt -o requirements/rival.txt

.PHONY: dist
dist: $(VENV)/.runtime ## Build the package that people install
	@rm -rf dist
	$(PIP) wheel --no-build-isolation --no-deps --wheel-dir dist .

.PHONY: upload
upload: $(VENV)/.made ## Publish what 'dist' holds; a workflow does this for a tag, without a password
	@$(PIP_INSTALL) --require-hashes -r requirements/lock.txt
	$(BIN)/uv publish --trusted-publishing always dist/*

.PHONY: clean
clean: ## Remove everything that make and the tools made
	rm -rf $(VENV) site site-organiser dist build .cache .coverage .coverage.* htmlcov .hypothesis \
		.import_linter_cache .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says: this environment holds what these files ask for.
$(VENV)/.made:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Setting up with $$("$$python" --version) in $(VENV)"; \
			rm -rf $(VENV); \
			"$$python" -m venv $(VENV) || { \
				rm -rf $(VENV); \
				echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
				exit 1; \
			}; \
			touch $@; exit 0; \
		fi; \
	done; \
	echo "mentorgen needs Python 3.11 or later; found: $$(python3 --version 2>/dev/null || echo none)." \
		"Install one and run 'make PYTHON=/path/to/python3.11 ...'." >&2; \
	exit 1

$(VENV)/.runtime: requirements/base.txt requirements/build.txt pyproject.toml | $(VENV)/.made
	@echo "Installing what mentorgen needs (about a minute)"
	@TIMEFORMAT='-- %1R s'; time $(PIP_INSTALL) --require-hashes -r requirements/base.txt -r requirements/build.txt
	@$(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	@echo "Installing what the tests need"
	@TIMEFORMAT='-- %1R s'; time $(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.deep: requirements/deep.txt $(VENV)/.dev
	@$(PIP_INSTALL) --require-hashes -r requirements/deep.txt
	@touch $@
