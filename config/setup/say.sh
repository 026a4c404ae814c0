# Sourced by the other scripts here: where the project is, how they speak, how they stop.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '==> %s\n' "$*"; }

# One line that names what is missing and how to get it; nothing is ever skipped in silence.
stop() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 2
}
