#!/usr/bin/env bash
# test.sh [quick|lint|faults|machines]: the checks of the project, in the order of their speed; stops at the first that
# fails. quick leaves out PostgreSQL and the browser, lint all tests; both say so. faults and machines run what kills
# processes and starts whole sites, and nothing else: they take minutes each, and each change need not wait for them.
set -euo pipefail
source "$(dirname "$0")/say.sh"
source config/setup/tools.sh
source config/setup/own_settings.sh
mode=${1:-full}
bin=.venv/bin

# The tests decide their settings themselves. What Python has compiled is kept: a run starts some hundred processes.
unset_settings
unset PYTHONDONTWRITEBYTECODE
case $mode in full | faults | machines) find_tools ;; esac

summaries=()
# tests NAME COMMAND...: runs pytest and keeps its last line for the end.
tests() {
  local name=$1 output
  shift
  say "Tests: $name"
  output=$(mktemp)
  if ! "$@" 2>&1 | tee "$output"; then
    rm -f "$output"
    return 1
  fi
  summaries+=("$name: $(tail -n 1 "$output" | tr -d '=' | sed 's/^ *//; s/ *$//')")
  rm -f "$output"
}

case $mode in
  faults)
    tests faults "$bin/pytest" -q -n 2 --dist loadfile -m faults tests/faults tests/management --durations 5
    exit 0
    ;;
  machines)
    tests "several machines" "$bin/pytest" -q -m machines tests/machines --durations 5
    exit 0
    ;;
esac

# Made beside the checks that keep one core busy, so that no test waits for it.
[ "$mode" = lint ] || "$bin/python" -m tests.migrated &

say "Lint: ruff check" && "$bin/ruff" check --quiet .
say "Format: ruff format" && "$bin/ruff" format --check --quiet .
say "Templates of the admin: djade" && find templates/admin -name '*.html' -exec "$bin/djade" --check --target-version 5.2 {} +
say "Types: mypy" && "$bin/mypy"
say "Directions of import: import-linter" && "$bin/lint-imports" --no-logo
say "Migrations: none missing" && "$bin/python" manage.py makemigrations --check --dry-run

if [ "$mode" = lint ]; then
  say "All checks passed; left out: the tests (make test runs them)"
  exit 0
fi

wait
tests SQLite "$bin/pytest" -q -n auto --maxprocesses 8 --durations 10
if [ "$mode" = full ]; then
  # What asks no database is the same on both. The invented world is loaded on SQLite, by what other tests try on both.
  asking=(-p tests.database_only --ignore tests/demo)
  if [ -n "${TEST_DATABASE_URL:-}" ]; then
    tests PostgreSQL env DATABASE_URL="$TEST_DATABASE_URL" "$bin/pytest" -q -n auto --maxprocesses 8 "${asking[@]}" --durations 10
  else
    tests PostgreSQL bash config/setup/postgres.sh "$POSTGRES_BIN" "$bin/pytest" -q -n auto --maxprocesses 8 "${asking[@]}" --durations 10
  fi
  # A browser keeps its test waiting as often as not: one process more than there are cores.
  tests browser "$bin/pytest" -q -n $(($(getconf _NPROCESSORS_ONLN) + 1)) --maxprocesses 5 -m browser tests/browser
  summaries+=("left out: several machines and faults; make test-machines and make test-faults run them")
else
  summaries+=("left out: PostgreSQL and browser tests; make test runs them")
fi

say "All checks passed"
printf '    %s\n' "${summaries[@]}"
