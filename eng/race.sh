#!/usr/bin/env bash
# Runs the storefront's race and its property of quotes in full: 10,000 seeded interleavings against the fake provider's own books, and
# 1,000,000 random carts in 40 currencies; then the race over HTTP, 300 customers for each local provider on SQLite and on PostgreSQL, with
# a shop that is killed ten times, judged by the ledger of the provider. CI runs some hundreds and some thousands of them,
# `dotnet test` some dozens and some hundreds.
#
#   eng/race.sh [<seeds> [<carts> [<customers>]]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export STOREFRONT_RACE_SEEDS=${1:-10000} STOREFRONT_QUOTES=${2:-1000000} STOREFRONT_HTTP_RACES=${3:-300} STOREFRONT_HTTP_KILLS=10
eng/with-postgres.sh dotnet test --project tests/WhatsCommerce.Sdk.Storefront.Race.Tests -c Release
exec dotnet test --project tests/WhatsCommerce.Sdk.Storefront.Tests -c Release --filter-class '*.RaceTests' '*.QuoteProperty'
