#!/usr/bin/env bash
# version.sh prints the version that the build stamps: that of FyneApp.toml and the commit, such as 1.2.0+171708f or
# 1.2.0+171708f-dirty. version.sh --package prints that of packages: 1.2.0 for a commit with the tag v1.2.0, and else one
# that comes before it, such as 1.2.0-dev.20260131235959.171708f. version.sh --check fails where the commit has a tag of
# another version, or where the desktop's catalogue names another one. version.sh --ldflags [VERSION] prints what the
# linker is told, which stamps that version into the program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=$(sed -n 's/^Version = "\([0-9]\{1,\}\.[0-9]\{1,\}\.[0-9]\{1,\}\)"$/\1/p' FyneApp.toml)
if [[ ! $version =~ ^[0-9.]+$ ]]; then
  echo 'FyneApp.toml: there is to be one line Version = "X.Y.Z"' >&2
  exit 1
fi

# A release that is unpacked inside another repository, such as a packager's, has no commit of its own.
has_commit() { git ls-files --error-unmatch FyneApp.toml >/dev/null 2>&1; }

commit() { git describe --always --dirty --exclude '*'; }

# A tag of the version, on a commit in which nothing was changed.
is_release() { [[ $(commit) != *-dirty && -n $(git tag --points-at HEAD "v$version") ]]; }

stamp() {
  if has_commit; then version+=+$(commit); fi
  echo "$version"
}

check() {
  local tag catalogue=packaging/linux/io.github.access_keys.AccessKeys.metainfo.xml
  for tag in $(git tag --points-at HEAD 'v[0-9]*'); do
    if [[ $tag != "v$version" ]]; then
      echo "the tag $tag is on a commit whose FyneApp.toml says $version: change one of them" >&2
      return 1
    fi
  done
  if [[ -e $catalogue ]] && ! grep -m 1 '<release ' "$catalogue" | grep -qF "version=\"$version\""; then
    echo "$catalogue: the first release is to be $version, as in FyneApp.toml" >&2
    return 1
  fi
}

case ${1-} in
  --check)
    if has_commit; then check; fi
    ;;
  --package)
    if has_commit && ! is_release; then
      version+=-dev.$(TZ=UTC git log -1 --date=format-local:%Y%m%d%H%M%S --format=%cd).$(commit | tr - .)
    fi
    echo "$version"
    ;;
  --ldflags)
    echo "-s -w -X main.version=${2:-$(stamp)}"
    ;;
  *)
    stamp
    ;;
esac
