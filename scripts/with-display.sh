#!/usr/bin/env bash
# with-display.sh COMMAND...: runs a command that opens a window, on a private virtual screen where the
# machine has none, and ends with the command's status.
set -euo pipefail

if [[ $(uname -s) != Linux || -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
  exec "$@"
fi

"$(dirname "${BASH_SOURCE[0]}")/install-display-deps.sh"
log=$(mktemp)
xvfb=

# shellcheck disable=SC2317 # it is the trap's
stop() {
  if [[ -n $xvfb ]]; then
    kill "$xvfb" 2>/dev/null || true
    wait "$xvfb" 2>/dev/null || true
  fi
  rm -f "$log"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Xvfb looks for a free display itself, and says which once it listens there.
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>"$log")
xvfb=$!
if ! read -r display <&3; then
  echo "Xvfb did not start:" >&2
  cat "$log" >&2
  exit 1
fi

# Mesa tries the graphics hardware first, and complains where there is none.
DISPLAY=:$display XDG_SESSION_TYPE=x11 LIBGL_ALWAYS_SOFTWARE=1 "$@"
