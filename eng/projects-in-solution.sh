#!/usr/bin/env bash
# Fails when a project of the repository is missing in the solution: it would be built and tested by nobody. Those that the templates create
# are built by eng/check-templates.sh, and samples/Copyable, which takes the packed packages, by eng/check-copyable.sh.
set -euo pipefail

missing=$(comm -23 \
  <(git ls-files --cached --others --exclude-standard '*.csproj' | grep -v -e '^templates/whatscommerce-' -e '^samples/Copyable/' | sort) \
  <(dotnet sln WhatsCommerce.Sdk.sln list | tr '\\' '/' | grep '\.csproj$' | sort))
if [[ -n $missing ]]; then
  printf 'WhatsCommerce.Sdk.sln lacks:\n%s\n' "$missing" >&2
  exit 1
fi
