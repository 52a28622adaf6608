package keyspage

import (
	"context"
	"errors"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// secretUse is what to do with a secret once it has arrived, and how to record that in the history.
type secretUse struct {
	action history.Action
	format string
	do     func(client.Secret)
}

// withSecret fetches a secret, passes it to use, and then keeps it in the vault for the next time. A second use of a
// secret that is already being fetched waits for the same answer.
func (s *secretActions) withSecret(id string, use secretUse) {
	if uses, ok := s.waiting[id]; ok {
		s.waiting[id] = append(uses, use)
		return
	}
	work, ok := s.beginReveal(id)
	if !ok {
		return
	}
	s.about(keys.OpReveal, id).WithdrawFailure()
	s.waiting[id] = []secretUse{use}
	background.Go(s.tasks.Stoppable(), work.Reveal,
		func(r keys.Revealed, err error) {
			uses := s.waiting[id]
			delete(s.waiting, id)
			if err != nil {
				for _, use := range uses {
					record(s.scope, id, use.action, use.format, err)
				}
				if !errors.Is(err, context.Canceled) { // the user canceled it
					s.outcomes.tellFailed(id, keys.OpReveal, err)
				}
				s.actions.status.show() // this may have shown that the server gives no secrets
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

// beginReveal marks a key busy so that its secret can be fetched. If it cannot be fetched, it tells the user why.
func (s *secretActions) beginReveal(id string) (*keys.Work, bool) {
	k, ok := s.actions.readyKey(id)
	if !ok {
		return nil, false
	}
	if why := words.NoSecret(k.State); why != "" {
		s.win.Toasts.Hint(why)
		return nil, false
	}
	work, err := s.keys.Begin(keys.OpReveal, id)
	if err != nil && !errors.Is(err, keys.ErrBusy) {
		s.outcomes.tellFailed(id, keys.OpReveal, err)
	}
	return work, err == nil
}

func (s *secretActions) keep(id string, r keys.Revealed) {
	background.GoPrompt(s.tasks, func(ctx context.Context) error {
		s.keys.Keep(ctx, id, r)
		return nil
	}, func() { s.vaultTrouble(&keyring.Error{Kind: keyring.Timeout}) }, func(error) {})
}
