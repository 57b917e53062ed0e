#!/usr/bin/env bash
# Runs a command beside a RabbitMQ of its own: a new node in a temporary folder, on free ports of the loopback, which is gone when the command
# ends. The command finds it in WHATSCOMMERCE_TEST_RABBITMQ; where that is set already, nothing is started.
#
#   eng/with-rabbitmq.sh <command>...
#
# The command may kill the node, whose process id is in the file that WHATSCOMMERCE_TEST_RABBITMQ_PID names: it is started again, with what it
# had stored. Where RabbitMQ is missing, Debian's package is installed if this is CI and runs as root. Else the command runs without the
# variable, and tests that need it say that they were skipped.
set -euo pipefail

find_server() {
  local server
  server=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server 2>/dev/null | sort -rV | head -1)
  # Debian's own command refuses to run for others than its user.
  [[ -n $server ]] || server=$(command -v rabbitmq-server) || return 1
  command -v erl >/dev/null && command -v epmd >/dev/null && echo "$server"
}

install() {
  [[ ${CI:-} == true && $EUID == 0 ]] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  # The package would start a server of its own, for the whole machine.
  local policy=/usr/sbin/policy-rc.d is_mine=
  [[ -e $policy ]] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && is_mine=true; }
  local status=0
  { apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Options::=--force-confold rabbitmq-server >&2; } || status=$?
  [[ -z $is_mine ]] || rm -f "$policy"
  return "$status"
}

if [[ -n ${WHATSCOMMERCE_TEST_RABBITMQ:-} ]]; then
  exec "$@"
fi

if ! server=$(find_server) && ! { install && server=$(find_server); }; then
  echo "There is no RabbitMQ here: what needs it is skipped." >&2
  exec "$@"
fi

folder=$(mktemp -d)
epmd=
keeper=
tidy() {
  touch "$folder/over"
  if [[ -n $keeper ]]; then
    # Nothing is kept, so it need not end in good order.
    [[ ! -s $folder/node/pid ]] || kill -KILL "$(cat "$folder/node/pid")" 2>/dev/null || true
    kill "$keeper" 2>/dev/null || true
    wait "$keeper" 2>/dev/null || true
    [[ ! -s $folder/node/pid ]] || kill -KILL "$(cat "$folder/node/pid")" 2>/dev/null || true
  fi
  if [[ -n $epmd ]]; then
    kill "$epmd" 2>/dev/null || true
    wait "$epmd" 2>/dev/null || true
  fi
  rm -rf "$folder" 2>/dev/null || { sleep 1 && rm -rf "$folder"; } || true
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# As the user of the package where this is root; whoever runs it elsewhere.
as_owner=()
mkdir "$folder/node"
if [[ $EUID == 0 ]]; then
  owner=rabbitmq
  id "$owner" >/dev/null 2>&1 || owner=nobody
  as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
  chown "$owner" "$folder" "$folder/node"
fi

secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
is_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    is_taken "$port" || break
  done
  echo "$port"
}

password=$(secret)
cookie=$(secret)
"${as_owner[@]}" sh -c 'umask 077; printf %s "$1" >"$2/.erlang.cookie"; printf "[].\n" >"$2/plugins"' \
  - "$cookie" "$folder/node"

# Nobody shares its port mapper, which Erlang would leave behind.
export ERL_EPMD_PORT ERL_EPMD_ADDRESS=127.0.0.1
for _ in 1 2 3 4 5; do
  ERL_EPMD_PORT=$(free_port)
  # epmd listens on the loopback in any case.
  "${as_owner[@]}" epmd -port "$ERL_EPMD_PORT" >/dev/null 2>&1 </dev/null &
  epmd=$!
  for _ in {1..50}; do
    kill -0 "$epmd" 2>/dev/null || break
    is_taken "$ERL_EPMD_PORT" && break 2
    sleep 0.1
  done
  kill "$epmd" 2>/dev/null || true
  wait "$epmd" 2>/dev/null || true
  epmd=
done
[[ -n $epmd ]] || { echo "Erlang's port mapper did not start." >&2; exit 1; }

port=$(free_port)
distribution=$(free_port)
cat >"$folder/node/rabbitmq.conf" <<END
listeners.tcp.default = 127.0.0.1:$port
default_user = test
default_pass = $password
loopback_users = none
log.file.level = warning
# A share of what is free here says nothing about tests.
disk_free_limit.absolute = 50MB
vm_memory_high_watermark.absolute = 1GB
# Quorum queues share one log; its default file has 512 MB.
raft.wal_max_size_bytes = 33554432
END

start_node() {
  (cd "$folder/node" && exec "${as_owner[@]}" env -i \
    PATH="$PATH" LANG=C.UTF-8 HOME="$folder/node" ERL_EPMD_PORT="$ERL_EPMD_PORT" ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_NODENAME="test$$@localhost" RABBITMQ_DIST_PORT="$distribution" \
    RABBITMQ_CONF_ENV_FILE="$folder/node/none" RABBITMQ_CONFIG_FILE="$folder/node/rabbitmq" RABBITMQ_ADVANCED_CONFIG_FILE="$folder/node/none" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$folder/node/plugins" RABBITMQ_MNESIA_BASE="$folder/node/data" RABBITMQ_LOG_BASE="$folder/node/log" \
    RABBITMQ_PID_FILE="$folder/node/pid" RABBITMQ_FEATURE_FLAGS_FILE="$folder/node/flags" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+S 2:2 +sbwt none -kernel inet_dist_use_interface {127,0,0,1}" \
    "$server") >>"$folder/server.log" 2>&1 </dev/null
}

# Started again when it was killed. Its children hold its port for a moment.
keep_node() {
  trap 'exit 0' TERM
  while [[ ! -e $folder/over ]]; do
    start_node || true
    rm -f "$folder/node/pid"
    sleep 0.3
  done
}
keep_node &
keeper=$!

for ((i = 0; ; i++)); do
  # The port opens when all is ready.
  is_taken "$port" && break
  ((i < 1200)) || { cat "$folder/server.log" "$folder"/node/log/*.log >&2 2>/dev/null; exit 1; }
  sleep 0.1
done

export WHATSCOMMERCE_TEST_RABBITMQ="amqp://test:$password@127.0.0.1:$port/%2f"
export WHATSCOMMERCE_TEST_RABBITMQ_PID="$folder/node/pid"
"$@"
