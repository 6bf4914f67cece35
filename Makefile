# `make run` serves the site, `make test` runs every test; both first bring the machine to where they can.
PORT ?= 8000
# The system's own Python, where it will do: Debian patches it with all else, and builds it with profiles
# of programs, so that a page takes a tenth less time than by one that pyenv builds.
will_do := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell /usr/bin/python3 -c '$(will_do)' 2>/dev/null && echo /usr/bin/python3 || echo python3)
endif
ARGS ?=
export PORT PYTHON
# What is compiled is kept, whatever a shell says: tests start many processes, of a thousand modules each.
export PYTHONDONTWRITEBYTECODE :=

with_settings := scripts/with-settings
manage := $(with_settings) .venv/bin/python manage.py

.PHONY: help run dev test lint admin bench messages lock stop clean free-port set-up-run set-up-test set-up-bench
.NOTPARALLEL:

help: ## what there is to make
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 17

run: free-port set-up-run ## serve the site at http://127.0.0.1:8000
	@$(with_settings) scripts/serve

# Static files by WhiteNoise as in production: a sandboxed frame may load no others.
dev: free-port set-up-run ## the same with the reloading server and error pages
	@DEBUG=true $(manage) runserver --nostatic 127.0.0.1:$(PORT)

test: lint ## every check and every test, in parallel; ARGS="-k hours" to choose
	@CHROMIUM="$$(scripts/browser)" $(with_settings) .venv/bin/python -m pytest --numprocesses auto $(ARGS)

lint: set-up-test ## format, lint and types
	@.venv/bin/python -m ruff format --check --quiet .
	@.venv/bin/python -m ruff check --quiet .
	@$(with_settings) .venv/bin/python -m mypy

admin: set-up-run ## make a staff account
	@$(manage) createsuperuser $(ARGS)

bench: set-up-bench ## how fast, beside a textbook project and a floor in the same run; SIZES="58 10000"
	@$(with_settings) .venv/bin/python benchmarks/run.py $(ARGS)

messages: set-up-run ## collect the texts to translate and compile the translations
	@$(manage) makemessages --locale en --no-obsolete --add-location file --ignore '.venv/*' --ignore 'var/*'
	@$(with_settings) scripts/build

lock: ## write requirements/*.txt anew; ARGS=--upgrade for newer versions
	@scripts/lock $(ARGS)

stop: ## stop the database
	@scripts/cluster stop

clean: ## remove all that was made here, the database included
	@scripts/clean

free-port:
	@$(PYTHON) scripts/free_port.py "$(PORT)"

set-up-run:
	@scripts/set-up run

set-up-test:
	@scripts/set-up test

set-up-bench:
	@scripts/set-up bench
