package session

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

// events are what the history of a program has, the oldest first.
func events(t *testing.T, p *program) (all []history.Event) {
	t.Helper()
	check.Must(t, p.Sessions.history.Flush(t.Context()))
	check.Must(t, check.Second(p.Sessions.history.ReadSince(t.Context(), history.Mark{}, func(batch []history.Event) bool {
		all = append(all, batch...)
		return true
	})))
	slices.Reverse(all)
	return all
}

// recorded is events in short.
func recorded(t *testing.T, p *program) (all []string) {
	t.Helper()
	for _, e := range events(t, p) {
		all = append(all, strings.TrimSpace(string(e.Action)+" "+string(e.Outcome)+" "+e.Kind))
	}
	return all
}

// Who goes from one account to another has signed in to both before.
func TestASwitchOfAccountIsNoSignIn(t *testing.T) {
	f, _ := newFamily(t, 2)
	f.restart()
	s := f.open(0)
	check.EqualSlices(t, "at the start", recorded(t, f.app), "open done")
	f.app.Sessions.Leave(s)
	f.app.Sessions.Leave(f.open(1))
	f.app.Sessions.Leave(f.open(0))
	f.open(0) // comes back from the form for a new account
	check.EqualSlices(t, "then", recorded(t, f.app), "open done", "switch done", "switch done")
}

func TestUnlockingIsRecorded(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()
	s.Lock()
	a.Sessions.Note(s, history.Lock)
	d.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	if a.Sessions.Unlock(t.Context(), s) == nil {
		t.Error("unlocked without the keyring")
	}
	d.store.FailWith(nil)
	check.Must(t, a.Sessions.Unlock(t.Context(), s))
	s.Lock()
	d.backend.Fail["list"] = &client.Error{Kind: client.KindUnauthorized}
	if a.Sessions.UnlockWith(t.Context(), s, client.NewSecret("mistyped")) == nil {
		t.Error("unlocked with another secret")
	}
	d.backend.Fail["list"] = nil
	check.Must(t, a.Sessions.UnlockWith(t.Context(), s, apptest.SecretOf("AK1")))
	check.EqualSlices(t, "recorded", recorded(t, a), "sign-in done", "lock done", "unlock failed keyring", "unlock done",
		"unlock failed unauthorized", "unlock done")
}

// A key with the same ID may be known at another server.
func TestFailedSignInIsRecordedAtTheServerThatWasAsked(t *testing.T) {
	for address, want := range map[string]string{"localhost:8000": "AK1", "elsewhere.example": ""} {
		h := newHouse(t)
		check.Must(t, h.app.Sessions.Remember(t.Context(), h.signIn(t)))
		h.connector.fail = errors.New("refused")
		_, err := h.app.Sessions.SignIn(t.Context(), address, client.Credentials{KeyID: "AK1", Secret: client.NewSecret("x")})
		check.Equal(t, "failed", errors.Is(err, h.connector.fail), true)
		var failed []string
		for _, e := range events(t, h.app) {
			if e.Outcome == history.Failed {
				failed = append(failed, e.KeyID)
			}
		}
		check.EqualSlices(t, address, failed, want)
	}
}
