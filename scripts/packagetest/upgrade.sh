#!/usr/bin/env bash
# upgrade.sh SUITE: in a fresh minimal Debian, goes from the version before to this one and back. The window opens signed
# in each time, with the settings and the keyring's entry of the first. In the end all of that is forgotten.
#
# The version before is the .deb that $PREVIOUS_DEB names. Without it, it is this one under an older number, which tries
# the package and not what the program has learnt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tree.sh
source scripts/packagetest/tree.sh
alone "$0" "$@"
if [[ -z ${DBUS_SESSION_BUS_ADDRESS-} || -z ${UPGRADE_RUNTIME-} ]]; then
  UPGRADE_RUNTIME=$(mktemp -d)
  export UPGRADE_RUNTIME XDG_RUNTIME_DIR=$UPGRADE_RUNTIME
  trap 'rm -rf "$UPGRADE_RUNTIME"' EXIT
  # The keyring's own files go there too.
  XDG_DATA_HOME=$UPGRADE_RUNTIME dbus-run-session -- "$0" "$@"
  exit
fi

suite=$1
server=
finish() {
  local pid
  for pid in $server ${GNOME_KEYRING_PID-}; do
    kill "$pid" 2>/dev/null || true
  done
}
trap finish EXIT

older() {
  local dir=$trees/older
  rm -rf "$dir"
  if [[ -n ${PREVIOUS_DEB-} ]]; then
    cp "$PREVIOUS_DEB" "$tree/older.deb"
    dpkg-deb -R "$PREVIOUS_DEB" "$dir"
    return
  fi
  dpkg-deb -R build/dist/access-keys_*.deb "$dir"
  sed -i 's/^Version: .*/Version: 0.0.1/' "$dir/DEBIAN/control"
  dpkg-deb --root-owner-group -Zgzip -b "$dir" "$tree/older.deb" >/dev/null
}

# The sign-in of a user who keeps signed in: what the settings name, and its secret in the keyring.
sign_in() {
  local access config=$tree/root/.config/access-keys
  coproc SERVER { exec "$trees/older/usr/bin/access-keys" --demo-server 127.0.0.1:0 --json; }
  server=$SERVER_PID
  read -r access <&"${SERVER[0]}"
  mkdir -p "$config"
  jq '{version: 1, server: .apiBase, theme: "dark", session: {server: .apiBase, keyId: .accessKeyId,
    endpoint: {base: .apiBase, join: "slash"}}}' <<<"$access" >"$config/settings.json"
  account=$(jq -r '.apiBase + " " + .accessKeyId' <<<"$access")
  jq -j .accessKeySecret <<<"$access" |
    secret-tool store --label "access-keys sign-in" service "access-keys sign-in" username "$account"
}

# Whether the window opens on the keys, signed in.
opens() {
  local version
  # shellcheck disable=SC2016 # dpkg's own
  version=$(inside dpkg-query -W -f '${Version}' access-keys)
  picture "$trees/upgrade-$1.png" --log-level info
  secret-tool lookup service "access-keys sign-in" username "$account" >/dev/null
  grep -q '"theme": "dark"' "$tree/root/.config/access-keys/settings.json"
  echo "upgrade: $version opens signed in, with its settings"
}

eval "$(printf pw | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
export GNOME_KEYRING_PID
fresh "$suite" upgrade
mkdir -p "$tree$XDG_RUNTIME_DIR"
mount --bind "$XDG_RUNTIME_DIR" "$tree$XDG_RUNTIME_DIR"
bus=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
bus=${bus%%,*}
touch "$tree$bus"
mount --bind "$bus" "$tree$bus"
older
apt install --no-install-recommends /older.deb
sign_in
opens older
apt install --no-install-recommends "$(the_deb)"
opens newer
apt install --no-install-recommends --allow-downgrades /older.deb
opens back
inside access-keys --forget-everything --yes
if secret-tool lookup service "access-keys sign-in" username "$account" || [[ -e $tree/root/.config/access-keys ]]; then
  echo "upgrade: something is left" >&2
  exit 1
fi
