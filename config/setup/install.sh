#!/usr/bin/env bash
# install.sh LOCK: a virtual environment in .venv with exactly what the lock file names, hashes checked.
# A second call with the same lock does nothing. Needs neither root nor the venv module's ensurepip.
set -euo pipefail
source "$(dirname "$0")/say.sh"
lock=$1 python=${PYTHON:-python3}

if .venv/bin/python -c '' 2>/dev/null && cmp -s "$lock" ".venv/installed-$lock"; then
  exit 0
fi

command -v "$python" >/dev/null || stop "no $python here; Python 3.11 or newer is needed (Debian: apt-get install python3 python3-pip)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "$("$python" --version) is too old; name a Python 3.11 or newer: make PYTHON=python3.11"

if ! .venv/bin/python -c '' 2>/dev/null; then
  say "Making the virtual environment .venv"
  # Debian's python3 comes without ensurepip; its pip can fill an environment that has no pip of its own.
  "$python" -m venv --clear --without-pip .venv 2>/dev/null ||
    stop "$python cannot make a virtual environment (Debian: apt-get install python3-venv)"
fi

if command -v uv >/dev/null; then
  installer=(uv pip install --quiet --python .venv/bin/python)
elif "$python" -m pip --version >/dev/null 2>&1; then
  installer=("$python" -m pip --python .venv/bin/python --disable-pip-version-check install --quiet --quiet)
elif .venv/bin/python -m ensurepip >/dev/null 2>&1; then
  installer=(.venv/bin/python -m pip --disable-pip-version-check install --quiet --quiet)
else
  stop "$python has no pip (Debian: apt-get install python3-pip)"
fi

say "Installing $lock into .venv"
"${installer[@]}" --require-hashes -r "$lock"
cp "$lock" ".venv/installed-$lock"
