package client

import "strings"

// checkKeyID returns an *Error of KindKeyID when id cannot stand in a path.
func checkKeyID(op, id string) error {
	if !validKeyID(id) {
		return &Error{Kind: KindKeyID, Op: op}
	}
	return nil
}

// validKeyID reports whether id can stand in a URL path and in a token: a slash, a colon or a dot
// could change what either means.
func validKeyID(id string) bool {
	return len(id) >= 1 && len(id) <= 128 && !strings.ContainsFunc(id, func(r rune) bool {
		letter := 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
		digit := '0' <= r && r <= '9'
		return !letter && !digit && r != '_' && r != '-'
	})
}

// LooksLikeKeyID reports whether a text that was typed for a server is most likely the ID of an access key.
func LooksLikeKeyID(text string) bool {
	return strings.HasPrefix(text, "AK") && len(text) >= 20 && validKeyID(text) && !strings.ContainsAny(text, "-_")
}
