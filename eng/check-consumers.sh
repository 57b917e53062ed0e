#!/usr/bin/env bash
# Takes the packed packages as a stranger would: a fresh project outside the repository, `dotnet add package`, a build without a
# warning, a run.
#
#   eng/check-consumers.sh <console|web|shop> <folder of the packages> <version> <package>...
set -euo pipefail

kind=$1
packages=$(cd "$2" && pwd)
version=$3
shift 3
repository=$(cd "$(dirname "$0")/.." && pwd)

# A repacked version is not taken again out of NuGet's cache, so each run has a version of its own; it leaves the cache with the run.
cache=$(dotnet nuget locals global-packages --list --force-english-output | sed 's/^global-packages: //; s:/$::')
folder=$(mktemp -d)
tidy() {
  rm -rf "$folder"
  for package in "$packages"/*."$version".nupkg; do
    id=$(basename "$package" ".$version.nupkg" | tr '[:upper:]' '[:lower:]')
    rm -rf "${cache:?}/$id/$(tr '[:upper:]' '[:lower:]' <<<"$version")"
    rmdir "${cache:?}/$id" 2>/dev/null || true
  done
}
trap tidy EXIT

# What the machine has configured stays; the packed folder comes on top.
cat > "$folder/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
CONFIG

case $kind in
  console) template=console name=ConsoleApp ;;
  web) template=web name=WebApp ;;
  shop) template=web name=ShopApp ;;
  *) echo "The first argument is console, web or shop, not '$kind'." >&2; exit 2 ;;
esac

cd "$folder"
dotnet new "$template" --name "$name" --no-restore
cd "$name"
for package in "$@"; do
  dotnet add package "$package" --version "$version"
done

cp "$repository/tests/PackageConsumers/$name"/*.cs .
# What a package source says about itself (no audit feed, a new advisory) is none of the packages' business.
dotnet build -warnaserror '-warnNotAsError:NU1507;NU1603;NU1900;NU1901;NU1902;NU1903;NU1904;NU1905'
timeout --kill-after=10 120 dotnet run --no-build --no-launch-profile
