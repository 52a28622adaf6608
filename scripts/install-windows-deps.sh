#!/usr/bin/env bash
# Installs what the tests on Wine need: a C compiler for Windows, Wine, and a display for it. Does nothing,
# silently, where all of it is there. Wine's packages are known for Debian and its kin only.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  missing_commands wine wineserver openbox
}

packages() {
  case $1 in
    # Wine's 64 bits suffice, and its 32 bits would take a second architecture.
    debian) echo wine wine64 openbox ;;
  esac
}

[[ $(uname -s) == Linux ]] || die "The tests on Wine run on Linux."
lacking=$(missing)
if [[ -n $lacking && $(family) != debian ]]; then
  die "Testing on Wine needs what is not here yet: $(joined "$lacking"). Please install Wine, of 64 bits, and openbox."
fi
"$(dirname "${BASH_SOURCE[0]}")/install-cross-deps.sh"
"$(dirname "${BASH_SOURCE[0]}")/install-display-deps.sh"
ensure "Testing on Wine"
