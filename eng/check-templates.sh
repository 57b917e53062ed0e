#!/usr/bin/env bash
# Takes the packed templates as a stranger would: installs them, creates each project outside the repository, builds it without a warning,
# tests the shop and runs the worker's demo.
#
#   eng/check-templates.sh <folder of the packages> <version>
set -euo pipefail

source "$(dirname "$0")/packed.sh" "$1" "$2"
# Templates of this run are not left behind on the machine; the packages that it has are used.
export NUGET_PACKAGES=$cache DOTNET_CLI_HOME=$folder/home
mkdir -p "$DOTNET_CLI_HOME"

cd "$folder"
dotnet new install "$packages/WhatsCommerce.Templates.$version.nupkg"

dotnet new whatscommerce-shop --name Bakery
cd Bakery
dotnet build "${strict[@]}"
dotnet test --no-build
cd ..

dotnet new whatscommerce-worker --name Upkeep
cd Upkeep
dotnet build "${strict[@]}"
timeout --kill-after=10 120 dotnet run --no-build -- demo
