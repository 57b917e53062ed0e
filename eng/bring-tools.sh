#!/usr/bin/env bash
# Installs what some tests need beside the .NET SDK, where it is missing: chromium for the tests of the page, node with npm for those of other
# people's clients, of accessibility and of the page's types, and a linker for the app that is compiled ahead of time.
#
#   eng/bring-tools.sh
#
# Installs Debian's packages if this is CI and runs as root. Elsewhere nothing is installed, and the tests say that they were skipped.
# PostgreSQL comes with eng/with-postgres.sh.
set -euo pipefail

wanted=()
command -v "${CHROMIUM:-chromium}" >/dev/null || wanted+=(chromium)
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)
# The linker of what is compiled ahead of time.
command -v clang >/dev/null || command -v gcc >/dev/null || wanted+=(gcc libc6-dev zlib1g-dev)
if ((${#wanted[@]} == 0)); then
  echo "Chromium, node, npm and a linker are here."
elif [[ ${CI:-} == true && $EUID == 0 ]] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # The emoji are for the pictures that a person looks at.
  apt-get install -qq -y --no-install-recommends "${wanted[@]}" fonts-noto-color-emoji fonts-dejavu-core
else
  echo "Missing, so that what needs it is skipped: ${wanted[*]}"
fi
