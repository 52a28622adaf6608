package keyring_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gokeyring "github.com/zalando/go-keyring"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

var someSecret = client.NewSecret("s3cr3t/+=")

func TestKeyringKeepsASecret(t *testing.T) {
	k := keyring.Over(apptest.NewSystem(), keyring.Options{})
	if _, err := k.Get(t.Context(), "service", "account"); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("get before: %v, want ErrNotStored", err)
	}
	check.Must(t, k.Set(t.Context(), "service", "account", someSecret))
	s, err := k.Get(t.Context(), "service", "account")
	check.Must(t, err)
	check.Equal(t, "secret", s.Reveal(), someSecret.Reveal())
	check.Must(t, k.Delete(t.Context(), "service", "account"))
	if _, err := k.Get(t.Context(), "service", "account"); !errors.Is(err, keyring.ErrNotStored) {
		t.Errorf("get after: %v, want ErrNotStored", err)
	}
	check.Must(t, k.Delete(t.Context(), "service", "account"))
	check.Must(t, k.Probe(t.Context()))
}

func TestKeyringFailures(t *testing.T) {
	set := func(k *keyring.Keyring) error { return k.Set(context.Background(), "service", "account", someSecret) }
	get := func(k *keyring.Keyring) error { return check.Second(k.Get(context.Background(), "service", "account")) }
	remove := func(k *keyring.Keyring) error { return k.Delete(context.Background(), "service", "account") }
	tests := []struct {
		name   string
		script func(*apptest.System)
		call   func(*keyring.Keyring) error
		want   keyring.Kind
	}{
		{"no keyring", func(s *apptest.System) { s.FailReach = &keyring.Error{Kind: keyring.Missing} }, get, keyring.Missing},
		{"unsupported system", func(s *apptest.System) { s.Fail["get"] = gokeyring.ErrUnsupportedPlatform }, get, keyring.Missing},
		{"refused", func(s *apptest.System) { s.Fail["set"] = errors.New("dismissed") }, set, keyring.Refused},
		{"too large for the system", func(s *apptest.System) { s.Fail["set"] = gokeyring.ErrSetDataTooBig }, set, keyring.TooLarge},
		{"stored, yet not there", func(s *apptest.System) { s.Forget = true }, set, keyring.Refused},
		{"empty", func(s *apptest.System) { s.Entries["service/account"] = "" }, get, keyring.Refused},
		{"still there, but empty", func(s *apptest.System) { s.Entries["service/account"] = ""; s.Forget = true }, remove, keyring.Refused},
		{"stored otherwise", func(s *apptest.System) { s.Alter = true }, set, keyring.Mismatch},
		{"cannot be read back", func(s *apptest.System) { s.Fail["get"] = errors.New("dismissed") }, set, keyring.Mismatch},
		{"deleted, yet there", func(s *apptest.System) { s.Entries["service/account"] = "x"; s.Forget = true }, remove, keyring.Mismatch},
		{"bus gone under a prompt", func(s *apptest.System) { s.Panics = true }, remove, keyring.Refused},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := apptest.NewSystem()
			test.script(s)
			err := test.call(keyring.Over(s, keyring.Options{}))
			check.Equal(t, "kind", keyring.KindOf(err), test.want)
			if strings.Contains(fmt.Sprint(err), someSecret.Reveal()) {
				t.Error("the error holds the secret")
			}
		})
	}
}

func TestSetThatDoesNotReadBackLeavesNothing(t *testing.T) {
	s := apptest.NewSystem()
	s.Alter = true
	k := keyring.Over(s, keyring.Options{})
	check.Equal(t, "kind", keyring.KindOf(k.Set(t.Context(), "service", "account", someSecret)), keyring.Mismatch)
	check.Equal(t, "entries", s.Stored(), 0)
}

