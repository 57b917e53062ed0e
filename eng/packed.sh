# Sourced by the scripts that take the packed packages as a stranger would. Makes a folder outside the repository, in which NuGet finds the
# packages beside what the machine has configured, and which is gone when the script ends.
#
#   source eng/packed.sh <folder of the packages> <version>
packages=$(cd "$1" && pwd)
version=$2

# A repacked version is not taken again out of NuGet's cache, so each run has a version of its own; it leaves the cache with the run.
cache=$(dotnet nuget locals global-packages --list --force-english-output | sed 's/^global-packages: //; s:/$::')
folder=$(mktemp -d)
tidy() {
  local package id
  rm -rf "$folder"
  for package in "$packages"/*."$version".nupkg; do
    id=$(basename "$package" ".$version.nupkg" | tr '[:upper:]' '[:lower:]')
    rm -rf "${cache:?}/$id/$(tr '[:upper:]' '[:lower:]' <<<"$version")"
    rmdir "${cache:?}/$id" 2>/dev/null || true
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
