#!/usr/bin/env bash
# Prints the commands that README.md tells a newcomer to run in a clone: the lines of its shell blocks that begin with
# "dotnet run" or "dotnet test", without the comment behind them.
set -euo pipefail

sed -nE '/^```(bash|sh|shell|console)$/,/^```$/p' README.md \
  | sed -E 's/^\$ //; s/[[:space:]]+#.*$//' \
  | grep -E '^dotnet (run|test)\b'
