#!/usr/bin/env bash
# macos-certificate.sh COMMAND...: runs a command with IDENTITY and NOTARY_KEY set, as package-macos.sh takes them, where
# CERTIFICATE holds a PKCS #12 file in Base64 and NOTARY_KEY_TEXT the key. Both are removed afterwards. Without them it
# only runs the command.
#
# This has not been run yet.
set -euo pipefail

if [[ -z ${CERTIFICATE-} ]]; then
  exec "$@"
fi

work=$(mktemp -d)
keychain=$work/signing.keychain-db
# The keychains that are searched, to be restored in the end.
before=()
while read -r name; do before+=("${name//\"/}"); done < <(security list-keychains -d user)
password=$(openssl rand -hex 20)
# shellcheck disable=SC2317 # it is the trap's
clean() {
  security list-keychains -d user -s "${before[@]}" || true
  security delete-keychain "$keychain" || true
  rm -rf "$work"
}
trap clean EXIT

base64 --decode <<<"$CERTIFICATE" >"$work/certificate.p12"
security create-keychain -p "$password" "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$work/certificate.p12" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
IDENTITY=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(Developer ID Application: .*\)"/\1/p' | head -n 1)
if [[ -z $IDENTITY ]]; then
  echo "CERTIFICATE has no identity \"Developer ID Application\"." >&2
  exit 1
fi
export IDENTITY
if [[ -n ${NOTARY_KEY_TEXT-} ]]; then
  export NOTARY_KEY=$work/notary.p8
  printf '%s' "$NOTARY_KEY_TEXT" >"$NOTARY_KEY"
fi
"$@"
