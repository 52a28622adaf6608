#!/usr/bin/env bash
# picture.sh PROGRAM FILE [ARGUMENT...]: opens the program's window on its demo back end, or with the
# arguments, on the X display that is there, waits until the keys are on screen, and writes what is to be
# seen to FILE, a PNG. It takes no picture where FILE is "-". PRESS in the environment is keys to press before, such as
# "Down ctrl+k".
set -euo pipefail

program=$1 picture=$2
shift 2
[[ $# -gt 0 ]] || set -- --demo
log=$(mktemp)
"$program" "$@" --log-level info 2>"$log" &
window=$!

# shellcheck disable=SC2317 # it is the trap's
stop() {
  kill "$window" 2>/dev/null || true
  wait "$window" 2>/dev/null || true
  rm -f "$log"
}
trap stop EXIT

for _ in {1..300}; do
  if grep -q "keys on screen" "$log"; then
    [[ $picture == - ]] || go run ./views/e2e/grab -pid "$window" -press "${PRESS:-}" -o "$picture"
    exit
  fi
  kill -0 "$window" 2>/dev/null || break
  sleep 0.1
done
echo "The window did not get to show its keys:" >&2
cat "$log" >&2
exit 1
