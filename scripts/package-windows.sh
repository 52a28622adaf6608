#!/usr/bin/env bash
# package-windows.sh PROGRAM VERSION FOLDER: puts the installer for Windows and a zip of the program into a folder. Made
# twice from one commit with the same compilers, they are the same to the bit. With QUICK set, as tests do, they are large
# and soon made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "$1") version=$2
mkdir -p "$3"
dist=$(realpath "$3")

scripts/install-windows-package-deps.sh
if [[ -z ${SOURCE_DATE_EPOCH-} ]]; then
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct -- 2>/dev/null || stat -c %Y FyneApp.toml)
fi
export SOURCE_DATE_EPOCH TZ=UTC

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=access-keys-$version-windows-amd64
numbers=${version%%[-+]*}.0 # Windows wants four
[[ $numbers =~ ^[0-9]+\.[0-9]+\.[0-9]+\.0$ ]] || numbers=0.0.0.0

mkdir "$work/$name"
cp "$program" "$work/$name/access-keys.exe"
cp LICENSE "$work/$name/LICENSE.txt"
cp assets/licences.txt README.md "$work/$name/"
go run ./scripts/icons assets/icon.png "$work/icon.ico"
find "$work" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
chmod -R u=rwX,go=rX "$work/$name"

rm -f "$dist"/access-keys-*-windows-amd64{.zip,-setup.exe}
(cd "$work" && find "$name" -type f | sort | zip -qX"${QUICK:+0}" "$dist/$name.zip" -@)
makensis -V2 ${QUICK:+-DQUICK} -INPUTCHARSET UTF8 -DVERSION="$version" -DVERSION4="$numbers" -DBINARY="$work/$name/access-keys.exe" \
  -DLICENSE="$work/$name/LICENSE.txt" -DLICENCES="$work/$name/licences.txt" -DICON="$work/icon.ico" \
  -DOUTPUT="$dist/$name-setup.exe" packaging/windows/installer.nsi
echo "The installer and the zip of $version are in $3."
