package accounts

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
)

// Forgetting is how an account that the user has left is forgotten.
type Forgetting struct {
	Work func(context.Context) error
	Done string             // said when it worked; "" says nothing
	But  func(error) string // says what was left undone
	Then func()             // called at the end

	ended chan struct{} // closed then
	err   error         // of Work
}

// Forget forgets an account in the background: the keyring may have to be waited for.
func (a *Accounts) Forget(g Forgetting) {
	g.ended = make(chan struct{})
	a.forgetting = &g
	a.forget(&g, func(ctx context.Context) error {
		defer close(g.ended)
		g.err = g.Work(ctx)
		return g.err
	})
}

func (a *Accounts) forget(g *Forgetting, work func(context.Context) error) {
	said := a.win.Toasts.About("forgetting")
	background.GoVitalPrompt(a.win.Tasks, work, func() {
		said.Note(lang.L("The keyring isn't answering; the secrets saved before you logged out will be deleted when it does, or at your next sign-in."))
	}, func(err error) {
		if a.forgetting == g {
			a.forgetting = nil
		}
		said.Withdraw()
		g.Then()
		switch {
		case keyring.MayAnswer(err):
			said.Offering(toast.Offer{Label: lang.L("Try Again"), For: toast.ReadingTime, OnAnyPage: true, Take: func() { a.forgetAgain(g) }}).Error(g.But(err))
		case err != nil:
			said.Error(g.But(err))
		case g.Done != "":
			said.Done(g.Done)
		}
	})
}

// forgetAgain deletes what the keyring did not delete before.
func (a *Accounts) forgetAgain(g *Forgetting) {
	again := *g
	again.Done = lang.L("Deleted the secrets from the keyring")
	sessions := a.app().Sessions
	a.forget(&again, func(ctx context.Context) error { return session.RetryLeftovers(ctx, sessions) })
}

// OnceForgotten returns open for the background. If the keyring is asking the user because another account is being forgotten,
// it opens nothing until that has ended, so that the user is asked once. If they do not unlock the keyring, it returns the
// keyring's error.
func (a *Accounts) OnceForgotten(open func(context.Context) (*session.Session, error)) func(context.Context) (*session.Session, error) {
	g, store := a.forgetting, a.app().Keyring
	return func(ctx context.Context) (*session.Session, error) {
		if g == nil || store.Probe(ctx) == nil {
			return open(ctx)
		}
		select {
		case <-g.ended:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		var failed *keyring.Error // without what was cancelled because of it
		if errors.As(g.err, &failed) && keyring.Hopeless(failed) {
			return nil, failed
		}
		return open(ctx)
	}
}
