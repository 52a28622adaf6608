#!/usr/bin/env bash
# package-macos.sh: on a Mac, builds Access Keys.app for both processors and zips it into build/dist. With IDENTITY it is
# signed for distribution, and with NOTARY_KEY, NOTARY_KEY_ID and NOTARY_ISSUER notarized too; else it is signed for this
# computer only.
#
# THIS HAS NOT BEEN RUN YET: there was no Mac. Whoever runs it first, please remove this line and the one in README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [[ $(uname -s) != Darwin ]]; then
  echo "This takes a Mac: its frameworks are linked in, and its own tools make the icon and sign." >&2
  exit 1
fi
# shellcheck source=release-env.sh
source scripts/release-env.sh

package=build/package-macos
app="$package/Access Keys.app"
zip=$dist/access-keys-$VERSION-macos-universal.zip

# Go 1.26 needs macOS 12.
build() {
  local arch
  for arch in arm64 amd64; do
    MACOSX_DEPLOYMENT_TARGET=12.0 CGO_ENABLED=1 GOARCH=$arch go build -trimpath -tags "${TAGS:?}" \
      -ldflags "$(scripts/version.sh --ldflags)" -o "$package/$arch" .
  done
  mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
  lipo -create -output "$app/Contents/MacOS/access-keys" "$package/arm64" "$package/amd64"
}

# The bundle's version is of numbers alone.
describe() {
  sed "s/@VERSION@/${VERSION%%-*}/" packaging/macos/Info.plist >"$app/Contents/Info.plist"
  plutil -lint "$app/Contents/Info.plist"
  cp LICENSE assets/licences.txt "$app/Contents/Resources/"
}

icon() {
  local set=$package/icon.iconset size
  mkdir "$set"
  for size in 16 32 128 256 512; do
    sips -z "$size" "$size" assets/icon.png --out "$set/icon_${size}x$size.png" >/dev/null
  done
  # What is twice as fine as the picture would only look blurred.
  for size in 16 32 128 256; do
    sips -z $((2 * size)) $((2 * size)) assets/icon.png --out "$set/icon_${size}x$size@2x.png" >/dev/null
  done
  iconutil --convert icns --output "$app/Contents/Resources/icon.icns" "$set"
}

sign() {
  codesign --force --options runtime ${IDENTITY:+--timestamp} --sign "${IDENTITY:--}" "$app"
  codesign --verify --strict --verbose=2 "$app"
}

pack() { ditto -c -k --keepParent "$app" "$zip"; }

notarize() {
  xcrun notarytool submit "$zip" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
  xcrun stapler staple "$app"
  pack # again, with the ticket
  spctl --assess --type execute --verbose "$app"
}

rm -rf "$package"
mkdir -p "$package" "$dist"
build
describe
icon
sign
pack
[[ -z ${IDENTITY-} || -z ${NOTARY_KEY-} ]] || notarize
