package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/history"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// told is what the history of a program tells, the oldest first.
func told(t *testing.T, a *App) (all []history.Event) {
	t.Helper()
	check.Must(t, a.History.Flush(t.Context()))
	check.Must(t, check.Second(a.History.ReadSince(t.Context(), history.Mark{}, func(events []history.Event) bool {
		all = append(all, events...)
		return true
	})))
	slices.Reverse(all)
	return all
}

func brief(events []history.Event) (all []string) {
	for _, e := range events {
		all = append(all, strings.TrimSpace(string(e.Action)+" "+string(e.Outcome)+" "+e.Kind))
	}
	return all
}

func TestTheHistoryTellsOfASession(t *testing.T) {
	s, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	defer func() { _ = s.Close() }()
	c := Config{Dir: t.TempDir(), Store: apptest.NewStore(), Connector: session.NewConnector(client.Options{}), Version: "1.2.3"}
	a := New(c)
	ctx := t.Context()
	pasted := client.Credentials{KeyID: s.Credentials().Secret.Reveal(), Secret: client.NewSecret("x")}
	if _, err := a.Sessions.SignIn(ctx, s.URL(), pasted); err == nil {
		t.Error("a secret in place of an ID signs in")
	}
	opened, err := a.Sessions.SignIn(ctx, s.URL(), s.Credentials())
	check.Must(t, err)
	check.Must(t, a.Sessions.Remember(ctx, opened))
	pin := client.NewSecret("1234")
	check.Must(t, a.PIN.Set(client.Secret{}, pin, opened.Ended))
	if a.PIN.Check(client.NewSecret("4321")) == nil {
		t.Error("a wrong PIN is right")
	}
	check.Must(t, a.History.Flush(ctx)) // and the next start reads it

	next := New(c)
	resumed, err := next.Sessions.Resume(ctx)
	check.Must(t, err)
	next.Sessions.Note(resumed, history.Lock)
	check.Must(t, next.Sessions.Unlock(ctx, resumed))
	check.Must(t, next.Sessions.LogOut(ctx, resumed, true))
	all := told(t, next)
	check.EqualSlices(t, "events", brief(all), "sign-in failed unauthorized", "sign-in done", "set-pin done", "wrong-pin done", "open done", "lock done", "unlock done", "log-out done", "remove-pin done")
	for i, e := range all[1:] {
		check.Equal(t, brief(all)[i+1]+": key", e.KeyID, s.Credentials().KeyID)
		check.Equal(t, brief(all)[i+1]+": base", e.Base, s.Base())
		check.Equal(t, brief(all)[i+1]+": version", e.Version, "1.2.3")
	}
	content, err := os.ReadFile(filepath.Join(c.Dir, "history.jsonl"))
	check.Must(t, err)
	for _, secret := range []string{s.Credentials().Secret.Reveal(), pin.Reveal(), "4321"} {
		if strings.Contains(string(content), secret) {
			t.Errorf("the history has %q", secret)
		}
	}
}

func TestTheHistoryTellsOfThePIN(t *testing.T) {
	a := New(Config{Dir: t.TempDir(), Store: apptest.NewStore()})
	one, other := client.NewSecret("1234"), client.NewSecret("4321")
	notEnded := func() error { return nil }
	check.Must(t, a.PIN.Remove(one)) // there is none
	check.Must(t, a.PIN.Set(client.Secret{}, one, notEnded))
	check.Must(t, a.PIN.Set(one, other, notEnded))
	ended := func() error { return context.Canceled }
	if a.PIN.Set(other, one, ended) == nil {
		t.Error("the PIN of a session that has ended is set")
	}
	check.Must(t, a.PIN.Remove(other))
	check.EqualSlices(t, "events", brief(told(t, a)), "set-pin done", "change-pin done", "remove-pin done")
}

func TestTheHistoryCanBeTurnedOff(t *testing.T) {
	a := New(Config{Dir: t.TempDir(), Store: apptest.NewStore()})
	a.Settings.ChangePrivacy(func(p *settings.Privacy) { p.NoHistory = true })
	a.History.Record(history.Event{Action: history.Lock, Outcome: history.Done})
	check.Must(t, a.Close(t.Context()))
	check.Equal(t, "events", len(told(t, a)), 0)
}

// What is recorded in the last moment is written as the program ends.
func TestClosingWritesTheHistory(t *testing.T) {
	c := Config{Dir: t.TempDir(), Store: apptest.NewStore(), Now: time.Now}
	a := New(c)
	a.History.Record(history.Event{Action: history.Lock, Outcome: history.Done})
	check.Must(t, a.Close(t.Context()))
	check.EqualSlices(t, "events", brief(told(t, New(c))), "lock done")
}
