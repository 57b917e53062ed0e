#!/usr/bin/env bash
# Copies samples/Copyable out of the repository, builds it with the packed packages without a warning, and runs its tests.
#
#   eng/check-copyable.sh <folder of the packages> <version>
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/eng/packed.sh" "$1" "$2"

# What git would bring, and nothing that was built beside it.
(cd "$repository/samples" && git ls-files -z --cached --others --exclude-standard Copyable | tar --null --files-from=- -cf -) \
  | tar -xf - -C "$folder"
cd "$folder/Copyable"
dotnet build "${strict[@]}" -p:WhatsCommerceVersion="$version"
dotnet test --no-build -p:WhatsCommerceVersion="$version"
