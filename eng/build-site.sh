#!/usr/bin/env bash
# Builds the documentation as a site: the pages of docs/, and the API reference out of the assemblies of a Release build.
#
#   eng/build-site.sh [folder]          (artifacts/site unless given; the pages are in its _site)
#
# A warning fails it: a link that leads nowhere, a page that the table of contents lacks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${1:-artifacts/site}
repository=https://github.com/whatscommerce/whatscommerce-sdk/blob/main
rm -rf "$folder"
mkdir -p "$folder/assemblies"
cp -r docs "$folder/docs"
mv "$folder/docs/docfx.json" "$folder"
cp README.md "$folder/index.md"
sed -i 's#](docs/decisions/)#](docs/decisions/net10-only.md)#' "$folder/index.md"
printf '%s\n' '- name: Documentation' '  href: docs/' '  homepage: docs/getting-started.md' '- name: API reference' '  href: api/' >"$folder/toc.yml"

# What is no page of the site is read in the repository.
others='(src|samples|tests|benchmarks|eng|templates|LICENSE|[A-Z]+\.md)'
find "$folder/docs" -name '*.md' -print0 | xargs -0 sed -i -E "s#\]\((\.\./)+$others#]($repository/\2#g"
sed -i -E "s#\]\($others#]($repository/\1#g" "$folder/index.md"

printf '%s\n' '- name: Decisions' '  items:' >>"$folder/docs/toc.yml"
for page in "$folder"/docs/decisions/*.md; do
  printf '  - name: "%s"\n    href: decisions/%s\n' "$(sed -n '1s/^# //p' "$page" | tr -d '"')" "$(basename "$page")" >>"$folder/docs/toc.yml"
done

missing=0
for page in docs/*.md; do
  grep -q "href: $(basename "$page")\$" docs/toc.yml || { echo "docs/toc.yml lacks $(basename "$page")." >&2; missing=1; }
done
((missing == 0))

# The assemblies that others can see, with those that they refer to: test projects have them all beside them.
for tests in ApiSurface Aspire.Hosting; do
  cp tests/WhatsCommerce.Sdk.$tests.Tests/bin/Release/net10.0/*.dll "$folder/assemblies/"
done
rm "$folder"/assemblies/WhatsCommerce.*
for project in src/*/*.csproj; do
  name=$(basename "$project" .csproj)
  grep -q 'PackAsTool\|<IsPackable>false' "$project" && continue
  cp "src/$name/bin/Release/net10.0/$name."{dll,xml} "$folder/assemblies/"
done

dotnet tool restore >/dev/null
dotnet docfx metadata "$folder/docfx.json" --warningsAsErrors
dotnet docfx build "$folder/docfx.json" --warningsAsErrors
test -s "$folder/_site/index.html"
echo "$(find "$folder/_site" -name '*.html' | wc -l) pages in $folder/_site"
