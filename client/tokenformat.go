package client

import (
	"net/url"
	"slices"
	"strings"
)

// TokenFormat names how the four parts of a token are joined. The vendor's documents disagree: the description of the
// header uses slashes, and the sample code URL-encodes the separator "/t", which may be a misspelt tab. The names are
// stable and may be stored.
type TokenFormat string

// The plausible formats, in the order in which SignIn tries them.
const (
	FormatSlash         TokenFormat = "slash"          // a/b
	FormatSlashEncoded  TokenFormat = "slash-encoded"  // a%2Fb
	FormatTabEncoded    TokenFormat = "tab-encoded"    // a%09b
	FormatSampleEncoded TokenFormat = "sample-encoded" // a%2Ftb, exactly as in the sample code
)

// TokenFormats returns every TokenFormat, the likeliest first.
func TokenFormats() []TokenFormat {
	return []TokenFormat{FormatSlash, FormatSlashEncoded, FormatTabEncoded, FormatSampleEncoded}
}

// Known reports whether f is one of TokenFormats.
func (f TokenFormat) Known() bool { return slices.Contains(TokenFormats(), f) }

// join joins the parts of a token. It returns false if f is unknown.
func (f TokenFormat) join(parts ...string) (string, bool) {
	switch f {
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
