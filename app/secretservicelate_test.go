//go:build linux

package app

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// later makes a call in the background that waits for a prompt, and returns what has a user answer it,
// long after the call counts as stuck, and then waits for the call's error.
func (l *life) later(call func() error) (answered func(accept bool) error) {
	l.Helper()
	done := make(chan error, 1)
	go func() { done <- call() }()
	p := l.shown()
	l.busyBehind()
	return func(accept bool) error {
		l.Helper()
		p.answer(accept)
		select {
		case err := <-done:
			return err
		case <-time.After(20 * time.Second):
			l.Fatal("the call does not end")
			return nil
		}
	}
}

func TestResumeWithALateAnswer(t *testing.T) {
	l := newLife(t)
	l.wellSpent()
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	var s *session.Session
	answered := l.later(func() (err error) { s, err = l.app.Sessions.Resume(l.Context()); return err })
	check.Must(l, answered(true))
	l.loaded(s)
}

// A call that did not wait is not forgotten, and asks no second time.
func TestResumeAgainWhileThePromptIsThere(t *testing.T) {
	l := newLife(t)
	l.wellSpent()
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	check.Equal(l, "resume", l.resume(), keyring.Timeout)
	answered := l.later(func() error { return check.Second(l.app.Sessions.Resume(l.Context())) })
	check.Equal(l, "prompts", len(l.service.asked()), 1)
	check.Must(l, answered(true))
}

func TestRememberWithALateAnswer(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	check.Equal(l, "remembered meanwhile", s.Remembered(), false)
	check.Must(l, answered(true))
	check.Equal(l, "remembered", s.Remembered(), true)
	l.open()
	check.Must(l, check.Second(l.app.Sessions.Resume(l.Context())))
}

func TestRememberThatIsDismissedLate(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	check.Equal(l, "kind", keyring.KindOf(answered(false)), keyring.Refused)
	check.Equal(l, "remembered", l.app.Settings.Get().Session, nil)
	check.Equal(l, "log out", l.logOut(s), "")
}

// Somebody who logs out meanwhile wants nothing remembered any more.
func TestRememberThatIsAnsweredAfterLogOut(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	check.Equal(l, "log out", l.logOut(s), keyring.Busy)
	if err := answered(true); !errors.Is(err, keys.ErrSignedOut) {
		l.Errorf("got %v, want ErrSignedOut", err)
	}
	l.idle()
	check.EqualSlices(l, "entries", l.service.names())
	check.Equal(l, "remembered", l.app.Settings.Get().Session, nil)
	l.recovers()
}

// Nobody waits for it any more, so it counts as not remembered.
func TestRememberThatIsAnsweredTooLate(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	check.Equal(l, "remember", l.remember(s), keyring.Timeout)
	l.shown().answer(true)
	l.idle()
	check.EqualSlices(l, "entries", l.service.names())
	check.Must(l, l.app.Sessions.Remember(l.Context(), s))
}

func TestKeepWithALateAnswer(t *testing.T) {
	l := newLife(t)
	l.hurry()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.asks["CreateItem"] = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	check.Must(l, err)
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); return nil })
	check.Must(l, answered(true))
	check.Equal(l, "from vault", l.reveal(s, id).FromVault, true)
	check.EqualSlices(l, "told", l.tellings())
}

// The key is deleted while its secret waits to be kept.
func TestKeepThatIsAnsweredAfterDelete(t *testing.T) {
	l := newLife(t)
	l.hurry()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.asks["CreateItem"] = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	check.Must(l, err)
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); return nil })
	check.Must(l, s.Keys().Do(l.Context(), keys.OpDelete, id))
	check.Must(l, answered(true))
	check.EqualSlices(l, "entries", l.service.names())
}

// Without the server, the vault is all there is, so it is waited for.
func TestRevealWithALateAnswerAndNoServer(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	l.hurry()
	s := l.signIn()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	l.server.SetFaults(demo.Faults{Drop: true})
	var r keys.Revealed
	answered := l.later(func() (err error) { r, err = s.Keys().Reveal(l.Context(), known); return err })
	check.Must(l, answered(true))
	check.Equal(l, "secret", r.Secret.Equal(l.server.SecretOf(known)), true)
	check.EqualSlices(l, "told", l.tellings())
}

func TestRevealWithNeitherVaultNorServer(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	l.hurry()
	s := l.signIn()
	l.prompts(dismisses, func(s *secretService) { s.locked = true })
	l.server.SetFaults(demo.Faults{Drop: true})
	err := check.Second(s.Keys().Reveal(l.Context(), known))
	check.Equal(l, "kind", client.KindOf(err), client.KindUnreachable)
}

// A keyring that answers with another value than was stored takes nothing in.
func TestKeyringThatAltersWhatIsStored(t *testing.T) {
	l := newLife(t)
	l.service.script(func() { l.service.alter = true })
	s := l.signIn()
	id := l.create(s)
	check.Equal(l, "remember", l.remember(s), keyring.Mismatch)
	for range 2 {
		check.Equal(l, "from vault", l.reveal(s, id).FromVault, false)
	}
	check.EqualSlices(l, "told", l.tellings(), keyring.Mismatch)
	check.EqualSlices(l, "entries", l.service.names())
	check.Equal(l, "log out", l.logOut(s), "")
}

// What the keyring has is of before the server replaced the key's secret.
func TestKeyringThatHoldsAStaleSecret(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	s := l.signIn()
	l.service.overwrite(keyring.ServiceVault, "the secret before")
	l.clock.Store(int64(time.Minute))
	check.Must(l, s.Keys().Do(l.Context(), keys.OpDisable, known))
	check.Must(l, s.Keys().Load(l.Context()))

	l.server.SetFaults(demo.Faults{Drop: true})
	check.Equal(l, "without the server", client.KindOf(check.Second(s.Keys().Reveal(l.Context(), known))), client.KindUnreachable)
	l.server.SetFaults()
	check.Equal(l, "from vault", l.reveal(s, known).FromVault, false)
	check.Equal(l, "from vault then", l.reveal(s, known).FromVault, true)
	check.Equal(l, "entries", len(l.service.names()), 2)
	check.Equal(l, "log out", l.logOut(s), "")
}

// What is being kept when the application is closed does not hold that up, and is listed.
func TestCloseUnderAPrompt(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.app = l.ephemeral()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.asks["CreateItem"] = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	check.Must(l, err)
	var kept atomic.Bool
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); kept.Store(true); return nil })
	kind := l.brief("close", func(ctx context.Context) error { return l.app.Close(ctx) })
	check.Equal(l, "close", kind, keyring.Timeout)
	check.Equal(l, "kept", kept.Load(), false)
	check.Must(l, answered(true))
	check.Equal(l, "entries", len(l.service.names()), 1)
	l.app = l.ephemeral()
	l.signIn()
	check.EqualSlices(l, "entries after the next sign-in", l.service.names())
}

// ephemeral is an application for trying out.
func (l *life) ephemeral() *App {
	return New(Config{Dir: l.dir, Store: l.keyring, Connector: session.NewConnector(client.Options{}), Ephemeral: true})
}
