#!/usr/bin/env bash
# package-linux.sh: builds the program as it is released for Linux, and puts the .deb, .rpm, Arch package and .tar.xz into
# build/dist. Built twice from one commit with the same compilers, they are the same to the bit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=release-env.sh
source scripts/release-env.sh

nfpm=github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2 # 2.48.0 cannot be built: it replaces modules
package=build/package
root=$package/root
maintainer="Access Keys maintainers <access-keys@users.noreply.github.com>"
news="See https://github.com/access-keys/AccessKeys/releases for what is new."

build() {
  # pie: the system loads the program to another address each time.
  go build -trimpath -buildmode=pie -tags "${TAGS:?}" \
    -ldflags "$(scripts/version.sh --ldflags)" -o "$package/access-keys" .
}

# The newest version of the C library whose functions the program needs.
glibc() {
  objdump -T "$package/access-keys" | sed -n 's/.*(\{0,1\}GLIBC_\([0-9.]*\).*/\1/p' | sort -V | tail -n 1
}

lay_out() {
  make -s install DESTDIR="$root" PREFIX=/usr BINARY="$package/access-keys"
  gzip -9n "$root/usr/share/man/man1/access-keys.1"
  install -Dm644 assets/licences.txt "$package/licences/licences.txt"
  install -Dm644 LICENSE "$package/licences/LICENSE"
  rpm_changelog >"$package/changelog.yaml"
  install -Dm644 packaging/linux/copyright "$package/debian/copyright"
  debian_changelog | gzip -9n >"$package/debian/changelog.gz"
  chmod 644 "$package/debian/changelog.gz"
  find "$package" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
}

debian_changelog() {
  cat <<END
access-keys (${VERSION/-/\~}) stable; urgency=medium

  * $news

 -- $maintainer  $(LC_ALL=C date -Rud "@$SOURCE_DATE_EPOCH")
END
}

rpm_changelog() {
  cat <<END
- semver: $VERSION
  date: $(date -ud "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
  packager: $maintainer
  changes:
    - note: $news
END
}

# The .rpm wants a changelog in its head, and nfpm would name a Debian package's as if it were not our own.
config() {
  cat packaging/linux/nfpm.yaml
  [[ $1 != rpm ]] || echo "changelog: $package/changelog.yaml"
}

# For other distributions and for a user's own folder: bin and share, with the licences.
tarball() {
  local name
  name=access-keys-$VERSION-linux-$ARCH
  rm -rf "${package:?}/$name"
  cp -a "$root/usr" "$package/$name"
  install -Dm644 -t "$package/$name/share/doc/access-keys" README.md LICENSE assets/licences.txt
  tar -C "$package" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
    --format=gnu -c "$name" | xz -9 -T1 >"$dist/$name.tar.xz"
}

rm -rf "$package"
mkdir -p "$package" "$dist"
rm -f "$dist"/access-keys[-_]*.{deb,rpm,pkg.tar.zst} "$dist"/access-keys-*-linux-*.tar.xz
export ARCH GLIBC
ARCH=$(go env GOARCH)
build
GLIBC=$(glibc)
lay_out
for packager in deb rpm archlinux; do
  config "$packager" >"$package/nfpm.yaml"
  go run "$nfpm" package --config "$package/nfpm.yaml" --packager "$packager" --target "$dist/" >/dev/null
done
tarball
echo "The packages of $VERSION are in $dist. They need glibc $GLIBC or later."
