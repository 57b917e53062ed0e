#!/usr/bin/env bash
# What takes too long for every run of the tests: a million mutated webhook bodies, none of which may make the parser throw, and bodies that
# grow in every place where they can, whose time may grow no faster than their length; then a million texts for the tokenizer, with the vectors
# of this machine, with the smaller ones and without any. Run it after changes to src/WhatsCommerce.Sdk.Webhooks.
# It takes some minutes; keep other work off the machine, since the second part measures time.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet run -c Release --project tests/WhatsCommerce.Sdk.Webhooks.Tests -- \
  -explicit only -showLiveOutput -parallel none -namespace WhatsCommerce.Tests.Mutations "$@"

for off in None AVX2 HWIntrinsic; do
  env "DOTNET_Enable$off=0" TOKENIZER_ROUNDS=50000 dotnet run --no-build -c Release --project tests/WhatsCommerce.Sdk.Webhooks.Tests -- \
    -class WhatsCommerce.Tests.Json.JsonTokenizerTests "$@"
done
