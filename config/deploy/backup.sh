#!/usr/bin/env bash
# backup.sh FOLDER [KEEP]: one file with everything the database of DATABASE_URL holds, taken while the site runs, as of
# one moment. Written aside and checked before it gets its name; of those that have one the newest KEEP (30) stay.
set -euo pipefail
folder=$1 keep=${2:-30}
: "${DATABASE_URL:?names the database}"
mkdir -p "$folder"
chmod 700 "$folder"
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
    pg_dump --format=custom --no-owner --no-privileges --file="$aside" "$DATABASE_URL"
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
