#!/usr/bin/env bash
# Installs what building the program needs: a C compiler, pkg-config and the headers of the libraries
# through which Fyne draws on X11 and Wayland. Does nothing, silently, where all of it is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() {
  compiles || echo "a C compiler"
  if have pkg-config; then
    missing_libraries
  else
    echo "pkg-config and the headers of OpenGL, X11 and Wayland"
  fi
}

# Whether the compiler that go would use works: a compiler without the C library's headers does not.
compiles() {
  local compiler
  read -ra compiler <<<"$(go env CC)"
  echo '#include <stdlib.h>' | "${compiler[@]}" -fsyntax-only -x c - 2>/dev/null
}

# The libraries are those that go-gl/gl, go-gl/glfw and Fyne name in their cgo directives.
missing_libraries() {
  local module
  for module in gl x11 xext xcursor xrandr xinerama xi xxf86vm \
    wayland-client wayland-cursor wayland-egl xkbcommon; do
    pkg-config --exists "$module" || echo "headers of $module"
  done
}

packages() {
  case $1 in
    debian)
      echo gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev
      ;;
    fedora)
      echo gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXext-devel libXcursor-devel \
        libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel \
        libxkbcommon-devel
      ;;
    arch)
      echo gcc pkgconf libglvnd libx11 libxext libxcursor libxrandr libxinerama libxi libxxf86vm \
        wayland libxkbcommon xorgproto
      ;;
  esac
}

have go || die "Building needs Go 1.26 or later, from https://go.dev/dl or your distribution."
case $(uname -s) in
  Linux) ensure "Building" ;;
  Darwin)
    xcode-select -p >/dev/null 2>&1 ||
      die "Building needs Apple's command line tools. Install them with: xcode-select --install"
    ;;
esac
