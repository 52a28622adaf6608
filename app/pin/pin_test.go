package pin

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// pinned returns the PIN in the settings in a directory.
func pinned(dir string) *PIN {
	log := slog.New(slog.DiscardHandler)
	return New(settings.Open(filepath.Join(dir, "settings.json"), log), log, time.Now)
}

func pin(value string) client.Secret { return client.NewSecret(value) }

func TestPIN(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := pinned(dir)
		if err := a.Check(pin("anything")); err != nil {
			t.Errorf("without a PIN: %v", err)
		}
		if err := a.Set(client.Secret{}, pin("四七"), notEnded); !errors.Is(err, ErrShort) {
			t.Errorf("a short PIN: %v", err)
		}
		check.Must(t, a.Set(client.Secret{}, pin("correct horse"), notEnded))
		check.Must(t, a.Check(pin("correct horse")))
		if err := a.Set(pin("wrong"), pin("another one"), notEnded); !errors.Is(err, ErrWrong) {
			t.Errorf("changed with a wrong PIN: %v", err)
		}
		time.Sleep(time.Second)
		if err := a.Remove(pin("wrong")); !errors.Is(err, ErrWrong) {
			t.Errorf("removed with a wrong PIN: %v", err)
		}
		time.Sleep(2 * time.Second)
		check.Must(t, a.Set(pin("correct horse"), pin("another one"), notEnded))
		content, err := os.ReadFile(dir + "/settings.json")
		check.Must(t, err)
		if strings.Contains(string(content), "another one") || !strings.Contains(string(content), "$argon2id$") {
			t.Errorf("the settings hold %s", content)
		}
		check.Must(t, a.Remove(pin("another one")))
		check.Equal(t, "IsSet", a.IsSet(), false)
	})
}

func TestWrongPINsWaitLongerAndLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := pinned(dir)
		check.Must(t, a.Set(client.Secret{}, pin("1234"), notEnded))
		for _, want := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
			if err := a.Check(pin("0000")); !errors.Is(err, ErrWrong) {
				t.Fatalf("a wrong PIN: %v", err)
			}
			a = pinned(dir) // a restart does not reset the delay
			var early *DelayError
			if err := a.Check(pin("1234")); !errors.As(err, &early) || early.Wait != want {
				t.Fatalf("the right PIN at once: %v, want a wait of %v", err, want)
			}
			time.Sleep(want)
		}
		check.Must(t, a.Check(pin("1234")))
		if err := a.Check(pin("0000")); !errors.Is(err, ErrWrong) {
			t.Errorf("counted again: %v", err)
		}
		time.Sleep(time.Second)
		check.Must(t, a.Check(pin("1234")))
	})
}

func TestPINDelayHasALimit(t *testing.T) {
	now := time.Now()
	for failed, want := range map[int]time.Duration{0: 0, 1: time.Second, 10: 512 * time.Second, 11: maxDelay, 99: maxDelay} {
		check.Equal(t, "wait", delayOf(settings.PIN{Failed: failed, Last: now}, now), want)
	}
}

func TestPINOfASessionThatEndsMeanwhileIsNotSet(t *testing.T) {
	p := pinned(t.TempDir())
	over := errors.New("over")
	if err := p.Set(client.Secret{}, pin("5678"), func() error { return over }); !errors.Is(err, over) {
		t.Errorf("set after the end: %v", err)
	}
	check.Equal(t, "IsSet", p.IsSet(), false)
}

func TestUnreadablePINOpensNothing(t *testing.T) {
	for _, p := range []settings.PIN{
		{Hash: "no hash"},
		{Hash: "$argon2id$v=19$m=65536,t=3,p=0$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA"},
		{Hash: "$argon2id$v=19$m=4294967295,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA", Failed: -3},
	} {
		a := pinned(t.TempDir())
		check.Update(t, a.settings, func(s *settings.Settings) { s.PIN = &p })
		if err := a.Check(pin("1234")); err == nil {
			t.Errorf("%+v was taken for right", p)
		}
	}
}

func TestClockThatWasSetBackLocksNobodyOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := pinned(t.TempDir())
		check.Must(t, a.Set(client.Secret{}, pin("1234"), notEnded))
		check.Update(t, a.settings, func(s *settings.Settings) { s.PIN.Failed, s.PIN.Last = 1, time.Now().Add(5*365*24*time.Hour) })
		var early *DelayError
		if err := a.Check(pin("1234")); !errors.As(err, &early) || early.Wait != time.Second {
			t.Fatalf("at first: %v", err)
		}
		time.Sleep(time.Second)
		check.Must(t, a.Check(pin("1234")))
	})
}

func TestTwoProcessesShareThePIN(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		one, two := pinned(dir), pinned(dir)
		check.Must(t, one.Set(client.Secret{}, pin("1234"), notEnded))
		two.settings.ChangePrivacy(func(p *settings.Privacy) { p.ClearClipboard, p.Lock = 60, 60 })
		check.Must(t, two.settings.Save())
		if third := pinned(dir); !third.IsSet() || third.settings.Get().Privacy.ClearClipboard != 60 {
			t.Error("what one process wrote, the other has overwritten")
		}
		for range 3 {
			if err := one.Check(pin("0000")); !errors.Is(err, ErrWrong) {
				t.Fatal(err)
			}
			time.Sleep(one.Wait())
		}
		if err := one.Check(pin("0000")); !errors.Is(err, ErrWrong) {
			t.Fatal(err)
		}
		var early *DelayError
		if err := two.Check(pin("1234")); !errors.As(err, &early) || early.Wait != 8*time.Second {
			t.Errorf("in the other process: %v", err)
		}
	})
}

// notEnded is an ended function for Set that returns no error.
func notEnded() error { return nil }
