#!/usr/bin/env bash
# run-demo.sh PROGRAM: opens the program's window on its demo back end. On Linux without a display it
# takes a picture of the window instead, beside the program.
set -euo pipefail

program=$1
if [[ $(uname -s) != Linux || -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
  exec "$program" --demo
fi

picture=$program.png
echo "There is no display here: opening the window on a virtual one to take its picture."
scripts=$(dirname "${BASH_SOURCE[0]}")
"$scripts/with-display.sh" "$scripts/picture.sh" "$program" "$picture"
echo "The picture is in $picture"
