#!/usr/bin/env bash
# Installs what checks scripts and the desktop's files. Does nothing, silently, where all of it is there.
set -euo pipefail
# shellcheck source=ensure-packages.sh
source "$(dirname "${BASH_SOURCE[0]}")/ensure-packages.sh"

missing() { missing_commands shellcheck desktop-file-validate appstreamcli; }

packages() {
  case $1 in
    debian) echo shellcheck desktop-file-utils appstream ;;
    fedora) echo ShellCheck desktop-file-utils appstream ;;
    arch) echo shellcheck desktop-file-utils appstream ;;
  esac
}

ensure "Checking files"
