#!/usr/bin/env bash
# Mutation testing: Stryker changes the code in one small place after the other, runs the tests that reach the place, and tells which
# changes none of them noticed. Takes up to half an hour; globs limit it to some files.
#
#   eng/mutate.sh <primitives|readers|builders> [<glob of files>...]
#   eng/mutate.sh readers '**/JsonNumber.cs' '**/Rest.cs'
#
# Works in a copy of the tree, uncommitted changes included, and leaves the report in artifacts/mutation. The scopes, their tests and what
# is left out by rule stand in eng/mutation; docs/decisions/mutation-score.md judges what survives.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=5.1.0
scope=${1:?Usage: eng/mutate.sh <primitives|readers|builders> [<glob of files>...]}
shift
case $scope in
  primitives) tests=WhatsCommerce.Sdk.Primitives.Tests ;;
  readers) tests=WhatsCommerce.Sdk.Webhooks.Tests ;;
  builders) tests=WhatsCommerce.Sdk.Tests ;;
  *) echo "The scopes are primitives, readers and builders; there is no '$scope'." >&2; exit 2 ;;
esac

repository=$PWD
output=$repository/artifacts/mutation/$scope
tool=$repository/artifacts/mutation/stryker-$version
[[ -x $tool/dotnet-stryker ]] || dotnet tool install dotnet-stryker --version "$version" --tool-path "$tool"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/tree" "$output"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- --ignore-failed-read | tar -x -C "$folder/tree"
[[ ! -d ../shared ]] || ln -s "$(cd ../shared && pwd)" "$folder/shared"
cp eng/mutation/Tests.targets "$folder/tree/tests/Directory.Build.targets"

globs=()
for glob in "$@"; do
  globs+=(--mutate "$glob")
done

# Stryker changes the package, and leaves a list of the changes and the package that holds them all, each behind a switch.
package=${tests%.Tests}
export MUTATED_BY=$tests
cd "$folder/tree/tests/$tests"
MUTANTS=$folder MUTATED_PACKAGE=$package "$tool/dotnet-stryker" --config-file "$repository/eng/mutation/$scope.json" \
  --output "$output" --test-runner mtp --concurrency 1 --skip-version-check "${globs[@]}"

dotnet build -v q -clp:ErrorsOnly
cp "$folder/$package.dll" bin/Debug/net10.0
report=$output/reports/mutation-report.json
cd "$repository"
TOKENIZER_ROUNDS=${TOKENIZER_ROUNDS:-50} FSCHECK_TESTS=${FSCHECK_TESTS:-2} dotnet run eng/mutation/TryMutants.cs -- \
  "$report" "$folder/tree/tests/$tests/bin/Debug/net10.0/$tests.dll" "$package" "${MUTATION_PROCESSES:-1}"
dotnet run eng/mutation/Survivors.cs -- "$report"
