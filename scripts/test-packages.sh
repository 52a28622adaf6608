#!/usr/bin/env bash
# test-packages.sh: checks the packages in build/dist, and installs, starts, upgrades and removes them. It takes root and
# Debian's mirror. Pictures of what was installed are left in build/packagetest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/install-packagetest-deps.sh
mkdir -p build/packagetest
test=scripts/packagetest
"$test/lint.sh"
"$test/rpm.sh"
"$test/arch.sh"
"$test/tarball.sh"
for suite in bookworm trixie; do
  scripts/with-display.sh "$test/debian.sh" "$suite"
done
"$test/refused.sh" bullseye
scripts/with-display.sh "$test/upgrade.sh" bookworm
