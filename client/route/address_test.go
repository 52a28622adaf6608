package route

import (
	"errors"
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	for typed, want := range map[string]string{
		"localhost:8000":                                "http://localhost:8000",
		"LocalHost":                                     "http://localhost",
		"127.0.0.1:7070":                                "http://127.0.0.1:7070",
		"127.8.9.1":                                     "http://127.8.9.1",
		"::1":                                           "http://[::1]",
		"[::1]:8000":                                    "http://[::1]:8000",
		"::ffff:127.0.0.1":                              "http://[::ffff:127.0.0.1]",
		"2001:db8::1":                                   "https://[2001:db8::1]",
		"management.example.com":                        "https://management.example.com",
		"management.example.com:80":                     "https://management.example.com:80",
		"localhost.example.com":                         "https://localhost.example.com",
		"10.0.0.1":                                      "https://10.0.0.1",
		"http://management.example.com":                 "http://management.example.com",
		"https://HTTP://example.com/x":                  "https://example.com/x",
		"http://https://localhost:8000":                 "http://localhost:8000",
		"HTTPS://Management.Example.com/":               "https://management.example.com",
		"  https://example.com/api/v1///  ":             "https://example.com/api/v1",
		"https://example.com/a//b/":                     "https://example.com/a/b",
		"https://example.com/a/../b":                    "https://example.com/b",
		"http://localhost:8000/#/personal/settings?x=y": "http://localhost:8000",
		"https://example.com/console?tab=keys#top":      "https://example.com/console",
		"example.com?x":                                 "https://example.com",
		"控制台.example.com":                               "https://xn--xcrx5b1z3a.example.com",
		"https://BÜCHER.example:8443/x":                 "https://xn--bcher-kva.example:8443/x",
		"http://１２７.0.0.1:80":                           "http://127.0.0.1:80",
		"\u200bhttps://example.com\u202c":               "https://example.com",
		"https://[fe80::1%25eth0]:8443":                 "https://[fe80::1%25eth0]:8443",
	} {
		u, err := ParseAddress(typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
		} else if got := u.String(); got != want {
			t.Errorf("%q: got %s, want %s", typed, got, want)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	for _, typed := range []string{
		"", "   ", "#/x", "http://", "https:///path", "ftp://example.com", "file:///etc", "javascript://x",
		"https://user:hunter2@example.com", "user:hunter2@example.com", "user@example.com",
		"example.com:", "example.com:0", "example.com:65536", "example.com:http", "http:/example.com",
		"exa mple.com", "exam\x00ple.com", "exa,mple.com", "[::1", "::1]:80", "a|b", "https://[é]", "https://é:x", "https://\u00ad", "https://ex\nample.com",
	} {
		u, err := ParseAddress(typed)
		var refused *AddressError
		if !errors.As(err, &refused) {
			t.Errorf("%q: got %v and %v, want an *AddressError", typed, u, err)
			continue
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the error shows the password: %v", err)
		}
	}
}

func TestOtherSchemeIsAnotherServer(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"localhost:8000", "localhost:8000/", true},
		{"http://optimizer", "https://optimizer", false},
		{"http://optimizer", "optimizer", false},
	} {
		if got := SameAddress(c.a, c.b); got != c.want {
			t.Errorf("SameAddress(%q, %q) is %v", c.a, c.b, got)
		}
	}
}
