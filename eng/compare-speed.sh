#!/usr/bin/env bash
# What the SDK costs here and in another checkout, side by side: the same benchmark program is built against the sources of both, and their
# processes take their turns one after the other, so that what the machine does meets both alike. "No slower, measured in the same hour":
#
#   git worktree add /tmp/before main
#   eng/compare-speed.sh /tmp/before [--rows parser,send] [--turns N] [--processes N]
#
# Exit code 0 when no row is slower by more than 5 % or allocates more, 1 when one is or does, 2 when the arguments are wrong. Where the public
# API differs, the program does not build against the other checkout: copy that one, and rename there or here what the compiler names.
set -euo pipefail

if (($# == 0)) || [[ ! -d $1/src/WhatsCommerce.Sdk ]]; then
  printf 'Usage: eng/compare-speed.sh <another checkout> [options of the table]\n' >&2
  exit 2
fi

other=$(cd "$1" && pwd)/src
shift
cd "$(dirname "$0")/.."
project=benchmarks/WhatsCommerce.Benchmarks
builds=artifacts/compare-speed

# One after the other, since both use the project's obj folder.
build() {
  dotnet build "$project" -c Release -v q --nologo -p:RunAnalyzersDuringBuild=false -p:MeasuredSource="$1" -o "$builds/$2"

  # A build that somebody ends says nothing, and success.
  [[ -x $builds/$2/WhatsCommerce.Benchmarks ]] || { printf 'The program was not built against %s.\n' "$1" >&2; exit 2; }
}

rm -rf "$builds"
build "$other" before
build "$PWD/src" now
"$builds/now/WhatsCommerce.Benchmarks" table --beside "$builds/before/WhatsCommerce.Benchmarks" "$@"
