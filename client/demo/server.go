// Package demo is a back end that speaks the access key part of the management API over real HTTP:
// for trying the program out, for scripts, and for tests, which can tell it to be slow, to fail or to
// lie. It keeps everything in memory.
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
	// Logger gets one info line a request: method, path, status and signing key. nil discards.
	Logger *slog.Logger
	// Empty starts with an empty list. The key to sign in with then belongs to the user without being
	// listed.
	Empty bool
	// Keys, when above zero, is how many keys to make up instead of the seed keys.
	Keys int
	// Ending has two of the seed keys end soon.
	Ending bool
	// User is whose keys they are. "" means the user demo.
	User string
	// TokenFormats are those that are let in. nil means all.
	TokenFormats []client.TokenFormat
	// Version is what /version answers. The zero value means enterprise 1.3.1.
	Version client.Version
	// VersionNeedsAuth makes /version ask for a token too. Without it, only a wrong one is refused.
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

// Start serves at addr, such as 127.0.0.1:8000; an empty one means a free port of the loopback
// interface. It returns the error of listening there.
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

// URL returns what a user types to reach the server.
func (s *Server) URL() string { return s.url }

// Base returns the API base that is found behind URL.
func (s *Server) Base() string { return s.url + "/api/v1" }

// Credentials returns an access key to sign in with: at the start, an enabled one.
func (s *Server) Credentials() client.Credentials { return s.store.credentials() }

// Keys returns the keys as the server would list them now.
func (s *Server) Keys() []client.AccessKey { return s.store.keys(s.options.Now()) }

// SecretOf returns a key's secret, the zero Secret when there is no such key.
func (s *Server) SecretOf(id string) client.Secret { return s.store.secretOf(id) }

// SetValidUntil has a key end at another time, or with the zero time never, as an administrator does elsewhere.
func (s *Server) SetValidUntil(id string, at time.Time) { s.store.setValidUntil(id, at) }

// Close stops serving, drops every connection and returns when that is done.
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
