#!/usr/bin/env bash
# bench.sh: finds what the bench needs (PostgreSQL, and wrk where it can be had), then measures. As root on Debian it
# installs what is missing; elsewhere it names it, and without wrk loads the servers by processes of its own.
set -euo pipefail
source "$(dirname "$0")/say.sh"
source config/setup/tools.sh
source config/setup/own_settings.sh

# The bench decides these itself; SIZES, ONLY, ROUNDS and SECONDS_EACH are for who runs it.
unset_settings VAR_DIR

missing() {
  find_postgres || echo postgresql
  command -v wrk >/dev/null || echo wrk
}

lacking=$(missing | tr '\n' ' ')
if [ -n "$lacking" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  say "Installing $lacking"
  apt-get update -qq
  # shellcheck disable=SC2086  # one word for each package
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $lacking >/dev/null || true
fi
find_postgres || stop "make bench needs PostgreSQL (Debian, as root: apt-get install --no-install-recommends postgresql)"
command -v wrk >/dev/null || say "No wrk here: the servers are loaded by processes of the bench's own"
PATH="$POSTGRES_BIN:$PATH" exec .venv/bin/python -m tests.benchmarks.bench
