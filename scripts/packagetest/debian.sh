#!/usr/bin/env bash
# debian.sh SUITE: installs the .deb in a fresh minimal Debian, opens its window there, purges it, and compares the files
# and packages with those of before. The display is outside, so that nothing comes along with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tree.sh
source scripts/packagetest/tree.sh
alone "$0" "$@"

suite=$1
seen=$trees/$suite

# What a package manager notes of its own work differs, and so do what programs keep in between.
files() {
  find "$tree" -xdev \( -path "$tree/proc" -o -path "$tree/tmp" -o -path "$tree/var/cache" -o -path "$tree/var/log" \
    -o -path "$tree/var/lib/apt" -o -path "$tree/var/lib/dpkg" -o -path "$tree/root/.cache" \) -prune \
    -o -not -path "$tree/etc/ld.so.cache" -printf '%P %y %m %l\n' | LC_ALL=C sort
}

# shellcheck disable=SC2016 # dpkg's own
packages() { inside dpkg-query -W -f '${Package} ${Version} ${Status}\n'; }

fresh "$suite" "$suite"
packages >"$seen.packages.before"
files >"$seen.files.before"
apt install --no-install-recommends "$(the_deb)"
packages >"$seen.packages.installed"
echo "$suite: $(comm -13 "$seen.packages.before" "$seen.packages.installed" | wc -l) packages with it; $(inside access-keys --version)"
picture "$trees/$suite.png"
apt purge --autoremove access-keys
inside access-keys --version 2>/dev/null && { echo "$suite: it is still there" >&2; exit 1; }
# What the window kept is the user's, and --forget-everything's.
rm -rf "$tree/root/.config/access-keys" "$tree/root/.config/fyne"
rmdir "$tree/root/.config" 2>/dev/null || true
packages >"$seen.packages.after"
files >"$seen.files.after"
diff "$seen.packages.before" "$seen.packages.after"
diff "$seen.files.before" "$seen.files.after"
echo "$suite: purged, and files and packages are as before"
