package keyspage

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/background"
)

// secretActions shows, copies and hides secrets.
type secretActions struct {
	*scope
	display  *display
	actions  *keyActions
	outcomes *outcomes
	guard    *clipboardguard.Guard  // clears a copied secret
	waiting  map[string][]secretUse // what waits for a secret, by key ID
	hiding   map[string]func()      // stops what will hide a secret, by key ID
	hides    int                    // how often all secrets were hidden
}

// secretUse is what is done with a secret once it is there.
type secretUse struct {
	action history.Action
	format string
	do     func(client.Secret)
}

func newSecretActions(s *scope, guard *clipboardguard.Guard, a *keyActions) *secretActions {
	return &secretActions{scope: s, display: a.display, actions: a, outcomes: a.outcomes, guard: guard,
		waiting: map[string][]secretUse{}, hiding: map[string]func(){}}
}

func (s *secretActions) toggle(id string) {
	if !s.display.list.Secrets.Of(id).IsZero() {
		s.hide(id)
		return
	}
	if !s.display.layout.Table.Shows(settings.ColumnSecret) {
		s.win.Toasts.Hint(lang.L("The secret column is hidden. Turn it on in Column Settings, or copy the secret."))
		return
	}
	hides := s.hides
	s.withSecret(id, secretUse{action: history.Show, do: func(secret client.Secret) {
		if s.hides == hides {
			s.show(id, secret)
			record(s.scope, id, history.Show, "", nil)
		}
	}})
}

func (s *secretActions) copySecret(id string) {
	s.forClipboard(id, history.FormatSecret, func(secret client.Secret) {
		s.guard.Copy(secret, s.host.Privacy().ClearClipboard, func(err error) { s.tellCopied(id, err) })
	})
}

// forClipboard hands on a secret to be copied, unless the clipboard was to be cleared meanwhile, as locking does, too.
func (s *secretActions) forClipboard(id, format string, copied func(client.Secret)) {
	clears := s.guard.Clears
	use := func(secret client.Secret) {
		if s.guard.Clears == clears {
			copied(secret)
		}
	}
	if secret := s.display.list.Secrets.Of(id); !secret.IsZero() {
		use(secret)
		return
	}
	s.withSecret(id, secretUse{action: history.Copy, format: format, do: use})
}

// tellCopied says whether a secret was copied.
func (s *secretActions) tellCopied(id string, err error) {
	record(s.scope, id, history.Copy, history.FormatSecret, err)
	key := map[string]any{"ID": s.labels.named(id)}
	if err != nil {
		s.win.Copied().Error(lang.L("The secret of {{.ID}} couldn't be copied. Try again.", key))
		return
	}
	s.win.Copied().Done(lang.L("Copied the secret of {{.ID}}", key))
}

// withSecret fetches a secret and hands it on, then keeps it in the vault for the next time. A second use of a
// secret that is being fetched waits for the same answer.
func (s *secretActions) withSecret(id string, use secretUse) {
	if uses, ok := s.waiting[id]; ok {
		s.waiting[id] = append(uses, use)
		return
	}
	work, ok := s.begin(id)
	if !ok {
		return
	}
	s.waiting[id] = []secretUse{use}
	background.Go(s.tasks.Stoppable(), work.Reveal,
		func(r keys.Revealed, err error) {
			uses := s.waiting[id]
			delete(s.waiting, id)
			if err != nil {
				for _, use := range uses {
					record(s.scope, id, use.action, use.format, err)
				}
				if !errors.Is(err, context.Canceled) { // which the user wanted
					s.outcomes.failed(id, keys.OpReveal, err)
				}
				s.actions.status.show() // the server may be known now to give no secrets
				return
			}
			s.about(keys.OpReveal, id).Withdraw()
			for _, use := range uses {
				use.do(r.Secret)
			}
			if !r.FromVault {
				s.keep(id, r)
			}
		})
}

// begin marks a key whose secret can be fetched busy. Where it cannot, that is said.
func (s *secretActions) begin(id string) (*keys.Work, bool) {
	k, ok := s.actions.ready(id)
	if !ok || s.actions.unreadable(k) {
		return nil, false
	}
	if !keys.CanReveal(k.State) {
		s.win.Toasts.Hint(lang.L("A deleted key no longer has a secret."))
		return nil, false
	}
	work, err := s.keys.Begin(keys.OpReveal, id)
	if err != nil && !errors.Is(err, keys.ErrBusy) {
		s.outcomes.failed(id, keys.OpReveal, err)
	}
	return work, err == nil
}

func (s *secretActions) keep(id string, r keys.Revealed) {
	background.GoPrompt(s.tasks, func(ctx context.Context) error {
		s.keys.Keep(ctx, id, r)
		return nil
	}, func() { s.vaultTrouble(&keyring.Error{Kind: keyring.Timeout}) }, func(error) {})
}

func (s *secretActions) vaultTrouble(err error) {
	meaning := lang.L("Secrets can still be shown and copied.")
	switch offline := s.keys.Freshness().Offline(); {
	case offline && keyring.KindOf(err) == keyring.Missing:
		meaning = lang.L("Secrets can be shown when you're online.")
	case offline:
		meaning = lang.L("Only secrets that are in the keyring can be shown.")
	}
	s.host.TellKeyring(err, meaning)
}
