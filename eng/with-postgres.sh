#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own: a new cluster in a temporary folder, on a free port of the loopback, which is gone when the
# command ends. The command finds it in WHATSCOMMERCE_TEST_POSTGRESQL; where that is set already, nothing is started.
#
#   eng/with-postgres.sh <command>...
#
# The command may kill the server, whose process id is the first line of the file that WHATSCOMMERCE_TEST_POSTGRESQL_PID names: it is started
# again, with what it had stored.
#
# Where PostgreSQL is missing, Debian's package is installed if this is CI and runs as root. Else the command runs without the variable, and
# tests that need it say that they were skipped.
set -euo pipefail

find_binaries() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) $(dirname "$(command -v initdb || echo /)"); do
    [[ -x $folder/initdb && -x $folder/postgres ]] && echo "$folder" && return
  done
  return 1
}

install() {
  [[ ${CI:-} == true && $EUID == 0 ]] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  # The package would set up and start a server of its own, for the whole machine.
  mkdir -p /etc/postgresql-common
  [[ -e /etc/postgresql-common/createcluster.conf ]] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  apt-get update -qq && apt-get install -qq -y --no-install-recommends -o Dpkg::Options::=--force-confold postgresql >&2
}

if [[ -n ${WHATSCOMMERCE_TEST_POSTGRESQL:-} ]]; then
  exec "$@"
fi

if ! binaries=$(find_binaries) && ! { install && binaries=$(find_binaries); }; then
  echo "There is no PostgreSQL here: what needs it is skipped." >&2
  exec "$@"
fi

folder=$(mktemp -d)
keeper=
stop_server() {
  if [[ -n $keeper ]]; then
    touch "$folder/over"
    # Ends it at once, yet in good order; again where it was just about to start.
    while kill -0 "$keeper" 2>/dev/null; do
      kill -INT "$(head -1 "$folder/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || true
      sleep 0.1
    done
    wait "$keeper" 2>/dev/null || true
    keeper=
    rm -f "$folder/over"
  fi
}
tidy() {
  stop_server
  rm -rf "$folder"
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# PostgreSQL refuses to run as root.
as_owner=()
if [[ $EUID == 0 ]]; then
  owner=postgres
  id "$owner" >/dev/null 2>&1 || owner=nobody
  as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
  chown "$owner" "$folder"
fi

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
"${as_owner[@]}" sh -c 'umask 077; printf %s "$1" >"$2"' - "$password" "$folder/password"
(cd "$folder" && "${as_owner[@]}" "$binaries/initdb" --pgdata="$folder/data" --username=test --pwfile="$folder/password" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C >"$folder/initdb.log" 2>&1) || { cat "$folder/initdb.log" >&2; exit 1; }

start_server() {
  # fsync and synchronous_commit stay on: what the tests say about crashes would mean nothing without them.
  (cd "$folder" && exec "${as_owner[@]}" "$binaries/postgres" -D "$folder/data" -h 127.0.0.1 -p "$port" -k '' -c max_connections=200) \
    >>"$folder/server.log" 2>&1
}

# Started again when it was killed, as soon as the last of its processes has noticed.
keep_server() {
  start_server || true
  while [[ -e $folder/ready && ! -e $folder/over ]]; do
    sleep 0.2
    start_server || true
  done
}

# The port may be taken between the look and the start, so try some.
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
  keep_server &
  keeper=$!
  for _ in {1..600}; do
    kill -0 "$keeper" 2>/dev/null || break
    "$binaries/pg_isready" -q -h 127.0.0.1 -p "$port" && touch "$folder/ready" && break 2
    sleep 0.1
  done
  stop_server
done
[[ -e $folder/ready ]] || { cat "$folder/server.log" >&2; exit 1; }

export WHATSCOMMERCE_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=test;Password=$password;Database=postgres;Maximum Pool Size=40"
export WHATSCOMMERCE_TEST_POSTGRESQL_PID="$folder/data/postmaster.pid"
"$@"
