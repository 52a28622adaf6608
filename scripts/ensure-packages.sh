# shellcheck shell=bash
# Finds out what a machine lacks and has its package manager install it. Sourced by the
# install-*.sh scripts, which define two functions for ensure:
#   missing            prints what the machine lacks, one thing a line, in a person's words
#   packages FAMILY    prints the packages of that family's distributions that provide it

# die MESSAGE: ends the script with a message.
die() {
  echo "$*" >&2
  exit 1
}

# have COMMAND: whether there is such a command.
have() {
  command -v "$1" >/dev/null 2>&1
}

# missing_commands COMMAND...: prints those commands that are not there.
missing_commands() {
  local command
  for command in "$@"; do
    have "$command" || echo "$command"
  done
}

# Prints the machine's family of distributions: debian, fedora, arch, or nothing.
family() {
  local ids name
  # shellcheck source=/dev/null
  ids=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${ID_LIKE:-}")
  for name in debian fedora arch; do
    if [[ " $ids " == *" $name "* ]]; then
      echo "$name"
      return
    fi
  done
}

# as_root COMMAND...: runs it as root, with sudo where that is not who we are.
as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "This needs root, and there is no sudo here. As root: $*"
  fi
}

# install_packages FAMILY PACKAGE...: installs them, without questions.
install_packages() {
  local family=$1
  shift
  case $family in
    debian) install_debian "$@" ;;
    fedora) as_root dnf install -q -y --setopt=install_weak_deps=False "$@" ;;
    arch) install_arch "$@" ;;
  esac
}

install_debian() {
  # One third-party source that is out of reach is no reason to stop: the installation tells.
  as_root apt-get update -qq || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

install_arch() {
  local flags=(-S)
  # A new container image has no package lists. Arch does not support fetching them without upgrading.
  compgen -G '/var/lib/pacman/sync/*.db' >/dev/null || flags=(-Syu)
  as_root pacman "${flags[@]}" --needed --noconfirm --noprogressbar "$@"
}

# ensure PURPOSE: installs what is missing for PURPOSE, having said what. Silent where nothing is.
ensure() {
  local purpose=$1 lacking family list
  lacking=$(missing)
  [[ -n $lacking ]] || return 0

  echo "$purpose needs what is not here yet: $(joined "$lacking")."
  family=$(family)
  [[ -n $family ]] || die "This script knows the packages of Debian, Fedora, Arch and their kin only. Please install the above by hand."
  read -ra list <<<"$(packages "$family")"
  echo "Installing, which may take some minutes: ${list[*]}"
  install_packages "$family" "${list[@]}"

  lacking=$(missing)
  [[ -z $lacking ]] || echo "Still not found: $(joined "$lacking"). Going on without." >&2
}

# joined LINES: prints the lines as one, with commas.
joined() {
  local text=${1//$'\n'/, }
  echo "$text"
}
