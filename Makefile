# Two commands do all the set-up: `make demo` and `make test`. `make` alone runs all that CI does.
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed

.PHONY: all demo test lint measure bench lock snapshot clean
all: test

$(STAMP): pyproject.toml requirements.lock
	@python3 -m venv $(VENV)
	@$(PY) -m pip install -qq -r requirements.lock
	@$(PY) -m pip install -qq --no-deps -e .
	@touch $(STAMP)

demo: $(STAMP)  ## a dossier of our own example coverage, in out/demo
	@$(VENV)/bin/crossread read examples/harbour -o out/demo

test: $(STAMP) lint  ## everything that must be right
	@$(PY) -m pytest

lint: $(STAMP)
	@$(VENV)/bin/ruff check -q .
	@$(VENV)/bin/ruff format -q --check .
	@$(VENV)/bin/mypy --no-error-summary

measure: $(STAMP)  ## how good it is, on every corpus at hand; writes quality/results.md
	@$(PY) quality/measure.py

bench: $(STAMP)  ## how fast it is; writes quality/results.md
	@$(PY) quality/bench.py

snapshot: $(STAMP)  ## writes the example's dossier anew as a page; look at the difference as a reader would
	@$(PY) quality/snapshot.py

lock: $(STAMP)  ## pins anew what we build and test with
	@$(PY) -m pip install -q uv
	@$(VENV)/bin/uv pip compile -q pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 -o requirements.lock

clean:
	@rm -rf $(VENV) out
