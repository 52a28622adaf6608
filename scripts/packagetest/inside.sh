#!/usr/bin/env bash
# inside.sh COMMAND...: in place of itself, runs a command in the system that is in the folder $TREE, with nothing of this
# environment but the display and the session bus.
set -euo pipefail

exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  XDG_SESSION_TYPE=x11 LIBGL_ALWAYS_SOFTWARE=1 DISPLAY="${DISPLAY-}" \
  XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR-}" DBUS_SESSION_BUS_ADDRESS="${DBUS_SESSION_BUS_ADDRESS-}" \
  chroot "$TREE" "$@"
