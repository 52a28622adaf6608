package demo

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/client"
)

// window is how old, or how far ahead, a token's timestamp may be.
const window = 5 * time.Minute

// guard checks tokens. It has its own code for parsing and signing them, so that it also tests how package client makes
// them.
type guard struct {
	store   *store
	formats []client.TokenFormat // the formats that are accepted

	lenient atomic.Bool // keys that are not enabled are accepted too

	mu   sync.Mutex
	seen map[string]time.Time // the nonces used within the window, by key ID, and when
}

func newGuard(s *store, formats []client.TokenFormat) *guard {
	return &guard{store: s, formats: formats, seen: map[string]time.Time{}}
}

// token holds the parts of an access token.
type token struct {
	keyID, timestamp, nonce, signature string
}

// check returns the key ID in an Authorization header and the reason why the request is refused, or "" if it is
// accepted.
func (g *guard) check(authorization string, now time.Time) (keyID, why string) {
	value, ok := strings.CutPrefix(authorization, "Bearer ")
	if !ok {
		return "", "no access token"
	}
	t, format, ok := parseToken(value)
	if !ok || !slices.Contains(g.formats, format) {
		return "", "malformed access token"
	}
	secret, state, ok := g.store.signing(t.keyID, now)
	if !ok {
		return "", "unknown access key"
	}
	switch {
	case !t.signedWith(secret):
		return t.keyID, "wrong signature"
	case !t.timely(now):
		return t.keyID, "timestamp is more than 5 minutes away from the server's time"
	case !g.first(t, now):
		return t.keyID, "nonce was used before"
	case state != client.StateEnabled && !g.lenient.Load():
		return t.keyID, "access key is " + string(state)
	}
	return t.keyID, ""
}

// parseToken parses a token in any of the token formats, and returns the format too.
func parseToken(value string) (token, client.TokenFormat, bool) {
	if !strings.Contains(value, "%") {
		t, ok := split(value, "/")
		return t, client.FormatSlash, ok
	}
	decoded, err := url.PathUnescape(value)
	if err != nil {
		return token{}, "", false
	}
	if t, ok := split(decoded, "\t"); ok {
		return t, client.FormatTabEncoded, true
	}
	if t, ok := split(decoded, "/"); ok {
		return t, client.FormatSlashEncoded, true
	}
	t, ok := split(decoded, "/t")
	return t, client.FormatSampleEncoded, ok
}

// split splits a token at its first three separators, since the signature may contain more of them. It returns false
// unless the second part is a number, which distinguishes "/" from "/t".
func split(value, separator string) (token, bool) {
	parts := strings.SplitN(value, separator, 4)
	if len(parts) != 4 {
		return token{}, false
	}
	if _, err := strconv.ParseInt(parts[1], 10, 64); err != nil {
		return token{}, false
	}
	return token{parts[0], parts[1], parts[2], parts[3]}, true
}

func (t token) signedWith(secret client.Secret) bool {
	got, err := base64.StdEncoding.DecodeString(t.signature)
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret.Reveal()))
	mac.Write([]byte(t.keyID + ":" + t.timestamp + ":" + t.nonce))
	return hmac.Equal(got, mac.Sum(nil))
}

func (t token) timely(now time.Time) bool {
	nanoseconds, err := strconv.ParseInt(t.timestamp, 10, 64)
	return err == nil && now.Sub(time.Unix(0, nanoseconds)).Abs() <= window
}

// first reports whether the token's nonce is new. It remembers the nonce for as long as the timestamp could be timely.
func (g *guard) first(t token, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for nonce, at := range g.seen {
		if now.Sub(at).Abs() > 2*window {
			delete(g.seen, nonce)
		}
	}
	id := t.keyID + ":" + t.nonce
	if _, used := g.seen[id]; used || t.nonce == "" {
		return false
	}
	g.seen[id] = now
	return true
}
