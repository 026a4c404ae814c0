#!/usr/bin/env bash
# backup.sh FOLDER [KEEP]: one file with everything the database of DATABASE_URL holds, taken while the site runs, as of
# one moment. Written aside and checked before it gets its name; of those that have one the newest KEEP (30) stay.
# DATABASE_URL must name the database itself: what pg_dump says to a pgbouncer would stay on connections of the site.
set -euo pipefail
folder=$1 keep=${2:-30}
: "${DATABASE_URL:?names the database}"
mkdir -p "$folder"
chmod 700 "$folder"
if [ "${PGBOUNCER:-no}" = yes ]; then
  echo "DATABASE_URL names a pgbouncer, through which no backup goes: name PostgreSQL itself, with PGBOUNCER=no" >&2
  exit 2
fi
stamp=$(date -u +%Y%m%dT%H%M%SZ)

case $DATABASE_URL in
  sqlite://*)
    name="rumours-$stamp.sqlite3" aside="$folder/.aside-$stamp"
    trap 'rm -f "$aside"' EXIT
    "${PYTHON:-python3}" - "${DATABASE_URL#sqlite:///}" "$aside" <<'PYTHON'
import sqlite3, sys

source = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
copy = sqlite3.connect(sys.argv[2])
source.backup(copy)
found = [row[0] for row in copy.execute("PRAGMA integrity_check")]
copy.close()
sys.exit(None if found == ["ok"] else f"The copy is broken: {found[:3]}")
PYTHON
    ;;
  postgres://* | postgresql://*)
    name="rumours-$stamp.dump" aside="$folder/.aside-$stamp"
    trap 'rm -f "$aside"' EXIT
    # The password goes by the environment: what stands in a command line `ps` shows to everybody.
    { read -r PGPASSWORD && read -r address; } < <("${PYTHON:-python3}" -c '
import os
from urllib.parse import unquote

scheme, _, rest = os.environ["DATABASE_URL"].partition("://")
place, slash, name = rest.partition("/")
who, at, where = place.rpartition("@")
user, _, password = who.partition(":")
print(unquote(password), f"{scheme}://{user}{at}{where}{slash}{name}", sep="\n")
')
    export PGPASSWORD
    pg_dump --format=custom --no-owner --no-privileges --file="$aside" "$address"
    pg_restore --list "$aside" >/dev/null
    ;;
  *)
    echo "DATABASE_URL is neither sqlite:// nor postgres://" >&2
    exit 2
    ;;
esac

sync "$aside"
mv "$aside" "$folder/$name"
find "$folder" -maxdepth 1 -type f -name 'rumours-*' | sort -r | tail -n +"$((keep + 1))" | while read -r old; do rm -f "$old"; done
printf '%s\n' "$folder/$name"
