package route

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"testing"
)

func TestWhatIsNotThereIsTold(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, port, _ := net.SplitHostPort(c.LocalAddr().String()) // at which nobody listens, nor can
	refused, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://localhost:"+port+"/x", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	_, err = (&http.Client{Transport: &http.Transport{}}).Do(refused)
	lookup := func(e *net.DNSError) error {
		return &url.Error{Op: "Get", URL: "https://x.example/", Err: &net.OpError{Op: "dial", Err: e}}
	}
	for name, tt := range map[string]struct {
		err        error
		host, port string
	}{
		"nothing listens": {err, "localhost", port},
		"no such name":    {lookup(&net.DNSError{Name: "x.example", IsNotFound: true}), "x.example", ""},
		"no name server":  {lookup(&net.DNSError{Name: "x.example", IsTemporary: true}), "", ""},
		"something else":  {io.EOF, "", ""},
	} {
		if host, port := UnreachableHost(tt.err); host != tt.host || port != tt.port {
			t.Errorf("%s: got %q and %q of %v", name, host, port, tt.err)
		}
	}
}
