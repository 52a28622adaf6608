package app

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

	"github.com/zalando/go-keyring"

	"accesskeys/client"
)

var someSecret = client.NewSecret("s3cr3t/+=")

func TestKeyringKeepsASecret(t *testing.T) {
	k := newKeyring(newScripted(), KeyringOptions{})
	if _, err := k.Get(t.Context(), "service", "account"); !errors.Is(err, ErrNotStored) {
		t.Errorf("get before: %v, want ErrNotStored", err)
	}
	must(t, k.Set(t.Context(), "service", "account", someSecret))
	s, err := k.Get(t.Context(), "service", "account")
	must(t, err)
	equal(t, "secret", s.Reveal(), someSecret.Reveal())
	must(t, k.Delete(t.Context(), "service", "account"))
	if _, err := k.Get(t.Context(), "service", "account"); !errors.Is(err, ErrNotStored) {
		t.Errorf("get after: %v, want ErrNotStored", err)
	}
	must(t, k.Delete(t.Context(), "service", "account"))
	must(t, k.Probe(t.Context()))
}

func TestKeyringFailures(t *testing.T) {
	set := func(k *Keyring) error { return k.Set(context.Background(), "service", "account", someSecret) }
	get := func(k *Keyring) error { return second(k.Get(context.Background(), "service", "account")) }
	remove := func(k *Keyring) error { return k.Delete(context.Background(), "service", "account") }
	tests := []struct {
		name   string
		script func(*scripted)
		call   func(*Keyring) error
		want   KeyringKind
	}{
		{"no keyring", func(s *scripted) { s.reach = &KeyringError{Kind: KeyringMissing} }, get, KeyringMissing},
		{"unsupported system", func(s *scripted) { s.fail["get"] = keyring.ErrUnsupportedPlatform }, get, KeyringMissing},
		{"refused", func(s *scripted) { s.fail["set"] = errors.New("dismissed") }, set, KeyringRefused},
		{"too large for the system", func(s *scripted) { s.fail["set"] = keyring.ErrSetDataTooBig }, set, KeyringTooLarge},
		{"stored, yet not there", func(s *scripted) { s.forget = true }, set, KeyringRefused},
		{"empty", func(s *scripted) { s.entries["service/account"] = "" }, get, KeyringRefused},
		{"still there, but empty", func(s *scripted) { s.entries["service/account"] = ""; s.forget = true }, remove, KeyringRefused},
		{"stored otherwise", func(s *scripted) { s.alter = true }, set, KeyringMismatch},
		{"cannot be read back", func(s *scripted) { s.fail["get"] = errors.New("dismissed") }, set, KeyringMismatch},
		{"deleted, yet there", func(s *scripted) { s.entries["service/account"] = "x"; s.forget = true }, remove, KeyringMismatch},
		{"bus gone under a prompt", func(s *scripted) { s.panics = true }, remove, KeyringRefused},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScripted()
			test.script(s)
			err := test.call(newKeyring(s, KeyringOptions{}))
			equal(t, "kind", KindOfKeyring(err), test.want)
			if strings.Contains(fmt.Sprint(err), someSecret.Reveal()) {
				t.Error("the error holds the secret")
			}
		})
	}
}

func TestSetThatDoesNotReadBackLeavesNothing(t *testing.T) {
	s := newScripted()
	s.alter = true
	k := newKeyring(s, KeyringOptions{})
	equal(t, "kind", KindOfKeyring(k.Set(t.Context(), "service", "account", someSecret)), KeyringMismatch)
	equal(t, "entries", s.stored(), 0)
}

func TestSecretTooLargeIsNotOffered(t *testing.T) {
	s := newScripted()
	k := newKeyring(s, KeyringOptions{})
	must(t, k.Set(t.Context(), "service", "account", client.NewSecret(strings.Repeat("x", 2560))))
	err := k.Set(t.Context(), "service", "other", client.NewSecret(strings.Repeat("x", 2561)))
	equal(t, "kind", KindOfKeyring(err), KeyringTooLarge)
	equal(t, "entries", s.stored(), 1)
}

func TestUnansweredCallIsNotRepeated(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		s.hold["get"] = gate
		k := newKeyring(s, KeyringOptions{Limit: 5 * time.Second})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		began := time.Now()
		first := background(func() error { return second(k.Get(ctx, "service", "account")) })
		err := k.Set(t.Context(), "service", "account", someSecret)
		equal(t, "kind behind it", KindOfKeyring(err), KeyringBusy)
		equal(t, "time", time.Since(began), 5*time.Second)
		for range 3 {
			err = k.Set(t.Context(), "service", "account", someSecret)
			equal(t, "kind while it is unanswered", KindOfKeyring(err), KeyringBusy)
		}
		equal(t, "time", time.Since(began), 5*time.Second)
		equal(t, "kind", KindOfKeyring(first()), KeyringTimeout)
		equal(t, "time", time.Since(began), 20*time.Second)
		equalSlices(t, "calls", s.called(), "get")

		close(gate)
		synctest.Wait()
		must(t, k.Set(t.Context(), "service", "account", someSecret))
	})
}

