#!/usr/bin/env bash
# What takes too long for every run of the tests: a million mutated webhook bodies, none of which may make the parser throw, and bodies that
# grow in every place where they can, whose time may grow no faster than their length. Run it after changes to src/WhatsCommerce.Sdk.Webhooks.
# It takes some minutes; keep other work off the machine, since the second part measures time.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet run -c Release --project tests/WhatsCommerce.Sdk.Webhooks.Tests -- \
  -explicit only -showLiveOutput -parallel none -namespace WhatsCommerce.Tests.Mutations "$@"
