#!/usr/bin/env bash
# arch.sh: installs, verifies and removes the Arch package in an empty folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

root=$PWD/build/packagetest/arch
rm -rf "$root"
mkdir -p "$root/var/lib/pacman" "$root/var/cache/pacman/pkg"
printf '[options]\nArchitecture = auto\nSigLevel = Never\n' >"$root/pacman.conf"
pacman() {
  command pacman --root "$root" --dbpath "$root/var/lib/pacman" --cachedir "$root/var/cache/pacman/pkg" \
    --hookdir "$root/hooks" --logfile "$root/pacman.log" --config "$root/pacman.conf" --noconfirm "$@"
}
# There is nothing in the folder that it could depend on; a test on Arch is part of the release.
pacman -Udd build/dist/*.pkg.tar.zst >/dev/null
pacman -Qkk access-keys
"$root/usr/bin/access-keys" --version
pacman -Rdd access-keys >/dev/null
left=$(find "$root/usr" -path '*access*keys*' 2>/dev/null || true)
[[ -z $left ]] || { echo "it left $left" >&2; exit 1; }
echo "arch: installed, verified and removed"
