#!/usr/bin/env bash
# Installs what the tests need: what building needs and, on Linux, what the end-to-end tests drive the
# program with, and what copied commands are tried with. Does nothing, silently, where all of it is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  missing_commands xclip dbus-daemon dbus-run-session gnome-keyring-daemon openbox secret-tool setxkbmap xfce4-clipman curl python3
  if has_parcellite; then missing_commands parcellite; fi
}

# Debian has it until 12. Its test is skipped without.
has_parcellite() {
  # shellcheck source=/dev/null
  [[ $(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-}") == "debian 12" ]]
}

packages() {
  case $1 in
    debian)
      echo xclip dbus gnome-keyring openbox libsecret-tools x11-xkb-utils xfce4-clipman curl python3 \
        "$(if has_parcellite; then echo parcellite; fi)"
      ;;
    fedora) echo xclip dbus-daemon gnome-keyring openbox libsecret setxkbmap xfce4-clipman-plugin curl python3 ;;
    arch) echo xclip dbus gnome-keyring openbox libsecret xorg-setxkbmap xfce4-clipman-plugin curl python ;;
  esac
}

"$(dirname "${BASH_SOURCE[0]}")/install-build-deps.sh"
"$(dirname "${BASH_SOURCE[0]}")/install-display-deps.sh"
if [[ $(uname -s) == Linux ]]; then
  ensure "Testing"
fi
