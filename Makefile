# make demo: set up and write the example documents; make serve: set up and open the page; make test: set up and pass the tests; make bench: measure.
PYTHON ?= python3
BIN := .venv/bin
# The exact versions installed; CONSTRAINTS= (empty) installs the newest that pyproject.toml allows.
CONSTRAINTS ?= constraints.txt
NEWEST := .venv/newest/bin/python

.PHONY: demo serve test lint bench templates goldens constraints clean

demo: .venv/ready
	$(BIN)/vanthu demo

# The office's page on this machine; DATA and PORT as one likes.
DATA ?= vanthu-du-lieu
PORT ?= 8000
serve: .venv/ready
	$(BIN)/vanthu serve --data $(DATA) --port $(PORT)

# Types are checked by one process, beside the tests; what it says is read at the end. Many tests start Python anew, which
# would read what has changed since .venv/ready as text each time.
test: .venv/ready
	$(BIN)/python -m compileall -q -j 0 generator
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy > .venv/types 2>&1 & types=$$!; \
	$(BIN)/python -m pytest -n auto --dist worksteal; tests=$$?; \
	wait $$types; types=$$?; cat .venv/types; exit $$((tests | types))

lint: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

# One table of times against docxtpl, docxtemplater and LibreOffice; about ten minutes, on a machine left alone.
bench: .venv/ready .venv/bench/ready
	$(BIN)/python -m bench $(GROUPS)

# Rebuild what is built from the code and committed: templates, what a start needs, texts, pages of fields and rules.
templates: .venv/ready
	$(BIN)/python tools/build_templates.py
	$(BIN)/python tools/build_ready.py
	$(BIN)/python tools/build_locale.py
	$(BIN)/python tools/build_reference.py
	$(BIN)/python tools/build_rules.py

# Accept the pages as they are now; read the diff before committing it.
goldens: .venv/ready
	VANTHU_UPDATE_GOLDENS=1 $(BIN)/python -m pytest tests/test_examples.py -k pages_are_as_accepted

# An editable install leaves out what pip does for others: bytecode, without which a command takes twice as long to start
# where Python is told not to write it.
.venv/ready: pyproject.toml $(CONSTRAINTS)
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "vanthu needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		$(if $(CONSTRAINTS),--constraint $(CONSTRAINTS),--upgrade --upgrade-strategy eager) --editable '.[dev]'
	$(BIN)/python -m compileall -q -j 0 generator
	touch $@

# Take the newest versions into constraints.txt; run the tests and read the goldens' diff before committing it.
constraints: .venv/ready
	$(PYTHON) -m venv --clear .venv/newest
	$(NEWEST) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	grep '^#' constraints.txt > .venv/constraints.txt
	$(NEWEST) -m pip freeze --disable-pip-version-check --exclude-editable >> .venv/constraints.txt
	mv .venv/constraints.txt constraints.txt

# What is compared with lives apart, is no dependency of the project, and may be missing: the table says so.
.venv/bench/ready: .venv/ready
	mkdir -p .venv/bench/unoserver
	-npm install --silent --no-audit --no-fund --prefix .venv/bench docxtemplater@3 pizzip@3
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
		--target .venv/bench/unoserver 'unoserver>=3,<4'
	touch $@

clean:
	rm -rf .venv output
