# shellcheck shell=bash
# Sets what all packages of a release share. Sourced at the top of the repository.
#   VERSION            of the packages, as version.sh --package prints it
#   SOURCE_DATE_EPOCH  the time of everything in them, so that they are the same whenever they are built
#   dist               the folder that they are put into

export VERSION SOURCE_DATE_EPOCH
VERSION=$(scripts/version.sh --package)
if [[ -z ${SOURCE_DATE_EPOCH-} ]]; then
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct -- 2>/dev/null || stat -c %Y FyneApp.toml)
fi
# shellcheck disable=SC2034 # for the scripts that source this
dist=build/dist
