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

// Forgotten returns a function that is for the background. If the keyring is asking the user because an account is being
// forgotten, it waits for the answer, so that another account does not ask too. A user who does not unlock the keyring is not
// asked again: the function returns the keyring's error.
func (a *Accounts) Forgotten() func(context.Context) error {
	g, store := a.forgetting, a.app().Keyring
	return func(ctx context.Context) error {
		if g == nil || store.Probe(ctx) == nil {
			return nil
		}
		select {
		case <-g.ended:
			var failed *keyring.Error // without what was cancelled because of it
			if errors.As(g.err, &failed) && keyring.Hopeless(failed) {
				return failed
			}
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
