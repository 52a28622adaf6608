#!/usr/bin/env bash
# version.sh prints the version that the build stamps: that of FyneApp.toml and the commit, such as 1.2.0+171708f or
# 1.2.0+171708f-dirty. version.sh --check fails where the commit has a tag of another version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=$(sed -n 's/^Version = "\([0-9]\{1,\}\.[0-9]\{1,\}\.[0-9]\{1,\}\)"$/\1/p' FyneApp.toml)
if [[ ! $version =~ ^[0-9.]+$ ]]; then
  echo 'FyneApp.toml: there is to be one line Version = "X.Y.Z"' >&2
  exit 1
fi

# A release that is unpacked inside another repository, such as a packager's, has no commit of its own.
has_commit() { git ls-files --error-unmatch FyneApp.toml >/dev/null 2>&1; }

if [[ ${1-} != --check ]]; then
  has_commit && version+=+$(git describe --always --dirty --exclude '*')
  echo "$version"
elif has_commit; then
  for tag in $(git tag --points-at HEAD 'v[0-9]*'); do
    if [[ $tag != "v$version" ]]; then
      echo "the tag $tag is on a commit whose FyneApp.toml says $version: change one of them" >&2
      exit 1
    fi
  done
fi