// A person may need longer for the prompt than a call should take.
func TestLateAnswerIsTaken(t *testing.T) {
	calls := map[string]func(*Keyring, context.Context) error{
		"get":    func(k *Keyring, ctx context.Context) error { return second(k.Get(ctx, "service", "account")) },
		"set":    func(k *Keyring, ctx context.Context) error { return k.Set(ctx, "service", "account", someSecret) },
		"delete": func(k *Keyring, ctx context.Context) error { return k.Delete(ctx, "service", "account") },
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newScripted()
				s.entries["service/account"] = someSecret.Reveal()
				gate := make(chan struct{})
				s.hold[name] = gate
				k := newKeyring(s, KeyringOptions{})
				wait := background(func() error { return call(k, t.Context()) })
				time.Sleep(time.Hour)
				close(gate)
				must(t, wait())
				equal(t, "stored", s.stored() == 1, name != "delete")
			})
		})
	}
}

// Whoever asks again while the prompt is still there gets its answer, and no second prompt.
func TestSameQuestionSharesTheAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		s.entries["service/account"] = someSecret.Reveal()
		gate := make(chan struct{})
		s.hold["get"] = gate
		k := newKeyring(s, KeyringOptions{})
		soon, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		equal(t, "kind", KindOfKeyring(second(k.Get(soon, "service", "account"))), KeyringTimeout)
		var waits []func() error
		for range 2 {
			waits = append(waits, background(func() error {
				got, err := k.Get(t.Context(), "service", "account")
				equal(t, "secret", got.Equal(someSecret), true)
				return err
			}))
		}
		equal(t, "another entry", KindOfKeyring(second(k.Get(t.Context(), "service", "other"))), KeyringBusy)
		close(gate)
		for _, wait := range waits {
			must(t, wait())
		}
		equalSlices(t, "calls", s.called(), "get")
	})
}

// It asks nobody anything, so it has no reason to take long.
func TestProbeIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		defer close(gate)
		s.hold["probe"] = gate
		began := time.Now()
		equal(t, "kind", KindOfKeyring(newKeyring(s, KeyringOptions{}).Probe(t.Context())), KeyringTimeout)
		equal(t, "time", time.Since(began), keyringLimit)
	})
}

func TestCallersTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		s.hold["get"] = gate
		k := newKeyring(s, KeyringOptions{})
		first := background(func() error { return second(k.Get(t.Context(), "service", "account")) })
		next := background(func() error { return k.Set(t.Context(), "service", "account", someSecret) })
		equalSlices(t, "calls", s.called(), "get")
		close(gate)
		if err := first(); !errors.Is(err, ErrNotStored) {
			t.Errorf("first: %v, want ErrNotStored", err)
		}
		must(t, next())
	})
}

func TestWaitingCallerIsToldWhenTheOneBeforeIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		defer close(gate)
		s.hold["get"] = gate
		k := newKeyring(s, KeyringOptions{})
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		first := background(func() error { return second(k.Get(ctx, "service", "account")) })
		began := time.Now()
		next := k.Set(t.Context(), "service", "account", someSecret)
		equal(t, "kind", KindOfKeyring(next), KeyringBusy)
		equal(t, "time", time.Since(began), 2*time.Second)
		equal(t, "first", KindOfKeyring(first()), KeyringTimeout)
	})
}

// Somebody who changed their mind says nothing about the keyring: the next one waits as usual, but not
// for ever.
func TestCancelledCallDoesNotMakeTheKeyringBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		s.hold["get"] = gate
		k := newKeyring(s, KeyringOptions{})
		ctx, cancel := context.WithCancel(t.Context())
		first := background(func() error { return second(k.Get(ctx, "service", "account")) })
		cancel()
		if err := first(); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want context.Canceled", err)
		}
		began := time.Now()
		equal(t, "kind", KindOfKeyring(k.Delete(t.Context(), "service", "account")), KeyringBusy)
		equal(t, "time", time.Since(began), keyringLimit)
		next := background(func() error { return second(k.Get(t.Context(), "service", "account")) })
		close(gate)
		if err := next(); !errors.Is(err, ErrNotStored) {
			t.Errorf("got %v, want ErrNotStored", err)
		}
	})
}

func TestSecretStoredTooLateIsTakenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScripted()
		gate := make(chan struct{})
		s.hold["set"] = gate
		k := newKeyring(s, KeyringOptions{})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		err := k.Set(ctx, "service", "account", someSecret)
		equal(t, "kind", KindOfKeyring(err), KeyringTimeout)
		close(gate) // the person unlocks the keyring after all
		synctest.Wait()
		equalSlices(t, "calls", s.called(), "set", "get", "delete", "get")
		equal(t, "entries", s.stored(), 0)
	})
}

func TestKeyringLogsNoSecret(t *testing.T) {
	var log bytes.Buffer
	k := newKeyring(newScripted(), KeyringOptions{
		Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	must(t, k.Set(t.Context(), "service", "account", someSecret))
	must(t, second(k.Get(t.Context(), "service", "account")))
	if !strings.Contains(log.String(), "call=set") || strings.Contains(log.String(), someSecret.Reveal()) {
		t.Errorf("log: %s", &log)
	}
}
