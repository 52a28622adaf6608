//go:build linux

package app

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// later makes a call in the background that waits for a prompt, and returns what has a person answer it,
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
	var s *Session
	answered := l.later(func() (err error) { s, err = l.app.Sessions.Resume(l.Context()); return err })
	must(l, answered(true))
	l.loaded(s)
}

// Whoever did not want to wait is not forgotten over that, and asks no second time.
func TestResumeAgainWhileThePromptIsThere(t *testing.T) {
	l := newLife(t)
	l.wellSpent()
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	equal(l, "resume", l.resume(), KeyringTimeout)
	answered := l.later(func() error { return second(l.app.Sessions.Resume(l.Context())) })
	equal(l, "prompts", len(l.service.asked()), 1)
	must(l, answered(true))
}

func TestRememberWithALateAnswer(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	equal(l, "remembered meanwhile", s.Remembered(), false)
	must(l, answered(true))
	equal(l, "remembered", s.Remembered(), true)
	l.open()
	must(l, second(l.app.Sessions.Resume(l.Context())))
}

func TestRememberThatIsDismissedLate(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	equal(l, "kind", KindOfKeyring(answered(false)), KeyringRefused)
	equal(l, "remembered", l.app.Settings.Get().Session, nil)
	equal(l, "log out", l.logOut(s), "")
}

// Somebody who logs out meanwhile wants nothing remembered any more.
func TestRememberThatIsAnsweredAfterLogOut(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	answered := l.later(func() error { return l.app.Sessions.Remember(l.Context(), s) })
	equal(l, "log out", l.logOut(s), KeyringBusy)
	if err := answered(true); !errors.Is(err, ErrSignedOut) {
		l.Errorf("got %v, want ErrSignedOut", err)
	}
	l.idle()
	equalSlices(l, "entries", l.service.names())
	equal(l, "remembered", l.app.Settings.Get().Session, nil)
	l.recovers()
}

// Nobody waits for it any more, so it counts as not remembered.
func TestRememberThatIsAnsweredTooLate(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	s := l.signIn()
	equal(l, "remember", l.remember(s), KeyringTimeout)
	l.shown().answer(true)
	l.idle()
	equalSlices(l, "entries", l.service.names())
	must(l, l.app.Sessions.Remember(l.Context(), s))
}

func TestKeepWithALateAnswer(t *testing.T) {
	l := newLife(t)
	l.hurry()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.locked = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	must(l, err)
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); return nil })
	must(l, answered(true))
	equal(l, "from vault", l.reveal(s, id).FromVault, true)
	equalSlices(l, "told", l.tellings())
}

// The key is deleted while its secret waits to be kept.
func TestKeepThatIsAnsweredAfterDelete(t *testing.T) {
	l := newLife(t)
	l.hurry()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.asks["CreateItem"] = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	must(l, err)
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); return nil })
	must(l, s.Keys().Do(l.Context(), OpDelete, id))
	must(l, answered(true))
	equalSlices(l, "entries", l.service.names())
}

// Without the server, the vault is all there is, so it is waited for.
func TestRevealWithALateAnswerAndNoServer(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	l.hurry()
	s := l.signIn()
	l.prompts(nil, func(s *secretService) { s.locked = true })
	l.server.SetFaults(demo.Faults{Drop: true})
	var r Revealed
	answered := l.later(func() (err error) { r, err = s.Keys().Reveal(l.Context(), known); return err })
	await(l, "the end of the patience with the vault", func() bool { return len(l.tellings()) == 1 })
	must(l, answered(true))
	equal(l, "secret", r.Secret.Equal(l.server.SecretOf(known)), true)
	equalSlices(l, "told", l.tellings(), KeyringTimeout)
}

func TestRevealWithNeitherVaultNorServer(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	l.hurry()
	s := l.signIn()
	l.prompts(dismisses, func(s *secretService) { s.locked = true })
	l.server.SetFaults(demo.Faults{Drop: true})
	err := second(s.Keys().Reveal(l.Context(), known))
	equal(l, "kind", client.KindOf(err), client.KindUnreachable)
}

// A keyring that answers with another value than was stored takes nothing in.
func TestKeyringThatAltersWhatIsStored(t *testing.T) {
	l := newLife(t)
	l.service.script(func() { l.service.alter = true })
	s := l.signIn()
	id := l.create(s)
	equal(l, "remember", l.remember(s), KeyringMismatch)
	for range 2 {
		equal(l, "from vault", l.reveal(s, id).FromVault, false)
	}
	equalSlices(l, "told", l.tellings(), KeyringMismatch)
	equalSlices(l, "entries", l.service.names())
	equal(l, "log out", l.logOut(s), "")
}

// What the keyring has is of before the server replaced the key's secret.
func TestKeyringThatHoldsAStaleSecret(t *testing.T) {
	l := newLife(t)
	known := l.wellSpent()
	s := l.signIn()
	l.service.overwrite(ServiceVault, "the secret before")
	l.clock.Store(int64(time.Minute))
	must(l, s.Keys().Do(l.Context(), OpDisable, known))
	must(l, s.Keys().Load(l.Context()))

	l.server.SetFaults(demo.Faults{Drop: true})
	equal(l, "without the server", client.KindOf(second(s.Keys().Reveal(l.Context(), known))), client.KindUnreachable)
	l.server.SetFaults()
	equal(l, "from vault", l.reveal(s, known).FromVault, false)
	equal(l, "from vault then", l.reveal(s, known).FromVault, true)
	equal(l, "entries", len(l.service.names()), 2)
	equal(l, "log out", l.logOut(s), "")
}

// What is being kept when the application is closed does not hold that up, and is listed.
func TestCloseUnderAPrompt(t *testing.T) {
	l := newLife(t)
	l.hurry()
	l.app = l.ephemeral()
	s := l.signIn()
	id := l.create(s)
	l.prompts(nil, func(s *secretService) { s.locked = true })
	r, err := s.Keys().Reveal(l.Context(), id)
	must(l, err)
	var kept atomic.Bool
	answered := l.later(func() error { s.Keys().Keep(l.Context(), id, r); kept.Store(true); return nil })
	kind := l.brief("close", func(ctx context.Context) error { return l.app.Close(ctx) })
	equal(l, "close", kind, KeyringTimeout)
	equal(l, "kept", kept.Load(), false)
	must(l, answered(true))
	equal(l, "entries", len(l.service.names()), 1)
	l.app = l.ephemeral()
	l.signIn()
	equalSlices(l, "entries after the next sign-in", l.service.names())
}

// ephemeral is an application for trying out.
func (l *life) ephemeral() *App {
	return New(Config{Dir: l.dir, Store: l.keyring, Connector: NewConnector(client.Options{}), Ephemeral: true})
}
