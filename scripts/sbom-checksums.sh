#!/usr/bin/env bash
# sbom-checksums.sh: puts beside the packages in build/dist a list of what the program is made of, in CycloneDX's format,
# and the SHA-256 sums of all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=release-env.sh
source scripts/release-env.sh

cyclonedx=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
bom=access-keys-$VERSION.cdx.json
mkdir -p "$dist"
rm -f "$dist"/access-keys-*.cdx.json
# Without a time and a random number, it is the same each time.
go run "$cyclonedx" mod -json -licenses -std -noserial -notimestamp -output "$dist/$bom"
cd "$dist"
rm -f SHA256SUMS
sha256sum -- * >SHA256SUMS.tmp
mv SHA256SUMS.tmp SHA256SUMS
