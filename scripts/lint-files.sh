#!/usr/bin/env bash
# lint-files.sh: checks what is no Go: the documents' file names, the workflows, the scripts, and the desktop's files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mapfile -t named < <(grep -ohE '\b[a-z0-9][-a-z0-9_/]*\.(go|sh|ps1)\b' ./*.md docs/*.md | sort -u)
for name in "${named[@]}"; do
  if [[ -z $(git ls-files "$name" "*/$name") ]]; then
    echo "The documents name $name, which does not exist." >&2
    exit 1
  fi
done

if [[ $(uname -s) != Linux ]]; then
  echo "The checks of workflows, scripts and desktop files are for Linux; skipped." >&2
  exit
fi
scripts/install-lint-deps.sh
mapfile -t scripts < <(grep -rlE '^#!/usr/bin/env bash|^# shellcheck shell=' .ci scripts packaging)
shellcheck "${scripts[@]}"
go run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
desktop-file-validate packaging/linux/*.desktop
said=$(appstreamcli validate --no-net packaging/linux/*.metainfo.xml) || { echo "$said" >&2; exit 1; }
