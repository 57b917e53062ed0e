#!/usr/bin/env bash
# Prints what a reader of a page does, as a script: the commands of its shell blocks, and the C# blocks whose first line names their file,
# in the order of the page.
#
#   eng/page-commands.sh <page> <heading of the first section> [<heading behind the last one>]
set -euo pipefail

[[ -f $1 ]] || { echo "There is no page $1." >&2; exit 2; }
commands=$(awk -v first="$2" -v behind="${3:-}" '
  $0 == first { reads = 1; next }
  reads && /^## / && (behind == "" || $0 == behind) { exit }
  !reads { next }
  /^```/ {
    if (file != "") print "PAGE_END"
    kind = kind == "" ? substr($0, 4) : ""
    file = ""
    begins = 1
    next
  }
  kind == "sh" { print; next }
  kind == "csharp" && begins && /^\/\/ [^ ]+\.cs$/ {
    file = substr($0, 4)
    printf "cat > %s <<\"PAGE_END\"\n", file
  }
  { begins = 0 }
  file != "" { print }
' "$1")
[[ -n $commands ]] || { echo "$1 has no commands below '$2'." >&2; exit 1; }
printf 'set -euo pipefail\n%s\n' "$commands"
