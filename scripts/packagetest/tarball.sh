#!/usr/bin/env bash
# tarball.sh: unpacks the .tar.xz as README.md says, and looks whether program, desktop file and icons are where they
# belong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

home=$PWD/build/packagetest/tarball
rm -rf "$home"
mkdir -p "$home"
tar -xf build/dist/access-keys-*-linux-*.tar.xz -C "$home" --strip-components 1
"$home/bin/access-keys" --version
id=io.github.access_keys.AccessKeys
for file in "applications/$id.desktop" "icons/hicolor/16x16/apps/$id.png" "icons/hicolor/scalable/apps/$id.svg" \
  "metainfo/$id.metainfo.xml" man/man1/access-keys.1.gz doc/access-keys/licences.txt; do
  [[ -s $home/share/$file ]] || { echo "share/$file is missing" >&2; exit 1; }
done
echo "tarball: unpacked, and all is in its place"
