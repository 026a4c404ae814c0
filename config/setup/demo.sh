#!/usr/bin/env bash
# The demo: makes what is missing, then serves the site on this machine alone, with its worker, until Ctrl-C. Keeps
# what was entered.
set -euo pipefail
source "$(dirname "$0")/say.sh"
source config/setup/own_settings.sh

# Which site this is the demo decides; how it is tuned is left to whoever starts it.
unset_settings PORT VAR_DIR SITE_NAME CONTACT STAFF_OTP 'LIMIT_*' 'SESSION_*' 'LOG_*' 'WEB_*' TIME_LIMIT SLOW_QUERY_MS \
  PAGE_CACHE_MB METRICS_TOKEN
export SITE_ENV=demo PORT=${PORT:-8000} VAR_DIR=${VAR_DIR:-var}
address="127.0.0.1:$PORT" database="$VAR_DIR/rumours.sqlite3"
manage=(.venv/bin/python manage.py)

if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
  stop "port $PORT is taken; choose another: PORT=8001 make demo"
fi
mkdir -p "$VAR_DIR"
[ -f "$database" ] || rm -f "$VAR_DIR"/done-seeds "$VAR_DIR"/done-demo

# once NAME KEY COMMAND...: runs the command unless it was done before with the same key.
once() {
  local done="$VAR_DIR/done-$1" key=$2
  shift 2
  if [ "$(cat "$done" 2>/dev/null)" != "$key" ]; then
    "$@"
    printf '%s\n' "$key" >"$done"
  fi
}
contents() { find "$@" -type f ! -name '*.py[co]' -exec cksum {} + | LC_ALL=C sort | cksum; }

collect() { say "Collecting static files"; "${manage[@]}" collectstatic --noinput --clear --verbosity 0; }
load_seeds() { say "Loading reference data from seeds/"; "${manage[@]}" load_reference seeds/*.csv; }
load_demo() { say "Making the demo world"; "${manage[@]}" load_demo; }

once static "$(contents static requirements.txt config/static.py)" collect
say "Bringing the database $database up to date"
"${manage[@]}" migrate --verbosity 0
once seeds "$(contents seeds)" load_seeds
once demo world load_demo

"${manage[@]}" demo_editor
say "Serving on http://$address/ (admin: http://$address/admin/); Ctrl-C stops"
"${manage[@]}" worker & worker=$!
.venv/bin/gunicorn --config python:config.server & server=$!
# Whatever ends one of them, or this script, ends the other; both finish what they are at.
leave() {
  trap - EXIT INT TERM HUP
  kill "$server" "$worker" 2>/dev/null || true
  wait "$server" "$worker" 2>/dev/null || true
}
trap leave EXIT
trap 'exit 0' INT TERM HUP
# As `wait -n`, which bash has since 4.3 and macOS not: a demo without its server or its worker is none.
while kill -0 "$server" 2>/dev/null && kill -0 "$worker" 2>/dev/null; do
  sleep 1 &
  wait $!
done
kill -0 "$server" 2>/dev/null || stop "the server has ended; why, it has said above"
stop "the worker has ended; why, it has said above"
