package client

import "strings"

// checkKeyID returns an *Error of KindKeyID unless id is valid.
func checkKeyID(op, id string) error {
	if !validKeyID(id) {
		return &Error{Kind: KindKeyID, Op: op}
	}
	return nil
}

// validKeyID reports whether id can be used in a URL path and in a token. A slash, a colon or a dot could change the
// meaning of either.
func validKeyID(id string) bool {
	return len(id) >= 1 && len(id) <= 128 && !strings.ContainsFunc(id, func(r rune) bool {
		letter := 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
		digit := '0' <= r && r <= '9'
		return !letter && !digit && r != '_' && r != '-'
	})
}

// LooksLikeKeyID reports whether a text that was typed as a server's address is most likely the ID of an access key.
func LooksLikeKeyID(text string) bool {
	return strings.HasPrefix(text, "AK") && len(text) >= 20 && validKeyID(text) && !strings.ContainsAny(text, "-_")
}
