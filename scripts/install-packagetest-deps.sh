#!/usr/bin/env bash
# Installs what testing packages needs. Does nothing, silently, where all of it is there. The packages are known for
# Debian and its kin only.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  missing_commands debootstrap lintian rpm rpmlint cpio pacman dbus-run-session gnome-keyring-daemon secret-tool jq
}

packages() {
  case $1 in
    debian) echo debootstrap lintian rpm rpmlint cpio pacman-package-manager dbus gnome-keyring libsecret-tools jq ;;
  esac
}

[[ $(uname -s) == Linux && $(family) == debian ]] || die "Packages are tested on Debian or its kin."
"$(dirname "${BASH_SOURCE[0]}")/install-display-deps.sh"
ensure "Testing packages"
