#!/usr/bin/env bash
# Publishes the image of the emulator into an archive and looks into it: who runs it, which port it names, what it starts. Where the base
# image cannot be reached, and no other is named, it says that it has checked nothing, and ends well.
#
#   eng/check-container.sh                         the base image that the project names
#   CONTAINER_BASE_IMAGE=... eng/check-container.sh   another one, such as one of a mirror
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=src/WhatsCommerce.Emulator
image=${CONTAINER_BASE_IMAGE:-$(dotnet msbuild "$project" -getProperty:ContainerBaseImage)}
registry=${image%%/*}
name=${registry%%:*}
port=${registry#"$name"}
port=${port#:}

if ! timeout 15 bash -c "exec 3<>'/dev/tcp/$name/${port:-443}'" 2>/dev/null; then
  echo "SKIPPED: $registry, which has the base image $image, cannot be reached from here. Nothing was checked."
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! timeout 600 dotnet publish "$project" -c Release -t:PublishContainer -p:ContainerBaseImage="$image" \
  -p:ContainerArchiveOutputPath="$folder/emulator.tar.gz" > "$folder/output" 2>&1; then
  # Reached, and not to be had: a proxy that refuses it is no mistake of the project.
  if grep -qE 'CONTAINER1016|CONTAINER1017' "$folder/output"; then
    grep -E 'CONTAINER' "$folder/output" | sort -u | head -3
    echo "SKIPPED: the base image $image could not be fetched. Nothing was checked."
    exit 0
  fi
  cat "$folder/output" >&2
  exit 1
fi

mkdir "$folder/image"
tar -xzf "$folder/emulator.tar.gz" -C "$folder/image"
config=$(sed -E 's/.*"Config":"([^"]*)".*/\1/' "$folder/image/manifest.json")
settings=$folder/image/$config
grep -q 'whatscommerce-emulator' "$folder/image/manifest.json"
grep -qE '"User":"(app|1654)"' "$settings"
grep -q '"5180/tcp"' "$settings"
grep -q 'WhatsCommerce.Emulator.dll' "$settings"
grep -q '"--host","0.0.0.0"' "$settings"
echo "The image of the emulator is built on $image: not root, port 5180, and it starts the emulator."
