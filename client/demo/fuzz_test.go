package demo

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
)

// FuzzParseToken parses arbitrary tokens and joins their parts again.
func FuzzParseToken(f *testing.F) {
	for _, value := range []string{
		"AKtest/1700000000123456789/abc123/paKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE+UzUhkoSHhk=",
		"AKtest%2F1700000000123456789%2Fabc123%2FpaKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
		"AKtest%091700000000123456789%09abc123%09paKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
		"AKtest%2Ft1700000000123456789%2Ftabc123%2FtpaKYmyoD0xBCBAIJ1Ql6EXkIAJD2v9JE%2BUzUhkoSHhk%3D",
		"", "%", "///", "a/1/b", "a/t/b/c", "%2F1%2F%2F", "a/-1//",
	} {
		f.Add(value)
	}
	separators := map[client.TokenFormat]string{
		client.FormatSlash: "/", client.FormatSlashEncoded: "/", client.FormatTabEncoded: "\t", client.FormatSampleEncoded: "/t",
	}
	f.Fuzz(func(t *testing.T, value string) {
		got, join, ok := parseToken(value)
		if !ok {
			return
		}
		plain := value
		if join != client.FormatSlash {
			plain, _ = url.PathUnescape(value)
		}
		if again := strings.Join([]string{got.keyID, got.timestamp, got.nonce, got.signature}, separators[join]); again != plain {
			t.Errorf("%q comes apart as %q", plain, again)
		}
	})
}

// FuzzTokenOfTheClient parses tokens from package client in every token format.
func FuzzTokenOfTheClient(f *testing.F) {
	var sent string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent = r.Header.Get("Authorization")
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, "[]")
	}))
	f.Cleanup(server.Close)
	f.Add("AK1", "s3cr3t", int64(1700000000123456789))
	f.Add("t1-_", "s", int64(1))
	f.Add("t", "+/= %2F\t", int64(-1))
	f.Fuzz(func(t *testing.T, keyID, secret string, now int64) {
		for _, want := range client.TokenFormats() {
			creds := client.Credentials{KeyID: keyID, Secret: client.NewSecret(secret)}
			c, err := client.Resume(client.Endpoint{Base: server.URL, TokenFormat: want}, creds,
				client.Options{Now: func() time.Time { return time.Unix(0, now) }})
			if err != nil {
				t.Skip("never signed with")
			}
			_, err = c.List(t.Context())
			c.CloseIdleConnections()
			if err != nil {
				t.Fatal(err)
			}
			value, _ := strings.CutPrefix(sent, "Bearer ")
			got, join, ok := parseToken(value)
			if !ok || join != want || got.keyID != keyID || !got.signedWith(creds.Secret) {
				t.Errorf("%q comes apart as %v, %s and %v, want %s", value, got, join, ok, want)
			}
			if g := newGuard(&store{}, client.TokenFormats()); !got.timely(time.Unix(0, now)) || !g.first(got, time.Unix(0, now)) || g.first(got, time.Unix(0, now)) {
				t.Errorf("%q is not taken once", value)
			}
		}
	})
}
