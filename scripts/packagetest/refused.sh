#!/usr/bin/env bash
# refused.sh SUITE: sees that the .deb cannot be installed in a Debian whose C library is too old, and why.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tree.sh
source scripts/packagetest/tree.sh
alone "$0" "$@"

suite=$1
fresh "$suite" "$suite"
if said=$(inside apt-get -y install --no-install-recommends "$(the_deb)" 2>&1); then
  echo "$suite: it was installed" >&2
  exit 1
fi
if ! grep -q 'access-keys : Depends: libc6 (>= ' <<<"$said" || [[ -e $tree/usr/bin/access-keys ]]; then
  echo "$said" >&2
  exit 1
fi
echo "$suite: refused, because of$(grep -o 'libc6 (>= [^)]*)' <<<"$said" | head -n 1 | sed 's/^/ /')"
