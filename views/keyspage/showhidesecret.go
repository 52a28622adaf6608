package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/clipboardguard"
)

// secretActions shows, copies and hides secrets.
type secretActions struct {
	*scope
	display       *display
	actions       *keyActions
	outcomes      *outcomes
	guard         *clipboardguard.Guard // clears a copied secret
	waiting       map[string]*fetch     // the secrets that are being fetched, by key ID
	missed        map[string]bool       // whether a secret could not be fetched because the server was away, by key ID
	stopHideTimer map[string]func()     // stops the timer that will hide a secret, by key ID
	makeRoom      func(id string)       // is called before a secret is fetched to be shown in the row of a key
}

func newSecretActions(s *scope, guard *clipboardguard.Guard, a *keyActions) *secretActions {
	made := &secretActions{scope: s, display: a.display, actions: a, outcomes: a.outcomes, guard: guard,
		waiting: map[string]*fetch{}, missed: map[string]bool{}, stopHideTimer: map[string]func(){}}
	guard.OnDrop = func() { made.drop(history.Copy, "") }
	return made
}

func (s *secretActions) toggle(id string) {
	if !s.display.list.Secrets.Of(id).IsZero() {
		s.hide(id)
		return
	}
	if s.canCancel(id) {
		s.waiting[id].cancel()
		return
	}
	if !s.display.layout.Table.Shows(settings.ColumnSecret) {
		s.win.Toasts.Hint(lang.L("The secret column is hidden. Turn it on in Column Settings, or copy the secret."))
		return
	}
	s.makeRoom(id)
	s.withSecret(id, secretUse{action: history.Show, do: func(secret client.Secret) {
		s.show(id, secret)
		record(s.scope, id, history.Show, "", nil)
	}})
}

// hideAll masks every secret, including those that are still being fetched.
func (s *secretActions) hideAll() {
	s.drop(history.Show, "")
	s.hideShown()
}

// hideShown masks every secret that is shown.
func (s *secretActions) hideShown() {
	if s.display.list.Secrets.Count() == 0 {
		return
	}
	for id := range s.stopHideTimer {
		s.stopHiding(id)
	}
	s.display.list.Secrets.HideAll()
	s.host.Scrub()
}

// show shows a secret for as long as the user has chosen.
func (s *secretActions) show(id string, secret client.Secret) {
	s.stopHiding(id)
	s.display.list.Secrets.Show(id, secret)
	s.hideAfterTime(id)
	s.host.WatchFocus()
}

// hide masks a secret.
func (s *secretActions) hide(id string) {
	s.stopHiding(id)
	s.display.list.Secrets.Show(id, client.Secret{})
	s.host.Scrub()
}
