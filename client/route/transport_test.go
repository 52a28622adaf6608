package route

import (
	"errors"
	"net"
	"net/url"
	"testing"
	"time"
)

// A name of this machine that is resolved to another must not take a token there.
func TestNameOfThisMachineLeadsNowhereElse(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	for _, origin := range []string{"http://app.localhost", "https://app.localhost"} {
		base, err := url.Parse(origin)
		if err != nil {
			t.Fatal(err)
		}
		transport := NewTransport(Network{}, DialConfig{}, base, time.Now).next
		for _, elsewhere := range []string{"192.0.2.1:80", "[2001:db8::1]:80"} {
			if _, err := transport.DialContext(t.Context(), "tcp", elsewhere); !errors.Is(err, errNotHere) {
				t.Errorf("%s at %s: %v", origin, elsewhere, err)
			}
			if _, err := transport.DialTLSContext(t.Context(), "tcp", elsewhere); !errors.Is(err, errNotHere) {
				t.Errorf("%s at %s by TLS: %v", origin, elsewhere, err)
			}
		}
		conn, err := transport.DialContext(t.Context(), "tcp", listener.Addr().String())
		if err != nil {
			t.Fatalf("%s here: %v", origin, err)
		}
		_ = conn.Close()
	}
}
