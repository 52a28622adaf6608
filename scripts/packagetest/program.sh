#!/usr/bin/env bash
# program.sh ARGUMENTS: in place of itself, runs the program that is installed in the folder $TREE.
set -euo pipefail

exec "$(dirname "${BASH_SOURCE[0]}")/inside.sh" access-keys "$@"
