#!/usr/bin/env bash
# Installs what a window needs on Linux without a screen: the X server Xvfb and Mesa's software OpenGL.
# Does nothing, silently, where both are there, and on other systems.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  missing_commands Xvfb
  has_software_gl || echo "software OpenGL"
}

# Mesa's driver is one file since 24.2, and was one among others in dri before.
has_software_gl() {
  local pattern
  for pattern in '/usr/lib*/dri/swrast_dri.so' '/usr/lib/*/dri/swrast_dri.so' \
    '/usr/lib*/libgallium*.so' '/usr/lib/*/libgallium*.so'; do
    compgen -G "$pattern" >/dev/null && return
  done
  return 1
}

packages() {
  case $1 in
    debian) echo xvfb libgl1-mesa-dri ;;
    fedora) echo xorg-x11-server-Xvfb mesa-dri-drivers libglvnd-glx ;;
    arch) echo xorg-server-xvfb mesa ;;
  esac
}

if [[ $(uname -s) == Linux ]]; then
  ensure "A window without a screen"
fi
