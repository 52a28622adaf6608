#!/usr/bin/env bash
# install-files.sh PROGRAM ICONS: installs the program, the desktop file, the icons and the man page under DESTDIR and PREFIX;
# install-files.sh --remove: removes what it put there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

id=io.github.access_keys.AccessKeys
prefix=${DESTDIR:-}${PREFIX:?}
icons=$prefix/share/icons/hicolor

put() {
  install -Dm755 "$1" "$prefix/bin/access-keys"
  install -Dm644 packaging/linux/$id.desktop "$prefix/share/applications/$id.desktop"
  install -Dm644 packaging/linux/$id.metainfo.xml "$prefix/share/metainfo/$id.metainfo.xml"
  install -Dm644 packaging/linux/access-keys.1 "$prefix/share/man/man1/access-keys.1"
  install -Dm644 assets/icon.svg "$icons/scalable/apps/$id.svg"
  local icon size
  for icon in "$2"/*.png; do
    size=$(basename "$icon" .png)
    install -Dm644 "$icon" "$icons/${size}x$size/apps/$id.png"
  done
}

remove() {
  rm -f "$prefix/bin/access-keys" "$prefix/share/applications/$id.desktop" "$prefix/share/metainfo/$id.metainfo.xml" \
    "$prefix/share/man/man1/access-keys.1" "$icons"/*/apps/$id.{svg,png}
}

if [[ ${1:-} == --remove ]]; then remove; else put "${1:?}" "${2:?}"; fi
