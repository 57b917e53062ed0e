#!/usr/bin/env bash
# Takes the packed templates as a stranger would, outside the repository: types what docs/getting-started.md says, and gets a green test of
# an order within five minutes of machine time; builds each project without a warning, and runs the worker's demo.
#
#   eng/check-templates.sh <folder of the packages> <version>
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/eng/packed.sh" "$1" "$2"
# Templates of this run are not left behind on the machine; the packages that it has are used.
export NUGET_PACKAGES=$cache DOTNET_CLI_HOME=$folder/home
mkdir -p "$DOTNET_CLI_HOME"

cd "$folder"
"$repository/eng/page-commands.sh" "$repository/docs/getting-started.md" "## In a hurry: from a template" > page.sh
"$repository/eng/within-minutes.sh" 5 bash page.sh
cd Bakery
dotnet build --no-incremental "${strict[@]}"
cd ..

dotnet new whatscommerce-worker --name Upkeep
cd Upkeep
dotnet build "${strict[@]}"
timeout --kill-after=10 120 dotnet run --no-build -- demo
