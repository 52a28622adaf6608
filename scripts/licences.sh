#!/usr/bin/env bash
# licences.sh: writes the licences of the program and of what is linked into it, on any system, to standard
# output. Each begins with a line of "==== ", name, version and licence, divided by tabs; its texts follow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The modules that the program is built from on one system: path, version and folder.
modules() {
  GOOS=$1 CGO_ENABLED=1 go list -tags migrated_fynedo -deps \
    -f '{{with .Module}}{{if not .Main}}{{.Path}}{{"\t"}}{{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}' .
}

# What a licence's text is called, by the words that no other has.
called() {
  local text
  text=$(tr -s '[:space:]' ' ' <"$1")
  case $text in
    *"Apache License"*) echo Apache-2.0 ;;
    *"SIL OPEN FONT LICENSE"*) echo OFL-1.1 ;;
    *"Bitstream Vera"*) echo Bitstream-Vera ;;
    *"may not be misrepresented"* | *"must not be misrepresented"*) echo Zlib ;;
    *"Redistribution and use in source and binary forms"*"endorse or promote"*) echo BSD-3-Clause ;;
    *"Redistribution and use in source and binary forms"*) echo BSD-2-Clause ;;
    *"Permission to use, copy, modify, and/or distribute"* | *"Permission to use, copy, modify, and distribute"*) echo ISC ;;
    *"Permission is hereby granted, free of charge"*) echo MIT ;;
    *) echo "see its text" ;;
  esac
}

# entry NAME VERSION FOLDER FILE...: one entry of what is written.
entry() {
  local name=$1 version=$2 folder=$3 file kinds
  shift 3
  kinds=$(for file in "$@"; do called "$folder/$file"; done | awk '!seen[$0]++' | paste -sd, - | sed 's/,/, /g')
  printf '==== %s\t%s\t%s\n' "$name" "$version" "$kinds"
  for file in "$@"; do
    # Where there are several, each says what it is about.
    if [[ $# -gt 1 ]]; then
      printf '\n---- %s\n' "$file"
    fi
    printf '\n'
    tr -d '\r\f' <"$folder/$file" | expand
  done
  printf '\n'
}

# The licences in a module, its own first, without those of commands that come with it.
texts() {
  (cd "$1" && find . \( -iname 'licen[sc]e*' -o -iname 'copying*' -o -iname 'notice*' \) -type f \
    -not -path '*/testdata/*' -not -path './cmd/*' -not -path './xgbgen/*' -not -name '*.go' -printf '%d %P\n' |
    sort -n -k1,1 -k2 | cut -d' ' -f2-)
}

entry "Access Keys" "" . LICENSE
entry "Go" "" "$(go env GOROOT)" LICENSE
for system in linux windows darwin; do
  modules "$system"
done | LC_ALL=C sort -u | while IFS=$'\t' read -r path version folder; do
  mapfile -t files < <(texts "$folder")
  if [[ ${#files[@]} -eq 0 ]]; then
    echo "No licence was found in $path." >&2
    exit 1
  fi
  entry "$path" "$version" "$folder" "${files[@]}"
done
