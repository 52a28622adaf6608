package client

import (
	"net/url"
	"slices"
	"strings"
)

// TokenFormat names how a token's four parts are put together. The vendor publishes two that disagree: the
// header's description has slashes, and its sample code URL-encodes what reads like a tab that lost
// its backslash. The names are stable and may be stored.
type TokenFormat string

// The plausible joins, in the order in which SignIn tries them.
const (
	FormatSlash         TokenFormat = "slash"          // a/b
	FormatSlashEncoded  TokenFormat = "slash-encoded"  // a%2Fb
	FormatTabEncoded    TokenFormat = "tab-encoded"    // a%09b
	FormatSampleEncoded TokenFormat = "sample-encoded" // a%2Ftb, the sample to the letter
)

// TokenFormats returns every TokenFormat, the likeliest first.
func TokenFormats() []TokenFormat {
	return []TokenFormat{FormatSlash, FormatSlashEncoded, FormatTabEncoded, FormatSampleEncoded}
}

// Known reports whether j is one of TokenFormats.
func (j TokenFormat) Known() bool { return slices.Contains(TokenFormats(), j) }

// join joins the parts of a token. It returns false for a TokenFormat that is none of TokenFormats.
func (j TokenFormat) join(parts ...string) (string, bool) {
	switch j {
	case FormatSlash:
		return strings.Join(parts, "/"), true
	case FormatSlashEncoded:
		return url.QueryEscape(strings.Join(parts, "/")), true
	case FormatTabEncoded:
		return url.QueryEscape(strings.Join(parts, "\t")), true
	case FormatSampleEncoded:
		return url.QueryEscape(strings.Join(parts, "/t")), true
	}
	return "", false
}
