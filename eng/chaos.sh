#!/usr/bin/env bash
# Kills instances of an app with a delivery queue, and the server of the queue, while events are delivered for 500 customers of 20 numbers:
# three instances on PostgreSQL, then on RabbitMQ; 50,000 deliveries, 60 kills and 10 restarts of each by default. `dotnet test` does less of
# it. WHATSCOMMERCE_TEST_SEED repeats a plan.
#
#   eng/chaos.sh [<deliveries> [<kills> [<restarts>]]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export WHATSCOMMERCE_CHAOS_DELIVERIES=${1:-50000} WHATSCOMMERCE_CHAOS_KILLS=${2:-60} WHATSCOMMERCE_CHAOS_RESTARTS=${3:-10}
for engine in PostgreSql RabbitMq; do
  eng/with-rabbitmq.sh eng/with-postgres.sh dotnet run --project "tests/WhatsCommerce.Sdk.$engine.Tests" -c Release -- \
    -class '*.QueueCrashTests' -showLiveOutput
done
