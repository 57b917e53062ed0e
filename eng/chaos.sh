#!/usr/bin/env bash
# Kills instances of an app with a delivery queue, and lets others join, while events are delivered: three instances on PostgreSQL, 500
# customers of 20 numbers, 60 kills by default. `dotnet test` kills some. WHATSCOMMERCE_TEST_SEED repeats a plan.
#
#   eng/chaos.sh [<events> [<kills>]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export WHATSCOMMERCE_CHAOS_EVENTS=${1:-50000} WHATSCOMMERCE_CHAOS_KILLS=${2:-60}
exec eng/with-postgres.sh dotnet test tests/WhatsCommerce.Sdk.PostgreSql.Tests -c Release --filter FullyQualifiedName~QueueCrashTests \
  --logger "console;verbosity=detailed"