func TestSecretTooLargeIsNotOffered(t *testing.T) {
	s := apptest.NewSystem()
	k := keyring.Over(s, keyring.Options{})
	check.Must(t, k.Set(t.Context(), "service", "account", client.NewSecret(strings.Repeat("x", 2560))))
	err := k.Set(t.Context(), "service", "other", client.NewSecret(strings.Repeat("x", 2561)))
	check.Equal(t, "kind", keyring.KindOf(err), keyring.TooLarge)
	check.Equal(t, "entries", s.Stored(), 1)
}

func TestUnansweredCallIsNotRepeated(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		s.Hold["get"] = gate
		k := keyring.Over(s, keyring.Options{Limit: 5 * time.Second})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		began := time.Now()
		first := check.Background(func() error { return check.Second(k.Get(ctx, "service", "account")) })
		err := k.Set(t.Context(), "service", "account", someSecret)
		check.Equal(t, "kind behind it", keyring.KindOf(err), keyring.Busy)
		check.Equal(t, "time", time.Since(began), 5*time.Second)
		for range 3 {
			err = k.Set(t.Context(), "service", "account", someSecret)
			check.Equal(t, "kind while it is unanswered", keyring.KindOf(err), keyring.Busy)
		}
		check.Equal(t, "time", time.Since(began), 5*time.Second)
		check.Equal(t, "kind", keyring.KindOf(first()), keyring.Timeout)
		check.Equal(t, "time", time.Since(began), 20*time.Second)
		check.EqualSlices(t, "calls", s.Called(), "get")

		close(gate)
		synctest.Wait()
		check.Must(t, k.Set(t.Context(), "service", "account", someSecret))
	})
}

// A user may need longer for the prompt than a call should take.
func TestLateAnswerIsTaken(t *testing.T) {
	calls := map[string]func(*keyring.Keyring, context.Context) error{
		"get": func(k *keyring.Keyring, ctx context.Context) error {
			return check.Second(k.Get(ctx, "service", "account"))
		},
		"set": func(k *keyring.Keyring, ctx context.Context) error {
			return k.Set(ctx, "service", "account", someSecret)
		},
		"delete": func(k *keyring.Keyring, ctx context.Context) error { return k.Delete(ctx, "service", "account") },
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := apptest.NewSystem()
				s.Entries["service/account"] = someSecret.Reveal()
				gate := make(chan struct{})
				s.Hold[name] = gate
				k := keyring.Over(s, keyring.Options{})
				wait := check.Background(func() error { return call(k, t.Context()) })
				time.Sleep(time.Hour)
				close(gate)
				check.Must(t, wait())
				check.Equal(t, "stored", s.Stored() == 1, name != "delete")
			})
		})
	}
}

// That a Peek finds the keyring locked must not be the answer to a call that may ask the user.
func TestGetBehindAPeekOfALockedKeyringAsksTheUser(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		s.Entries["service/account"] = someSecret.Reveal()
		s.Fail["peek"] = &keyring.Error{Kind: keyring.Locked}
		gate := make(chan struct{})
		s.Hold["peek"] = gate
		k := keyring.Over(s, keyring.Options{})
		peek := check.Background(func() error { return check.Second(k.Peek(t.Context(), "service", "account")) })
		get := check.Background(func() error { return check.Second(k.Get(t.Context(), "service", "account")) })
		close(gate)
		check.Equal(t, "peek", keyring.KindOf(peek()), keyring.Locked)
		check.Must(t, get())
		check.EqualSlices(t, "calls", s.Called(), "peek", "get")
	})
}

// A second call while the prompt is shown gets the same answer, without a second prompt.
func TestSameQuestionSharesTheAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		s.Entries["service/account"] = someSecret.Reveal()
		gate := make(chan struct{})
		s.Hold["get"] = gate
		k := keyring.Over(s, keyring.Options{})
		soon, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		check.Equal(t, "kind", keyring.KindOf(check.Second(k.Get(soon, "service", "account"))), keyring.Timeout)
		var waits []func() error
		for range 2 {
			waits = append(waits, check.Background(func() error {
				got, err := k.Get(t.Context(), "service", "account")
				check.Equal(t, "secret", got.Equal(someSecret), true)
				return err
			}))
		}
		check.Equal(t, "another entry", keyring.KindOf(check.Second(k.Get(t.Context(), "service", "other"))), keyring.Busy)
		close(gate)
		for _, wait := range waits {
			check.Must(t, wait())
		}
		check.EqualSlices(t, "calls", s.Called(), "get")
	})
}

