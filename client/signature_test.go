package client

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// fixedSigner signs with a known key at a known time. The signature below was computed with
// `printf %s "$message" | openssl dgst -sha256 -hmac "$secret" -binary | base64`.
func fixedSigner(join TokenFormat) *signer {
	return &signer{
		origin: &url.URL{Scheme: "http", Host: "localhost:8000"},
		keyID:  "AKtest",
		secret: holding("secret"),
		format: join,
		clock:  &clock{local: func() time.Time { return time.Unix(1700000000, 123456789) }},
	}
}

// holding is where a signer finds its secret.
func holding(value string) *atomic.Pointer[Secret] {
	var p atomic.Pointer[Secret]
	secret := NewSecret(value)
	p.Store(&secret)
	return &p
}

func TestTokenOfEachJoin(t *testing.T) {
	for join, want := range map[TokenFormat]string{
		FormatSlash:         "AKtest/1700000000123456789/abc123/paKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE+UzUhkoSHhk=",
		FormatSlashEncoded:  "AKtest%2F1700000000123456789%2Fabc123%2FpaKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
		FormatTabEncoded:    "AKtest%091700000000123456789%09abc123%09paKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
		FormatSampleEncoded: "AKtest%2Ft1700000000123456789%2Ftabc123%2FtpaKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
	} {
		s := fixedSigner(join)
		got, err := s.token(s.clock.now(), "abc123")
		if err != nil || got != want {
			t.Errorf("%s: got %s and %v, want %s", join, got, err, want)
		}
	}
	s := fixedSigner("other")
	if _, err := s.token(s.clock.now(), "abc123"); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("unknown join: %v", err)
	}
}

func TestSignRefusesAnotherHost(t *testing.T) {
	s := fixedSigner(FormatSlash)
	for target, want := range map[string]error{
		"http://localhost:8000/api/v1/version": nil,
		"https://localhost:8000/":              errForeignHost,
		"http://localhost:8001/":               errForeignHost,
		"http://example.com/":                  errForeignHost,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.sign(r); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", target, err, want)
		}
		if signed := r.Header.Get("Authorization") != ""; signed != (want == nil) {
			t.Errorf("%s: signed is %v", target, signed)
		}
	}
}

func TestNewTokenIsAnotherEachTime(t *testing.T) {
	creds, at := Credentials{KeyID: "AKtest", Secret: NewSecret("secret")}, time.Unix(1700000000, 0)
	seen := map[string]bool{}
	for range 3 {
		token, err := NewToken(creds, FormatSlash, at)
		if err != nil || !strings.HasPrefix(token.Reveal(), "AKtest/1700000000000000000/") || seen[token.Reveal()] {
			t.Errorf("got %s and %v", token.Reveal(), err)
		}
		seen[token.Reveal()] = true
	}
	if token, err := NewToken(creds, "other", at); !errors.Is(err, ErrUnknownFormat) || !token.IsZero() {
		t.Errorf("unknown format: %v", err)
	}
}

func TestNonceIsPlainAndNew(t *testing.T) {
	plain := regexp.MustCompile(`^[0-9A-Za-z]{16,}$`)
	seen := map[string]bool{}
	for range 1000 {
		n := newNonce()
		if !plain.MatchString(n) || seen[n] {
			t.Fatalf("nonce %q", n)
		}
		seen[n] = true
	}
}
