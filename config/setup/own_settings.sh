# Sourced by scripts that decide themselves how the site is set, after say.sh.

# unset_settings [PATTERN...]: takes away every variable that config/env.py reads, but for those that are named.
unset_settings() {
  local name pattern
  for name in $(tr -d '\n ' <config/env.py | grep -oE 'Setting\("[A-Z_]+"' | cut -d '"' -f 2); do
    for pattern in "$@"; do
      # shellcheck disable=SC2254  # a pattern it is
      case $name in $pattern) continue 2 ;; esac
    done
    unset "$name"
  done
}
