#!/usr/bin/env bash
# Installs what making packages needs beside what building does. Does nothing, silently, where all of it is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() { missing_commands objdump tar xz gzip; }

packages() {
  case $1 in
    debian) echo binutils tar xz-utils gzip ;;
    *) echo binutils tar xz gzip ;;
  esac
}

[[ $(uname -s) == Linux ]] || die "Linux packages are made on Linux."
ensure "Making packages"
