#!/usr/bin/env bash
# lint.sh: has the distributions' own checkers look at the packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if said=$(lintian --pedantic --allow-root --fail-on error,warning,info,pedantic build/dist/*.deb) && [[ -z $said ]]; then
  echo "lintian: nothing to say"
else
  echo "$said"
  exit 1
fi

# rpmlint unpacks with cpio, and the names in nfpm's packages begin with a slash: it would unpack them over this system.
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
printf '#!/bin/sh\nexec %s --no-absolute-filenames "$@"\n' "$(command -v cpio)" >"$bin/cpio"
chmod +x "$bin/cpio"
said=$(PATH=$bin:$PATH rpmlint --strict -c packaging/linux/rpmlint.toml build/dist/*.rpm 2>&1) || { echo "$said"; exit 1; }
echo "rpmlint: nothing to say but that it is not signed"
