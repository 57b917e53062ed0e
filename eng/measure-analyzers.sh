#!/usr/bin/env bash
# Measures what the analyzers of WhatsCommerce.Sdk add to a build: samples/Copyable is built from the packed packages with and without them, in
# turn and each time from the start, and the processor's time in user mode is compared, which a busy machine changes least.
#
#   eng/measure-analyzers.sh <folder of the packages> <version> [rounds]
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/eng/packed.sh" "$1" "$2"
rounds=${3:-5}
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 WhatsCommerceVersion=$version

cp -r "$repository/samples/Copyable" "$folder/Copyable"
cd "$folder/Copyable/CornerShop"
cat > Directory.Build.targets <<'TARGETS'
<Project>
  <Target Name="LeaveAnalyzersOut" BeforeTargets="CoreCompile" Condition="'$(LeavesAnalyzersOut)' == 'true'">
    <ItemGroup>
      <Ours Include="@(Analyzer)" Condition="$([System.String]::Copy('%(Filename)').StartsWith('WhatsCommerce.'))" />
      <Analyzer Remove="@(Ours)" />
    </ItemGroup>
    <Message Text="Left out: @(Ours->'%(Filename)')" Importance="high" />
  </Target>
</Project>
TARGETS
dotnet restore --verbosity quiet

TIMEFORMAT=%U
declare -A seconds=([true]="" [false]="")
for _ in $(seq "$rounds"); do
  for without in true false; do
    used=$({ time dotnet build --no-restore --no-incremental --verbosity quiet -m:1 -p:UseSharedCompilation=false \
      -p:LeavesAnalyzersOut=$without > "build.$without.log"; } 2>&1)
    seconds[$without]+="$used"$'\n'
  done
done
grep -h 'Left out' build.true.log | sort -u

median() { printf '%s' "$1" | sort -n | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }
without=$(median "${seconds[true]}")
with=$(median "${seconds[false]}")
awk -v with="$with" -v without="$without" -v rounds="$rounds" 'BEGIN {
  printf "median of %d builds: %.2f s without, %.2f s with the analyzers: %+.1f %%\n", rounds, without, with, (with / without - 1) * 100 }'
