# shellcheck shell=bash
# Minimal Debian systems in folders. Sourced at the top of the repository, by scripts that run as root in a mount
# namespace of their own, so that no mount is left behind.

trees=build/packagetest

# alone SCRIPT ARGUMENTS: begins the script again in a mount namespace, unless it is in one.
alone() {
  [[ $EUID -eq 0 ]] || { echo "This needs root: it installs packages in folders." >&2; exit 1; }
  if [[ -z ${PACKAGETEST_ALONE-} ]]; then
    PACKAGETEST_ALONE=yes exec unshare --mount "$@"
  fi
}

# fresh SUITE NAME: makes the folder that tree names from then on a minimal system. What debootstrap makes is kept, packed.
fresh() {
  local base=$trees/$1.tar
  tree=$PWD/$trees/$2
  if [[ ! -e $base ]]; then
    echo "Making a minimal system of $1, which takes minutes the first time."
    rm -rf --one-file-system "$tree"
    mkdir -p "$tree"
    debootstrap --variant=minbase "$1" "$tree" http://deb.debian.org/debian >"$trees/$1.log" 2>&1 ||
      { tail -n 20 "$trees/$1.log" >&2; return 1; }
    tar -C "$tree" -cf "$base.tmp" .
    mv "$base.tmp" "$base"
  fi
  rm -rf --one-file-system "$tree"
  mkdir -p "$tree"
  tar -C "$tree" -xpf "$base"
  mkdir -p "$tree/tmp/.X11-unix" "$tree/packages"
  mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
  mount --bind build/dist "$tree/packages"
  mount -t proc none "$tree/proc"
  # What asks nobody, and starts no service.
  printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
  chmod +x "$tree/usr/sbin/policy-rc.d"
  inside apt-get update -qq
}

# inside COMMAND...: runs a command in the tree.
inside() { TREE=$tree scripts/packagetest/inside.sh "$@"; }

# apt COMMAND...: runs apt-get in the tree, without a word unless it fails.
apt() { quietly inside apt-get -y -o Dpkg::Use-Pty=0 "$@"; }

# quietly COMMAND...: runs a command and prints what it said if it fails.
quietly() {
  local said
  if ! said=$("$@" 2>&1); then
    echo "$said" >&2
    echo "failed: $*" >&2
    return 1
  fi
}

# the_deb: prints the path of the .deb in the tree.
the_deb() {
  local found=(build/dist/access-keys_*_"$(dpkg --print-architecture)".deb)
  echo "/packages/$(basename "${found[0]}")"
}

# picture FILE [ARGUMENT...]: starts the tree's program until the keys are on screen, and takes a picture.
picture() { TREE=$tree scripts/picture.sh scripts/packagetest/program.sh "$@"; }
