package words

import (
	"net"
	"net/url"
	"strings"
	"syscall"
	"testing"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// A server that refuses requests because of the time has answered, so the app is not offline.
func TestOtherClocksAreNotOffline(t *testing.T) {
	now := time.Now()
	err := &client.Error{Kind: client.KindClock, ServerTime: now.Add(48 * time.Hour)}
	for _, said := range []string{Unavailable(err, now, now), ViewOnly(err)} {
		if strings.Contains(said, "ffline") || !strings.Contains(said, "clocks differ") {
			t.Errorf("it says %q", said)
		}
	}
	if err := (&client.Error{Kind: client.KindUnreachable}); !strings.Contains(ViewOnly(err), "Offline") {
		t.Errorf("unreachable: %q", ViewOnly(err))
	}
}

// So has one whose answers make no sense.
func TestUnreadableAnswersAreNotOffline(t *testing.T) {
	now := time.Now()
	for _, kind := range []client.Kind{client.KindMalformed, client.KindNotJSON, client.KindTooLarge} {
		err := &client.Error{Kind: kind, Message: "text/plain"}
		for _, said := range []string{Unavailable(err, now, now), ViewOnly(err)} {
			if strings.Contains(said, "ffline") || !strings.Contains(said, "read") {
				t.Errorf("%s: it says %q", kind, said)
			}
		}
	}
}

// Unavailable has said which error the server answers with.
func TestWhyALineBelowTheStatusDoesNotRepeatIt(t *testing.T) {
	for message, want := range map[string]string{
		"":              "If it goes on, tell the server's administrator.",
		"out of memory": "If it goes on, tell the server's administrator. Server message: out of memory",
	} {
		if got := WhyUnavailable(&client.Error{Kind: client.KindServer, Status: 503, Message: message}); got != want {
			t.Errorf("%q: %q", message, got)
		}
	}
	refused := &url.Error{URL: "https://optimizer.example.com/api", Err: syscall.ECONNREFUSED}
	for want, err := range map[string]error{
		"Can't reach optimizer.example.com:443. Check the address and any port forwarding.":      refused,
		"No computer named optimizer.example.com was found. Check the address and your network.": &net.DNSError{Name: "optimizer.example.com", IsNotFound: true},
	} {
		if got := WhyUnavailable(&client.Error{Kind: client.KindUnreachable, Err: err}); got != want {
			t.Errorf("%v: %q", err, got)
		}
	}
	page := &keys.APIMovedError{Err: &client.Error{Kind: client.KindNotJSON, Message: "text/html"}}
	if what, why := Unavailable(page, time.Now(), time.Now()), WhyUnavailable(page); !strings.Contains(what, "web page") || strings.Contains(why, "web page") {
		t.Errorf("of a web page it says %q, then %q", what, why)
	}
	for _, kind := range []client.Kind{client.KindTimeout, client.KindThrottled, client.KindGateway, client.KindUnreachable} {
		err := &client.Error{Kind: kind, Status: 502}
		if got := WhyUnavailable(err); got != NotListed(err) {
			t.Errorf("%s: %q", kind, got)
		}
	}
}
