# make demo: set up and write the example documents; make test: set up and pass the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint templates goldens clean

demo: .venv/ready
	$(BIN)/vanthu demo

test: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

lint: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

# Rebuild what is built from the figures in generator/law and committed.
templates: .venv/ready
	$(BIN)/python tools/build_templates.py
	$(BIN)/python tools/build_locale.py
	$(BIN)/python tools/build_reference.py

# Accept the pages as they are now; read the diff before committing it.
goldens: .venv/ready
	VANTHU_UPDATE_GOLDENS=1 $(BIN)/python -m pytest tests/test_goldens.py

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "vanthu needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv output
