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

// likelyLength is the fewest characters of a text that counts as an ID or a secret by its looks.
const likelyLength = 20

// LooksLikeKeyID reports whether a text that was typed as something else is most likely the ID of an access key.
func LooksLikeKeyID(text string) bool {
	return strings.HasPrefix(text, "AK") && len(text) >= likelyLength && validKeyID(text) && !strings.ContainsAny(text, "-_")
}

// LooksLikeSecret reports whether a text that was typed as the address of a server is most likely the secret of an access
// key. With a dot or a colon it is an address. A secret is letters and digits, maybe with the signs of Base64; a host name
// of that length would have words of one case with hyphens between them.
func LooksLikeSecret(text string) bool {
	const lower, upper, digits, signs = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "+/=-_"
	has := func(chars string) bool { return strings.ContainsAny(text, chars) }
	if len(text) < likelyLength || strings.Trim(text, lower+upper+digits+signs) != "" || !has(digits) {
		return false
	}
	return has(lower) && has(upper) || !has(signs)
}

// LooksSwapped reports whether what was typed as the ID of an access key is most likely its secret, and the other way
// round.
func LooksSwapped(id, secret string) bool {
	return LooksLikeKeyID(secret) && len(id) >= likelyLength && !strings.HasPrefix(id, "AK")
}
