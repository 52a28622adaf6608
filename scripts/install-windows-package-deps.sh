#!/usr/bin/env bash
# Installs what making the packages for Windows needs beside what building does. Does nothing, silently, where all of it
# is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() { missing_commands makensis zip; }

packages() {
  case $1 in
    debian) echo nsis zip ;;
    fedora) echo mingw64-nsis zip ;;
    *) echo nsis zip ;;
  esac
}

ensure "Making packages for Windows"
