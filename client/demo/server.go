// Package demo is a back end with the access key part of the management API, over real HTTP. It is for trying out the
// program, for scripts, and for tests, which can make it slow, make it fail, or make it send wrong answers. It keeps all
// data in memory.
package demo

import (
	"cmp"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"time"

	"accesskeys/client"
)

// Options adjust a Server. The zero value is ready for use.
type Options struct {
	// Logger gets one info line per request: method, path, status and the ID of the signing key. nil discards.
	Logger *slog.Logger
	// Empty starts with an empty list. The key to sign in with exists, but is not listed.
	Empty bool
	// Keys, if above zero, is the number of generated keys that replace the seed keys.
	Keys int
	// Ending makes two of the seed keys expire soon.
	Ending bool
	// User is the owner of the keys. "" means the user demo.
	User string
	// TokenFormats are the formats that are accepted. nil means all.
	TokenFormats []client.TokenFormat
	// Version is the answer to /version. The zero value means enterprise 1.3.1.
	Version client.Version
	// VersionNeedsAuth makes /version require a token. Without it, /version refuses only a wrong token.
	VersionNeedsAuth bool
	// Now is the server's clock. nil means time.Now.
	Now func() time.Time
}

// Server is a running back end. It is safe for concurrent use.
type Server struct {
	options Options
	url     string
	serving serving
	store   *store
	guard   *guard
	journal *journal
	faults  *faultBox
}

// Start starts a server that listens at addr, such as 127.0.0.1:8000. "" means a free port of the loopback interface.
func Start(addr string, o Options) (*Server, error) {
	listener, err := net.Listen("tcp", cmp.Or(addr, "127.0.0.1:0"))
	if err != nil {
		return nil, fmt.Errorf("start demo back end: %w", err)
	}
	s := newServer(o)
	s.url = "http://" + listener.Addr().String()
	s.serving.begin(listener, s)
	return s, nil
}

// newServer returns a server that does not listen yet.
func newServer(o Options) *Server {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.TokenFormats == nil {
		o.TokenFormats = client.TokenFormats()
	}
	if o.Version == (client.Version{}) {
		o.Version = client.Version{Edition: client.EditionEnterprise, Number: "1.3.1"}
	}
	store := newStore(seed(o))
	return &Server{
		options: o,
		store:   store,
		guard:   newGuard(store, o.TokenFormats),
		journal: newJournal(),
		faults:  &faultBox{},
	}
}

// URL returns the address that a user types to reach the server.
func (s *Server) URL() string { return s.url }

// Base returns the API base that client.SignIn finds behind URL.
func (s *Server) Base() string { return s.url + "/api/v1" }

// Credentials returns the access key to sign in with. It is enabled at the start.
func (s *Server) Credentials() client.Credentials { return s.store.credentials() }

// Keys returns the keys as the server would list them now.
func (s *Server) Keys() []client.AccessKey { return s.store.keys(s.options.Now()) }

// SecretOf returns the secret of a key, or the zero Secret if there is no such key.
func (s *Server) SecretOf(id string) client.Secret { return s.store.secretOf(id) }

// SetValidUntil changes when a key expires, as an administrator could do elsewhere. The zero time means never.
func (s *Server) SetValidUntil(id string, at time.Time) { s.store.setValidUntil(id, at) }

// Close stops the server and closes every connection. It returns when that is done.
func (s *Server) Close() error {
	if err := s.serving.end(); err != nil {
		return fmt.Errorf("stop demo back end: %w", err)
	}
	return nil
}

// Reopen serves again at the same address after Close, with the same keys.
func (s *Server) Reopen() error {
	listener, err := net.Listen("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		return fmt.Errorf("start demo back end: %w", err)
	}
	s.serving.begin(listener, s)
	return nil
}
