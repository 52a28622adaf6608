package client_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestAsSignsWithOtherCredentials(t *testing.T) {
	ahead := 3 * time.Hour
	s := start(t, demo.Options{
		TokenFormats: []client.TokenFormat{client.FormatTabEncoded},
		Now:          func() time.Time { return time.Now().Add(ahead) },
	})
	c := signIn(t, s, client.Options{})
	id := other(t, s, client.StateEnabled)
	as, err := c.As(client.Credentials{KeyID: id, Secret: s.SecretOf(id)})
	wantKind(t, err, "")
	_, err = as.Read(t.Context(), id)
	wantKind(t, err, "")
	// Parallel requests of the sign-in may be recorded only now.
	requests := slices.DeleteFunc(s.Requests(), func(r demo.Request) bool { return !strings.HasSuffix(r.Path, "/"+id) })
	if len(requests) != 1 || requests[0].KeyID != id { // one: the clock and the token format are known
		t.Errorf("requests are %+v", requests)
	}
	if as.Endpoint() != c.Endpoint() || as.Skew() != c.Skew() || as.Network() != c.Network() {
		t.Errorf("endpoint %v, skew %v", as.Endpoint(), as.Skew())
	}
}

func TestAsLeavesTheFirstClientAlone(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	id := other(t, s, client.StateEnabled)
	as, err := c.As(client.Credentials{KeyID: id, Secret: s.SecretOf(id)})
	wantKind(t, err, "")
	s.SetFaults(demo.Faults{ClockOffset: time.Hour, Times: 2})
	_, err = as.Read(t.Context(), id)
	wantKind(t, err, "")
	if c.Skew() != 0 || as.Skew() == 0 {
		t.Errorf("skews are %v and %v", c.Skew(), as.Skew())
	}
	as.Lock()
	_, err = c.Read(t.Context(), id)
	wantKind(t, err, "")
	if last := s.Requests()[len(s.Requests())-1]; last.KeyID != s.Credentials().KeyID {
		t.Errorf("signed by %s", last.KeyID)
	}
}

func TestAsRefusesWhatCannotSign(t *testing.T) {
	c := signedIn(t, start(t, demo.Options{}), client.Options{})
	for id, want := range map[string]client.Kind{"a/b": client.KindKeyID, "AK": client.KindMasked} {
		_, err := c.As(client.Credentials{KeyID: id, Secret: client.NewSecret("****")})
		wantKind(t, err, want)
	}
}
