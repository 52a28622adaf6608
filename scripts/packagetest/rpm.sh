#!/usr/bin/env bash
# rpm.sh: installs, verifies and removes the .rpm in an empty folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

root=$PWD/build/packagetest/rpm
rpm() { command rpm --force-debian --root "$root" "$@"; } # which tells Debian's rpm that dpkg is not meant
rm -rf "$root"
mkdir -p "$root"
command rpm --root "$root" --initdb
# There is nothing in the folder that it could depend on; a test on Fedora is part of the release.
rpm --install --nodeps build/dist/*.rpm
installed=$(rpm --query --list access-keys | wc -l)
rpm --verify --nodeps access-keys
"$root/usr/bin/access-keys" --version
rpm --erase access-keys
left=$(find "$root" -path '*access*keys*')
[[ -z $left ]] || { echo "it left $left" >&2; exit 1; }
echo "rpm: $installed files installed, verified and removed"
