#!/usr/bin/env bash
# windows-resources.sh VERSION: writes the icon, version information and manifest of the program for Windows where go
# build finds them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

winres=github.com/tc-hib/go-winres@v0.3.3
numbers=${1%%[-+]*}.0 # of a version such as 1.2.0+171708f; Windows wants four
[[ $numbers =~ ^[0-9]+\.[0-9]+\.[0-9]+\.0$ ]] || numbers=0.0.0.0
env -u GOOS -u GOARCH -u CC CGO_ENABLED=0 go run "$winres" make --in packaging/windows/winres.json --arch amd64 \
  --file-version "$numbers" --product-version "$numbers" --out rsrc
