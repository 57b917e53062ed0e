#!/usr/bin/env bash
# Takes the packed tools as a stranger would: installs both, starts the emulator of each on a free port, asks it something, plays trigger,
# listen, replay, verify and upload of the command against it, and ends it as a service manager does.
#
#   eng/check-tool.sh <folder of the packages> <version>
set -euo pipefail

packages=$(cd "$1" && pwd)
version=$2
repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
running=()
tidy() {
  local process
  for process in "${running[@]}"; do kill -KILL "$process" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap tidy EXIT

# Outside the repository, so that no settings of it reach the tool; NuGet's cache knows nothing of it afterwards.
cd "$folder"
for package in whatscommerce.emulator whatscommerce.tool; do
  dotnet tool install "$package" --tool-path "$folder/tools" --add-source "$packages" --version "$version"
done
standalone=$folder/tools/whatscommerce-emulator
command=$folder/tools/whatscommerce

# exits <code> <command>...: fails unless the command ends with the exit code.
exits() {
  local expected=$1 status=0
  shift
  "$@" || status=$?
  if [[ $status != "$expected" ]]; then
    echo "It ended with exit code $status instead of $expected: $*" >&2
    exit 1
  fi
}

[[ $("$standalone" --version) == "$version"* ]]
[[ $("$command" --version) == "$version"* ]]
"$standalone" --help | grep -q -- '--callback'
"$standalone" --help | grep -q '^  whatscommerce-emulator \[options\]'
"$command" --help | grep -q '^  whatscommerce \[command\] \[options\]'
exits 2 "$standalone" --port nowhere 2> "$folder/error"
grep -q -- "--port: 'nowhere'" "$folder/error"

# start <name> <command>...: starts an emulator and reads from its output where it is.
start() {
  local output=$folder/$1.output
  shift
  "$@" --port 0 --token tool-token > "$output" &
  emulator=$!
  running+=("$emulator")
  for _ in $(seq 120); do
    grep -q 'Ctrl+C ends it' "$output" && break
    kill -0 "$emulator"
    sleep 0.5
  done
  page=$(sed -n 's/^ *The page with the phone *//p' "$output")
  address=$(sed -n 's/^ *The local Cloud API *//p' "$output")
  number=$(sed -n 's/^ *Phone number id *//p' "$output")
  catalog=$(sed -n 's/^ *Catalog id *\([0-9]*\).*/\1/p' "$output")
}

# ends <name>: ends the emulator that was started last.
ends() {
  kill -TERM "$emulator"
  local status=0
  wait "$emulator" || status=$?
  running=("${running[@]/$emulator/}")
  if [[ $status != 0 ]]; then
    echo "It ended with exit code $status instead of 0, having printed:" >&2
    cat "$folder/$1.output" >&2
    exit 1
  fi
}

# bash speaks HTTP well enough, and is there on every machine that runs this script.
ask() {
  local port path
  port=$(sed -E 's|http://127\.0\.0\.1:([0-9]+)/.*|\1|' <<<"$address")
  path=/$(cut -d/ -f4- <<<"$address")/$1
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer tool-token\r\nConnection: close\r\n\r\n' "$path" >&3
  timeout 120 cat <&3
  exec 3>&-
}

start standalone "$standalone" --state "$folder/state"
ask "$number" | grep -q "\"id\":\"$number\""
ask "$catalog/products" | grep -q '"retailer_id":"mug-'
ends standalone
test -s "$folder/state/state.json"

start command "$command" emulator
emulating=$emulator

"$command" listen --emulator "$page" --json --count 4 > "$folder/live" 2> "$folder/listening" &
listening=$!
running+=("$listening")
for _ in $(seq 120); do
  grep -q 'Listening to' "$folder/listening" && break
  kill -0 "$listening"
  sleep 0.5
done
exits 1 "$command" trigger text 'Hello!' --emulator "$page" 2> "$folder/error"
grep -q 'listen --forward-to' "$folder/error"
exits 0 "$command" verify --emulator "$page" --json > "$folder/verified"
grep -q '"ok":true' "$folder/verified"
wait "$listening"
[[ $(grep -c '"verdict":"accepted"' "$folder/live") == 4 ]]
exits 1 env WhatsCommerce__AccessToken=wrong "$command" verify --emulator "$page" > "$folder/verified"
grep -q '^problem  token' "$folder/verified"

# A body that is saved, and an event that is composed, to an address that takes any JSON, and to one where there is nothing.
printf '{"object":"whatsapp_business_account","entry":[]}' > "$folder/body.json"
taking=${page}emulator/traffic/clear
exits 0 "$command" replay "$folder/body.json" --to "$taking" --json > "$folder/replayed"
grep -q '"outcome":"delivered"' "$folder/replayed"
exits 0 "$command" trigger order mug-ocean:2 --to "$taking" > "$folder/triggered"
grep -q '^message order  delivered (200)' "$folder/triggered"
exits 1 "$command" replay "$folder/body.json" --to "${page}no-such-app" --json > "$folder/replayed"
grep -q '"outcome":"refused"' "$folder/replayed"
exits 1 "$command" trigger order mug-ocean:2 --to "${page}no-such-app" > "$folder/triggered" 2> "$folder/error"
grep -q '^message order  refused' "$folder/triggered"

exits 1 "$command" upload "$repository/samples/CatalogUpload/example.csv" --checkpoint "$folder/checkpoint" \
  --emulator "$page" > "$folder/uploaded"
grep -q '^6 in the catalog, 5 rejected' "$folder/uploaded"
exits 0 "$command" preflight mug-ocean --emulator "$page"
exits 0 "$command" templates list --emulator "$page"

emulator=$emulating
ends command
exits 3 "$command" listen --count 1 --emulator "$page" 2> "$folder/error"
grep -q "start one with 'whatscommerce emulator'" "$folder/error"
echo "The tools $version answer, keep their state, play their parts and end well."
