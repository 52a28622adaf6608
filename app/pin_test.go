package app

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

func pinned(t *testing.T, dir string) *App {
	t.Helper()
	return New(Config{Dir: dir, Store: newFakeStore(), Connector: &fakeConnector{backend: newFakeBackend("AK1")}})
}

func pin(value string) client.Secret { return client.NewSecret(value) }

func TestPIN(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := pinned(t, dir)
		if err := a.CheckPIN(pin("anything")); err != nil {
			t.Errorf("without a PIN: %v", err)
		}
		if err := a.SetPIN(&Session{}, client.Secret{}, pin("四七")); !errors.Is(err, ErrPINShort) {
			t.Errorf("a short PIN: %v", err)
		}
		must(t, a.SetPIN(&Session{}, client.Secret{}, pin("correct horse")))
		must(t, a.CheckPIN(pin("correct horse")))
		if err := a.SetPIN(&Session{}, pin("wrong"), pin("another one")); !errors.Is(err, ErrPINWrong) {
			t.Errorf("changed with a wrong PIN: %v", err)
		}
		time.Sleep(time.Second)
		if err := a.RemovePIN(pin("wrong")); !errors.Is(err, ErrPINWrong) {
			t.Errorf("removed with a wrong PIN: %v", err)
		}
		time.Sleep(2 * time.Second)
		must(t, a.SetPIN(&Session{}, pin("correct horse"), pin("another one")))
		content, err := os.ReadFile(dir + "/settings.json")
		must(t, err)
		if strings.Contains(string(content), "another one") || !strings.Contains(string(content), "$argon2id$") {
			t.Errorf("the settings hold %s", content)
		}
		must(t, a.RemovePIN(pin("another one")))
		equal(t, "HasPIN", a.HasPIN(), false)
	})
}

func TestWrongPINsWaitLongerAndLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := pinned(t, dir)
		must(t, a.SetPIN(&Session{}, client.Secret{}, pin("1234")))
		for _, want := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
			if err := a.CheckPIN(pin("0000")); !errors.Is(err, ErrPINWrong) {
				t.Fatalf("a wrong PIN: %v", err)
			}
			a = pinned(t, dir) // starting anew does not forgive
			var early *PINDelayError
			if err := a.CheckPIN(pin("1234")); !errors.As(err, &early) || early.Wait != want {
				t.Fatalf("the right PIN at once: %v, want a wait of %v", err, want)
			}
			time.Sleep(want)
		}
		must(t, a.CheckPIN(pin("1234")))
		if err := a.CheckPIN(pin("0000")); !errors.Is(err, ErrPINWrong) {
			t.Errorf("counted anew: %v", err)
		}
		time.Sleep(time.Second)
		must(t, a.CheckPIN(pin("1234")))
	})
}

func TestPINDelayHasALimit(t *testing.T) {
	now := time.Now()
	for failed, want := range map[int]time.Duration{0: 0, 1: time.Second, 10: 512 * time.Second, 11: maxPINDelay, 99: maxPINDelay} {
		equal(t, "wait", PIN{Failed: failed, Last: now}.wait(now), want)
	}
}

func TestPINOfASessionThatIsLoggedOutIsNotSet(t *testing.T) {
	dir := t.TempDir()
	a := pinned(t, dir)
	s := a.newSession("example.com", newFakeBackend("AK1"))
	must(t, a.SetPIN(s, client.Secret{}, pin("1234")))
	must(t, a.LogOut(t.Context(), s, false))
	if err := a.SetPIN(s, client.Secret{}, pin("5678")); !errors.Is(err, ErrSignedOut) {
		t.Errorf("set after the log out: %v", err)
	}
	equal(t, "HasPIN", a.HasPIN(), false)
	equal(t, "HasPIN at the next start", pinned(t, dir).HasPIN(), false)
}

func TestUnreadablePINOpensNothing(t *testing.T) {
	for _, p := range []PIN{
		{Hash: "no hash"},
		{Hash: "$argon2id$v=19$m=65536,t=3,p=0$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA"},
		{Hash: "$argon2id$v=19$m=4294967295,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA", Failed: -3},
	} {
		a := pinned(t, t.TempDir())
		update(t, a, func(s *Settings) { s.PIN = &p })
		if err := a.CheckPIN(pin("1234")); err == nil {
			t.Errorf("%+v was taken for right", p)
		}
	}
}

func TestClockThatWasSetBackLocksNobodyOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := pinned(t, t.TempDir())
		must(t, a.SetPIN(&Session{}, client.Secret{}, pin("1234")))
		update(t, a, func(s *Settings) { s.PIN.Failed, s.PIN.Last = 1, time.Now().Add(5*365*24*time.Hour) })
		var early *PINDelayError
		if err := a.CheckPIN(pin("1234")); !errors.As(err, &early) || early.Wait != time.Second {
			t.Fatalf("at first: %v", err)
		}
		time.Sleep(time.Second)
		must(t, a.CheckPIN(pin("1234")))
	})
}

func TestTwoProcessesShareThePIN(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		one, two := pinned(t, dir), pinned(t, dir)
		must(t, one.SetPIN(&Session{}, client.Secret{}, pin("1234")))
		two.SetPrivacy(Privacy{ClearClipboard: 60, HideSecret: 30, Lock: 60})
		must(t, two.Save())
		if third := pinned(t, dir); !third.HasPIN() || third.Settings().Privacy.ClearClipboard != 60 {
			t.Error("what one process wrote, the other has overwritten")
		}
		for range 3 {
			if err := one.CheckPIN(pin("0000")); !errors.Is(err, ErrPINWrong) {
				t.Fatal(err)
			}
			time.Sleep(one.settings.get().PIN.wait(time.Now()))
		}
		if err := one.CheckPIN(pin("0000")); !errors.Is(err, ErrPINWrong) {
			t.Fatal(err)
		}
		var early *PINDelayError
		if err := two.CheckPIN(pin("1234")); !errors.As(err, &early) || early.Wait != 8*time.Second {
			t.Errorf("in the other process: %v", err)
		}
	})
}
