#!/usr/bin/env bash
# Takes the packed tool as a stranger would: installs it, starts it on a free port, asks it something, and ends it as a service
# manager does.
#
#   eng/check-tool.sh <folder of the packages> <version>
set -euo pipefail

packages=$(cd "$1" && pwd)
version=$2
folder=$(mktemp -d)
emulator=
tidy() {
  [[ -z $emulator ]] || kill -KILL "$emulator" 2>/dev/null || true
  rm -rf "$folder"
}
trap tidy EXIT

# Outside the repository, so that no settings of it reach the tool; NuGet's cache knows nothing of it afterwards.
cd "$folder"
dotnet tool install whatscommerce.emulator --tool-path "$folder/tools" --add-source "$packages" --version "$version"
tool=$folder/tools/whatscommerce-emulator
[[ $("$tool" --version) == "$version"* ]]
"$tool" --help | grep -q -- '--callback'

status=0
"$tool" --port nowhere 2> "$folder/error" || status=$?
[[ $status == 2 ]]
grep -q -- "--port: 'nowhere'" "$folder/error"

"$tool" --port 0 --token tool-token --state "$folder/state" > "$folder/output" &
emulator=$!
for _ in $(seq 120); do
  grep -q 'Ctrl+C ends it' "$folder/output" && break
  kill -0 "$emulator"
  sleep 0.5
done
address=$(sed -n 's/^ *The local Cloud API *//p' "$folder/output")
number=$(sed -n 's/^ *Phone number id *//p' "$folder/output")
catalog=$(sed -n 's/^ *Catalog id *\([0-9]*\).*/\1/p' "$folder/output")

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
ask "$number" | grep -q "\"id\":\"$number\""
ask "$catalog/products" | grep -q '"retailer_id":"mug-'

kill -TERM "$emulator"
status=0
wait "$emulator" || status=$?
emulator=
if [[ $status != 0 ]]; then
  echo "It ended with exit code $status instead of 0, having printed:" >&2
  cat "$folder/output" >&2
  exit 1
fi

test -s "$folder/state/state.json"
echo "The tool $version answers, keeps its state and ends well."
