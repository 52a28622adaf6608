#!/usr/bin/env bash
# Vets and builds the program for Windows and tests it on Wine: see views/e2e/windows. The first time
# takes minutes. Arguments go to go test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/install-windows-deps.sh
# Trimmed as the build is, vet and build share what the C compiler makes, which is nearly all the work.
GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc go vet -trimpath -tags migrated_fynedo ./...
# The tests themselves run on Linux, and need no C.
export CGO_ENABLED=0
go vet -tags wine ./views/e2e/windows
go test -tags wine -count 1 -timeout 30m "$@" ./views/e2e/windows
