package client

import (
	"net"
	"net/url"
	"testing"

	"accesskeys/client/route"
)

func TestWhatIsNotThereIsTold(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_ = l.Close()
	_, refused := SignIn(t.Context(), "http://localhost:"+port+"/x", Credentials{KeyID: "AK1", Secret: NewSecret("s")}, Options{Network: route.Network{Seconds: 1}})
	lookup := func(e *net.DNSError) error {
		sent := &url.Error{Op: "Get", URL: "https://x.example/", Err: &net.OpError{Op: "dial", Err: e}}
		found := broken(sent)
		found.Err = sent
		return found
	}
	for name, tt := range map[string]struct {
		err        error
		host, port string
	}{
		"nothing listens": {refused, "localhost", port},
		"no such name":    {lookup(&net.DNSError{Name: "x.example", IsNotFound: true}), "x.example", ""},
		"no name server":  {lookup(&net.DNSError{Name: "x.example", IsTemporary: true}), "", ""},
		"something else":  {&Error{Kind: KindServer}, "", ""},
	} {
		if host, port := NotThere(tt.err); host != tt.host || port != tt.port {
			t.Errorf("%s: got %q and %q of %v", name, host, port, tt.err)
		}
	}
}
