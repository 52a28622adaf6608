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

// signer puts a fresh token on every request to one server.
type signer struct {
	origin *url.URL
	keyID  string
	secret *atomic.Pointer[Secret] // which is nil while the client is locked
	format TokenFormat
	clock  *clock
}

// sign sets r's Authorization header. It refuses a request to any other server than the signer's
// own, so that no token leaves for it.
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

// signatureLength is how long a token's last part is.
var signatureLength = base64.StdEncoding.EncodedLen(sha256.Size)

// token makes a token of the signer's own key.
func (s *signer) token(at time.Time, nonce string) (string, error) {
	secret := s.secret.Load()
	if secret == nil {
		return "", errLocked
	}
	return newToken(Credentials{KeyID: s.keyID, Secret: *secret}, s.format, at, nonce)
}

// NewToken returns an access token in a format, signed with creds at a time of the server's clock. The token is good for
// any one request, so it is a secret. It returns ErrUnknownFormat.
func NewToken(creds Credentials, f TokenFormat, at time.Time) (Secret, error) {
	token, err := newToken(creds, f, at, newNonce())
	return NewSecret(token), err
}

// newToken makes the vendor's access token: key ID, Unix time in nanoseconds, nonce, and the HMAC-SHA256
// of the three joined with colons.
func newToken(creds Credentials, f TokenFormat, at time.Time, nonce string) (string, error) {
	timestamp := strconv.FormatInt(at.UnixNano(), 10)
	var mac hash.Hash
	creds.Secret.lend(func(key []byte) { mac = hmac.New(sha256.New, key) })
	mac.Write([]byte(creds.KeyID + ":" + timestamp + ":" + nonce))
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	token, ok := f.join(creds.KeyID, timestamp, nonce, signature)
	if !ok {
		return "", ErrUnknownFormat
	}
	return token, nil
}

// newNonce returns 32 hexadecimal digits: no character that a join or the signed message uses.
func newNonce() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the program instead
	return hex.EncodeToString(b[:])
}

var (
	errForeignHost = errors.New("request for another host than the server's")
	errLocked      = errors.New("locked: there is no secret to sign with")

	// ErrUnknownFormat means that a TokenFormat is none of TokenFormats.
	ErrUnknownFormat = errors.New("unknown token format")
)
