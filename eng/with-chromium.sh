#!/usr/bin/env bash
# Runs a command that wants a browser: Debian's chromium, which the command finds in CHROMIUM unless that is set already.
#
#   eng/with-chromium.sh <command>...
#
# Where chromium is missing, Debian's package is installed if this is CI and runs as root. Else the command runs without the variable, and
# tests that need a browser say that they were skipped.
set -euo pipefail

find_browser() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

install() {
  [[ ${CI:-} == true && $EUID == 0 ]] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  # The emoji are for the pictures that a person looks at.
  apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-noto-color-emoji fonts-dejavu-core >&2
}

if [[ -z ${CHROMIUM:-} ]]; then
  if browser=$(find_browser) || { install && browser=$(find_browser); }; then
    export CHROMIUM=$browser
  else
    echo "There is no chromium here: what needs it is skipped." >&2
  fi
fi

exec "$@"
