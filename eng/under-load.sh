#!/usr/bin/env bash
# Runs the tests again and again on a machine that is busy with other things: no test may depend on how much time it is given. Says after each
# run how it went and how long it took; the exit code is 1 when any of them failed.
#
#   eng/under-load.sh [-n <runs>] [-j <busy threads>] [<project of tests/>]...
#
# Unless told otherwise ten runs beside sixteen busy threads, of the whole solution as the README has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=10
threads=16
while getopts n:j: option; do
  case $option in
    n) runs=$OPTARG ;;
    j) threads=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
targets=(WhatsCommerce.Sdk.sln)
(($# == 0)) || targets=("${@/#/tests/}")

# The busy threads are ended by their ids; should this script be killed, they end by themselves.
busy=()
tidy() {
  ((${#busy[@]} == 0)) || kill "${busy[@]}" 2>/dev/null || true
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

be_busy() {
  local turn
  while kill -0 $$ 2>/dev/null; do
    for ((turn = 0; turn < 1000000; turn++)); do :; done
  done
}

logs=artifacts/under-load
mkdir -p "$logs"
for target in "${targets[@]}"; do
  dotnet build "$target" -v q --nologo
done

for ((thread = 0; thread < threads; thread++)); do
  be_busy &
  busy+=($!)
done

failed=0
for ((run = 1; run <= runs; run++)); do
  for target in "${targets[@]}"; do
    begin=$SECONDS
    log=$logs/$(basename "$target").$run.log
    result=passed
    # A test that hangs is a failure too.
    kind=--project
    [[ $target != *.sln ]] || kind=--solution
    timeout --kill-after=15 3600 dotnet test "$kind" "$target" --no-build >"$log" 2>&1 || result=FAILED
    printf 'run %d of %d, %s: %s after %d s\n' "$run" "$runs" "$(basename "$target")" "$result" $((SECONDS - begin))
    if [[ $result == FAILED ]]; then
      failed=$((failed + 1))
      grep -E '^failed ' "$log" || tail -5 "$log"
    fi
  done
done

printf '%d of %d failed; the logs are in %s\n' "$failed" $((runs * ${#targets[@]})) "$logs"
((failed == 0))
