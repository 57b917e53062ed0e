#!/usr/bin/env bash
# Runs a command, and fails when it and all that it started used more than so many minutes of the processors: on a busy machine the clock on
# the wall tells nothing. What outlives the command, such as a server of the compiler, is not counted, so there is none.
#
#   eng/within-minutes.sh <minutes> <command>...
set -euo pipefail

minutes=$1
shift
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
begin=$SECONDS
"$@"
# The second line of "times" has the user and the system time of what was started: 1m2.345s 0m6.789s. A pipe would be a shell of its own.
used=$(mktemp)
trap 'rm -f "$used"' EXIT
times > "$used"
seconds=$(awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, part, /[ms]/); sum += part[1] * 60 + part[2] }; printf "%.0f", sum }' "$used")
printf '%d s of machine time, %d s on the clock\n' "$seconds" $((SECONDS - begin))
((seconds <= minutes * 60))
