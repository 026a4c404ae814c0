# Sourced by test.sh: finds PostgreSQL, Chromium and what the tests of several machines start, as far as the tests of
# $mode need them. As root on Debian it installs what is missing; elsewhere it stops and names it. Sets POSTGRES_BIN and
# CHROMIUM where they are found.

first_on_disk() {
  local path
  for path in "$@"; do
    if [ -x "$path" ]; then printf '%s\n' "$path" && return; fi
  done
  return 1
}

find_postgres() {
  local initdb
  initdb=$(first_on_disk "$(command -v initdb || true)" /usr/lib/postgresql/*/bin/initdb \
    /opt/homebrew/opt/postgresql*/bin/initdb /usr/local/opt/postgresql*/bin/initdb) || return 1
  # The command on PATH may be a link without the server beside it.
  initdb=$(readlink -f "$initdb" 2>/dev/null || printf '%s' "$initdb")
  POSTGRES_BIN=$(dirname "$initdb")
  [ -x "$POSTGRES_BIN/pg_ctl" ]
}

find_chromium() {
  CHROMIUM=$(first_on_disk "${CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v chromium-browser || true)" \
    "$(command -v google-chrome || true)" "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
}

has_fonts() { [ "$(uname)" != Linux ] || [ -n "$(find -L /usr/share/fonts ~/.fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ]; }

# Playwright drives the browser from a Node of its own, which may lack a library.
playwright_starts() { first_on_disk .venv/lib/python3*/site-packages/playwright/driver/node >/dev/null && .venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1; }

# Servers that Debian keeps where only root looks.
has_server() { first_on_disk "$(command -v "$1" || true)" "/usr/sbin/$1" "/usr/local/sbin/$1" >/dev/null; }

# What the tests of $mode need and is not there. TEST_DATABASE_URL names a server for most tests; faults kill their own.
missing_packages() {
  [ "$mode${TEST_DATABASE_URL:+ elsewhere}" = "full elsewhere" ] || find_postgres || echo postgresql
  case $mode in
    machines)
      has_server nginx || echo nginx-light
      local server
      for server in pgbouncer redis-server openssl curl; do has_server "$server" || echo "$server"; done
      ;;
    full)
      find_chromium || echo chromium
      has_fonts || echo fonts-dejavu-core
      playwright_starts || echo libatomic1
      ;;
  esac
}

find_tools() {
  local missing
  missing=$(missing_packages | tr '\n' ' ')
  missing=${missing% }
  if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # one word for each package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    missing=$(missing_packages | tr '\n' ' ')
    missing=${missing% }
  fi
  local made="make test-$mode"
  [ "$mode" != full ] || made="make test"
  [ -z "$missing" ] || stop "$made needs $missing (Debian, as root: apt-get install --no-install-recommends $missing; without them: make test-quick)"
  find_postgres || true
  find_chromium || true
  export CHROMIUM POSTGRES_BIN
}
