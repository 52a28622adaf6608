#!/usr/bin/env bash
# Installs what building for Windows on another system needs: mingw-w64's C compiler. Does nothing,
# silently, where it is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  missing_commands x86_64-w64-mingw32-gcc
}

packages() {
  case $1 in
    debian) echo gcc-mingw-w64-x86-64 ;;
    fedora) echo mingw64-gcc ;;
    arch) echo mingw-w64-gcc ;;
  esac
}

have go || die "Building needs Go 1.26 or later, from https://go.dev/dl or your distribution."
ensure "Building for Windows"
