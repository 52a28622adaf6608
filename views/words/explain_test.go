package words

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
)

func TestClocksThatDisagreeAreExplained(t *testing.T) {
	at := time.Date(2070, 1, 2, 3, 4, 5, 0, time.Local)
	for want, e := range map[string]*client.Error{
		"The server's clock (2070-01-02 03:04) and this computer's are more than a day apart. Correct the one that is wrong, then try again.": {
			Kind: client.KindClock, ServerTime: at, Message: "timestamp is more than 5 minutes away"},
		"The server rejected this computer's time. Check its clock.": {Kind: client.KindClock},
		"The server rejects this computer's signatures: its clock is 90 seconds ahead of the server's. Correct the clock, then try again.": {
			Kind: client.KindClock, Skew: -90 * time.Second},
		"The server rejects this computer's signatures: its clock is 23 hours behind the server's. Correct the clock, then try again.": {
			Kind: client.KindClock, Skew: 23 * time.Hour},
		"The server rejects this computer's signatures: its clock is 2 hours ahead of the server's. Correct the clock, then try again.": {
			Kind: client.KindClock, Skew: -2*time.Hour + time.Second},
	} {
		if got := Explain(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClockIsSaidToBeAheadOrBehindInTheUnitThatIsRight(t *testing.T) {
	for want, skew := range map[string]time.Duration{
		"119 seconds ahead of the server's": -2*time.Minute + time.Second,
		"2 minutes behind the server's":     2*time.Minute + 29*time.Second,
		"90 minutes behind the server's":    90*time.Minute - time.Second,
		"119 minutes ahead of the server's": -119*time.Minute - 29*time.Second,
		"2 hours behind the server's":       2*time.Hour + 29*time.Minute,
		"3 hours ahead of the server's":     -2*time.Hour - 40*time.Minute,
	} {
		if got := ClockOff(skew); got != want {
			t.Errorf("%v: %q, want %q", skew, got, want)
		}
	}
}

func TestReasonOfARefusalComesSoon(t *testing.T) {
	for want, message := range map[string]string{"The server refused: quota exceeded": "quota exceeded", "The server refused the request.": ""} {
		if got := Explain(&client.Error{Kind: client.KindRefused, Message: message}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNotSignedInSaysWhy(t *testing.T) {
	for want, err := range map[string]error{
		"": keys.ErrSignedOut,
		"The keyring no longer has your sign-in key.":                                                     keyring.ErrNotStored,
		"Your saved key couldn't be read: the keyring is locked. Unlock it, or sign in here.":             &keyring.Error{Kind: keyring.Refused},
		"Your saved key couldn't be read. Start the keyring and try again, or sign in here.":              &keyring.Error{Kind: keyring.Missing},
		"Your saved key couldn't be read. The keyring didn't answer. It may be waiting for its password.": &keyring.Error{Kind: keyring.Timeout},
		"The server took too long to answer. Try again.":                                                  &client.Error{Kind: client.KindTimeout},
	} {
		if got := NotSignedIn(fmt.Errorf("resume session: %w", err)); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}

func TestChangeAfterALogOutIsExplained(t *testing.T) {
	want := "Couldn't enable AK1. You were logged out before that. Sign in and try again."
	if got := Failure(keys.OpEnable, "AK1", keys.ErrSignedOut); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Only of a connection that was refused it is said so: a server that is slow may be there.
func TestARefusedConnectionIsNotATimeout(t *testing.T) {
	asked := func(err error) error { return &url.Error{URL: "https://optimizer.example.com/api", Err: err} }
	for name, c := range map[string]struct {
		kind client.Kind
		err  error
		want string
	}{
		"refused":            {client.KindUnreachable, syscall.ECONNREFUSED, "nothing listens at optimizer.example.com, port 443 (connection refused)."},
		"refused on Windows": {client.KindUnreachable, syscall.Errno(10061), "(connection refused)."},
		"no connection":      {client.KindUnreachable, os.ErrDeadlineExceeded, "The server can't be reached. Check"},
		"no answer":          {client.KindTimeout, os.ErrDeadlineExceeded, "The server took too long to answer."},
	} {
		if got := Explain(&client.Error{Kind: c.kind, Err: asked(c.err)}); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A locked window shows neither Advanced nor Account.
func TestLockedOutByTheConnectionTheUserIsToldWhereToChangeIt(t *testing.T) {
	for _, kind := range []client.Kind{client.KindProxy, client.KindCertificate, client.KindNoOwnCertificate, client.KindWantsTLS} {
		if got := NotUnlocked(&client.Error{Kind: kind}); !strings.HasSuffix(got, ". To change the connection, log out first.") {
			t.Errorf("%s: %q", kind, got)
		}
	}
}
