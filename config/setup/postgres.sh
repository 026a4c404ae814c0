#!/usr/bin/env bash
# postgres.sh BIN COMMAND...: runs the command with DATABASE_URL naming a PostgreSQL server of its own, on a socket in a
# temporary folder; the server and all its data are gone afterwards. BIN is the folder of initdb and pg_ctl.
set -euo pipefail
bin=$1
shift
home="/tmp/rumours-postgres-$$" # short: a socket's path may have about 100 characters
mkdir -m 700 "$home"

owner=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$home"
  owner=(runuser -u "$user" --)
fi
server() { (cd "$home" && ${owner[@]+"${owner[@]}"} "$@"); }

cleanup() {
  server "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

server "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$home/initdb.log" 2>&1 ||
  { cat "$home/initdb.log" >&2; exit 1; }
server "$bin/pg_ctl" -D "$home/data" -l "$home/server.log" -w start \
  -o "-c listen_addresses='' -c unix_socket_directories='$home' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
  >/dev/null || { cat "$home/server.log" >&2; exit 1; }

DATABASE_URL="postgres://postgres@/$home/rumours" "$@"
