#!/usr/bin/env bash
# Runs the storefront's race and its property of quotes in full: 10,000 seeded interleavings against the fake provider's own books, and
# 1,000,000 random carts in 40 currencies. `dotnet test` runs some hundreds and some thousands of them.
#
#   eng/race.sh [<seeds> [<carts>]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export STOREFRONT_RACE_SEEDS=${1:-10000} STOREFRONT_QUOTES=${2:-1000000}
exec dotnet test tests/WhatsCommerce.Sdk.Storefront.Tests -c Release --filter "FullyQualifiedName~RaceTests|FullyQualifiedName~QuoteProperty"
