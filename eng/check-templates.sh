#!/usr/bin/env bash
# Takes the packed templates as a stranger would: installs them, creates each project outside the repository, builds it without a warning,
# tests the shop and runs the worker's demo.
#
#   eng/check-templates.sh <folder of the packages> <version>
set -euo pipefail

packages=$(cd "$1" && pwd)
version=$2
folder=$(mktemp -d)
# Packages and templates of this run are not left behind in the caches of the machine.
export NUGET_PACKAGES=${NUGET_PACKAGES:-$(dotnet nuget locals global-packages --list --force-english-output | sed 's/^global-packages: //; s:/$::')}
export DOTNET_CLI_HOME=$folder/home
mkdir -p "$DOTNET_CLI_HOME"
tidy() {
  rm -rf "$folder"
  for package in "$packages"/*."$version".nupkg; do
    id=$(basename "$package" ".$version.nupkg" | tr '[:upper:]' '[:lower:]')
    rm -rf "${NUGET_PACKAGES:?}/$id/$(tr '[:upper:]' '[:lower:]' <<<"$version")"
    rmdir "${NUGET_PACKAGES:?}/$id" 2>/dev/null || true
  done
}
trap tidy EXIT

cat > "$folder/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
CONFIG

# What a package source says about itself (no audit feed, a new advisory) is none of the packages' business.
strict=(-warnaserror '-warnNotAsError:NU1507;NU1603;NU1900;NU1901;NU1902;NU1903;NU1904;NU1905')
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
