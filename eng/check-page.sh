#!/usr/bin/env bash
# Checks the types of the emulator's page and of the inbox: their modules are plain JavaScript whose JSDoc comments TypeScript reads strictly. Nothing is compiled.
# Checks too that nothing on it is drawn as markup text, and that its commands for curl are quoted right.
#
#   eng/check-page.sh
#
# TypeScript is installed below artifacts/ when it is not there yet. Where node or npm is missing, the check says that it was skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

typescript=5.9.3
page=src/WhatsCommerce.Emulator/wwwroot
inbox=src/WhatsCommerce.Sdk.Storefront.AspNetCore/Inbox/wwwroot
tools=artifacts/page-tools

if grep -rnE '\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser)\b|document\.write|\beval\(|new Function\(' "$page" "$inbox" --include='*.js'; then
  echo "The page is made of elements and texts (core/dom.js), never of markup." >&2
  exit 1
fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Skipped: there is no node with npm here, so the page's types and commands were not checked."
  exit 0
fi

compiler=$tools/node_modules/typescript
if [[ $(node -p "require('./$compiler/package.json').version" 2>/dev/null) != "$typescript" ]]; then
  mkdir -p "$tools"
  npm install --prefix "$tools" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error "typescript@$typescript"
fi

node "$compiler/bin/tsc" --project "$page/tsconfig.json"
node "$compiler/bin/tsc" --project "$inbox/tsconfig.json"
echo "The types of the page fit."
node eng/check-page-curl.mjs
