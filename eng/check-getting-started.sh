#!/usr/bin/env bash
# Does what docs/getting-started.md says, with the packed packages and outside the repository: from an empty folder to a green test of an
# order, within five minutes of machine time. The script is the page's own snippets.
#
#   eng/check-getting-started.sh <folder of the packages> <version>
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/eng/packed.sh" "$1" "$2"

cd "$folder"
"$repository/eng/page-commands.sh" "$repository/docs/getting-started.md" "## 1. Create the app" "## 3. Be the customer yourself" > page.sh
"$repository/eng/within-minutes.sh" 5 bash page.sh
