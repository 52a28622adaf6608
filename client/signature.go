package client

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"hash"
	"net/http"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"

	"accesskeys/client/route"
)

// signer adds a new token to every request to one server.
type signer struct {
	origin *url.URL
	keyID  string
	secret *atomic.Pointer[Secret] // holds nil while the client is locked
	format TokenFormat
	clock  *clock
}

// sign sets r's Authorization header. It returns an error if r goes to another server than the signer's, so that no
// other server gets a token.
func (s *signer) sign(r *http.Request) error {
	if !route.SameOrigin(r.URL, s.origin) || (r.Host != "" && r.Host != s.origin.Host) {
		return errForeignHost
	}
	token, err := s.token(s.clock.now(), newNonce())
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", "Bearer "+token)
	return nil
}

// signatureLength is the length of a token's last part.
var signatureLength = base64.StdEncoding.EncodedLen(sha256.Size)

// token returns a token for the signer's key.
func (s *signer) token(at time.Time, nonce string) (string, error) {
	secret := s.secret.Load()
	if secret == nil {
		return "", errLocked
	}
	return newToken(Credentials{KeyID: s.keyID, Secret: *secret}, s.format, at, nonce)
}

// NewToken returns an access token in the format f, signed with creds for the server's time at. The token is valid for
// any one request, so it is a Secret. NewToken returns ErrUnknownFormat if f is unknown.
func NewToken(creds Credentials, f TokenFormat, at time.Time) (Secret, error) {
	token, err := newToken(creds, f, at, newNonce())
	return NewSecret(token), err
}

// newToken returns the vendor's access token: the key ID, the Unix time in nanoseconds, a nonce, and the HMAC-SHA256 of
// these three joined with colons.
func newToken(creds Credentials, f TokenFormat, at time.Time, nonce string) (string, error) {
	timestamp := strconv.FormatInt(at.UnixNano(), 10)
	var mac hash.Hash
	creds.Secret.withBytes(func(key []byte) { mac = hmac.New(sha256.New, key) })
	mac.Write([]byte(creds.KeyID + ":" + timestamp + ":" + nonce))
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	token, ok := f.join(creds.KeyID, timestamp, nonce, signature)
	if !ok {
		return "", ErrUnknownFormat
	}
	return token, nil
}

// newNonce returns 32 random hexadecimal digits. None of them is a separator in a token or in the signed message.
func newNonce() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never returns an error; it crashes the program instead
	return hex.EncodeToString(b[:])
}

var (
	errForeignHost = errors.New("request for another host than the server's")
	errLocked      = errors.New("locked: there is no secret to sign with")

	// ErrUnknownFormat means that a TokenFormat is none of TokenFormats.
	ErrUnknownFormat = errors.New("unknown token format")
)
