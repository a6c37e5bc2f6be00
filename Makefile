# Python 3.11 or newer and make are all that a machine needs; everything else goes into .venv.
PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))
BIN := .venv/bin
ASSETS := audit_service/web/assets
STATIC := audit_service/web/static
export PATH := $(CURDIR)/$(BIN):$(PATH)
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
export UV_PYTHON_DOWNLOADS := never
# Compiled once while it is set up, not at each start.
export UV_COMPILE_BYTECODE := 1
# Where the network inspects TLS, its certificate is only in the machine's own store.
export NODE_USE_SYSTEM_CA := 1

.DELETE_ON_ERROR:
.PHONY: run setup test check bench clean

# Every night, what was decided is replayed and what is overdue is handed up.
run: export AUDIT_RECHECK_AT ?= 2
run: setup
	@audit-service prepare
	@audit-service demo
	@exec audit-service serve

setup: .venv/.synced $(STATIC)/version

test: setup
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| playwright install --only-shell chromium >/dev/null 2>&1 \
		|| { echo 'Install Chromium first: apt-get install chromium fonts-wqy-microhei' >&2; exit 1; }
	pytest -n 3 --dist worksteal --cov --cov-report=
	coverage report --fail-under 100

check: setup
	ruff format --check
	ruff check
	mypy
	lint-imports --no-logo
	vulture
	codespell
	djlint --lint --quiet audit_service
	deptry .

bench: setup
	python -m tests.bench

clean:
	rm -rf .venv $(STATIC) $(ASSETS)/node_modules

# uv must come from somewhere: the environment itself brings it.
$(BIN)/uv:
	@test -n '$(PYTHON)' || { echo 'Install Python 3.11 or newer first.' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo 'Install the venv module of Python first (python3-venv).' >&2; exit 1; }
	python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'

# The second try is for a network that inspects TLS, as above.
.venv/.synced: pyproject.toml uv.lock | $(BIN)/uv
	@uv sync --locked --inexact --quiet 2>.venv/said || UV_SYSTEM_CERTS=true uv sync --locked --inexact --quiet \
		|| { cat .venv/said >&2; exit 1; }
	@touch $@

# Node comes with the environment, so that the assets are built the same everywhere.
$(STATIC)/version: $(wildcard $(ASSETS)/*.* $(ASSETS)/parts/*) | .venv/.synced
	python $(ASSETS)/build.py
	@touch $@
