# One line per daily job; `make help` lists them.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := .ci/requirements.lock
LOCALE := resources/locale
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/*.po))

# More words for pytest, such as: make test ARGS="tests/domain -k week"
ARGS ?=
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test lint format types contracts catalogue catalogue-update bench faults build lock

help: ## List the jobs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' \
		| awk -F'|' '{ printf "%-24s %s\n", $$1, $$2 }'

run: $(READY) $(CATALOGUES) ## Open the demo village (without a screen: play its day)
	@$(BIN)/dorpssteunpunt demo

test: $(READY) $(CATALOGUES) ## Run all tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

lint: $(READY) ## Check style and layout of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(READY) ## Lay out the code and repair what can be repaired
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(READY) ## Check the types
	@$(BIN)/mypy

contracts: $(READY) ## Check the contracts between the layers
	@$(BIN)/lint-imports

catalogue: $(READY) $(CATALOGUES) ## Check that the Dutch catalogue is whole
	@$(BIN)/python -m pytest -q tests/test_catalogue.py

catalogue-update: $(READY) ## Bring new messages of the code into the Dutch catalogue
	@mkdir -p build
	@$(BIN)/pybabel -q extract --no-location --sort-output --width 100 -c i18n: \
		-o build/dorpssteunpunt.pot dorpssteunpunt
	@$(BIN)/pybabel -q update -D dorpssteunpunt -d $(LOCALE) -l nl --width 100 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -i build/dorpssteunpunt.pot

bench: $(READY) $(CATALOGUES) ## Measure, and print ratios of the same run
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/bench -s -p no:randomly $(ARGS)

faults: $(READY) $(CATALOGUES) ## Kill, cut and flip a store by the hundred, and print what came of it
	@$(BIN)/python -m pytest tests/faults -q -p no:randomly $(ARGS)

build: $(READY) $(CATALOGUES) ## Build the program for this system, in dist/
	@$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec

lock: ## Lock the dependencies anew, with hashes (needs uv)
	@uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --quiet --output-file $(LOCK)

# The virtual environment: exactly what the lock says, and the project itself in place.
$(READY): pyproject.toml $(LOCK) $(LOCALE)/compile_catalogues.py
	@.ci/system-packages
	@python=$$(.ci/find-python) && echo "Preparing $(VENV) with $$python (once)" && \
		"$$python" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@touch $@

%.mo: %.po | $(READY)
	@$(BIN)/pybabel -q compile -i $< -o $@
