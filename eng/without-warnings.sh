#!/usr/bin/env bash
# Runs a command and fails when it warns. Only what a package source says about itself is let through (NU15xx: several sources,
# NU16xx: a nearby version, NU19xx: audit): that is the machine's affair, not the repository's.
set -euo pipefail

log=$(mktemp)
trap 'rm -f "$log"' EXIT

"$@" 2>&1 | tee "$log"

warnings=$(grep -E '\bwarning\b[^:]*:' "$log" | grep -vE 'warning NU(15|16|19)[0-9]{2}:' | sort -u || true)
if [[ -n $warnings ]]; then
  printf 'There are warnings:\n%s\n' "$warnings" >&2
  exit 1
fi