// Probe does not ask the user, so it should not take long.
func TestProbeIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		defer close(gate)
		s.Hold["probe"] = gate
		began := time.Now()
		check.Equal(t, "kind", keyring.KindOf(keyring.Over(s, keyring.Options{}).Probe(t.Context())), keyring.Timeout)
		check.Equal(t, "time", time.Since(began), keyring.Limit)
	})
}

func TestCallersTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		s.Hold["get"] = gate
		k := keyring.Over(s, keyring.Options{})
		first := check.Background(func() error { return check.Second(k.Get(t.Context(), "service", "account")) })
		next := check.Background(func() error { return k.Set(t.Context(), "service", "account", someSecret) })
		check.EqualSlices(t, "calls", s.Called(), "get")
		close(gate)
		if err := first(); !errors.Is(err, keyring.ErrNotStored) {
			t.Errorf("first: %v, want ErrNotStored", err)
		}
		check.Must(t, next())
	})
}

func TestWaitingCallerIsToldWhenTheOneBeforeIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		defer close(gate)
		s.Hold["get"] = gate
		k := keyring.Over(s, keyring.Options{})
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		first := check.Background(func() error { return check.Second(k.Get(ctx, "service", "account")) })
		began := time.Now()
		next := k.Set(t.Context(), "service", "account", someSecret)
		check.Equal(t, "kind", keyring.KindOf(next), keyring.Busy)
		check.Equal(t, "time", time.Since(began), 2*time.Second)
		check.Equal(t, "first", keyring.KindOf(first()), keyring.Timeout)
	})
}

// A call that was cancelled does not mean that the keyring is stuck. The next call waits as usual, but not forever.
func TestCancelledCallDoesNotMakeTheKeyringBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		s.Hold["get"] = gate
		k := keyring.Over(s, keyring.Options{})
		ctx, cancel := context.WithCancel(t.Context())
		first := check.Background(func() error { return check.Second(k.Get(ctx, "service", "account")) })
		cancel()
		if err := first(); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want context.Canceled", err)
		}
		began := time.Now()
		check.Equal(t, "kind", keyring.KindOf(k.Delete(t.Context(), "service", "account")), keyring.Busy)
		check.Equal(t, "time", time.Since(began), keyring.Limit)
		next := check.Background(func() error { return check.Second(k.Get(t.Context(), "service", "account")) })
		close(gate)
		if err := next(); !errors.Is(err, keyring.ErrNotStored) {
			t.Errorf("got %v, want ErrNotStored", err)
		}
	})
}

func TestSecretStoredTooLateIsTakenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := apptest.NewSystem()
		gate := make(chan struct{})
		s.Hold["set"] = gate
		k := keyring.Over(s, keyring.Options{})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		err := k.Set(ctx, "service", "account", someSecret)
		check.Equal(t, "kind", keyring.KindOf(err), keyring.Timeout)
		close(gate) // the user unlocks the keyring after all
		synctest.Wait()
		check.EqualSlices(t, "calls", s.Called(), "set", "get", "delete", "get")
		check.Equal(t, "entries", s.Stored(), 0)
	})
}

func TestKeyringLogsNoSecret(t *testing.T) {
	var log bytes.Buffer
	k := keyring.Over(apptest.NewSystem(), keyring.Options{
		Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	check.Must(t, k.Set(t.Context(), "service", "account", someSecret))
	check.Must(t, check.Second(k.Get(t.Context(), "service", "account")))
	if !strings.Contains(log.String(), "call=set") || strings.Contains(log.String(), someSecret.Reveal()) {
		t.Errorf("log: %s", &log)
	}
}
