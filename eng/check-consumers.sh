#!/usr/bin/env bash
# Takes the packed packages as a stranger would: a fresh project outside the repository, `dotnet add package`, a build without a
# warning, a run.
#
#   eng/check-consumers.sh <console|web|shop> <folder of the packages> <version> <package>...
set -euo pipefail

kind=$1
repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/eng/packed.sh" "$2" "$3"
shift 3

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
dotnet build "${strict[@]}"
timeout --kill-after=10 120 dotnet run --no-build --no-launch-profile

# The analyzers come with the client: what cannot be sent is told while it is written.
if [[ $kind == console ]]; then
  cp "$repository/tests/PackageConsumers/Mistakes/TooLong.cs" .
  dotnet build | tee mistake.log
  grep -q 'warning WC0001: .*MessageLimits.SectionTitle' mistake.log
fi
