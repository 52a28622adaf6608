#!/usr/bin/env bash
# Builds for Windows what is released and tests that on Wine: see views/e2e/windows. The first time takes
# minutes. Arguments go to go test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/install-windows-deps.sh
scripts/install-windows-package-deps.sh
# The tests themselves run on Linux, and need no C.
export CGO_ENABLED=0
go vet -tags wine ./views/e2e/windows
go test -tags wine -count 1 -timeout 30m "$@" ./views/e2e/windows
