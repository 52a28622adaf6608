package keyspage

import (
	"context"
	"errors"
	"maps"
	"slices"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// secretUse is what to do with a secret once it has arrived, and how to record that in the history.
type secretUse struct {
	action history.Action
	format string
	do     func(client.Secret)
}

// fetch is the fetching of one secret.
type fetch struct {
	uses      []secretUse
	stop      context.CancelFunc
	cancelled bool        // by the user, or since it is of no use any more
	next      []secretUse // uses that were asked for after that
}

// add adds a use. It takes the place of one that does the same, so that each is done and recorded once.
func (f *fetch) add(use secretUse) {
	uses := &f.uses
	if f.cancelled {
		uses = &f.next
	}
	*uses = slices.DeleteFunc(*uses, func(other secretUse) bool { return other.action == use.action && other.format == use.format })
	*uses = append(*uses, use)
}

// withSecret fetches a secret, passes it to use, and then keeps it in the vault for the next time. A second use of a
// secret that is already being fetched waits for the same answer.
func (s *secretActions) withSecret(id string, use secretUse) {
	if f, ok := s.waiting[id]; ok {
		f.add(use)
		return
	}
	work, ok := s.beginReveal(id)
	if !ok {
		return
	}
	s.about(keys.OpReveal, id).WithdrawFailure()
	f := &fetch{uses: []secretUse{use}}
	s.waiting[id] = f
	f.stop = background.Go(s.tasks.Stoppable(), work.Reveal, func(r keys.Revealed, err error) {
		delete(s.waiting, id)
		if f.cancelled {
			err = context.Canceled // even if the secret has just come
		}
		s.fetched(id, f.uses, r, err)
		for _, use := range f.next {
			s.withSecret(id, use)
		}
	})
}

// fetched does with a secret what the user wants, or tells why that cannot be done.
func (s *secretActions) fetched(id string, uses []secretUse, r keys.Revealed, err error) {
	if err != nil {
		for _, use := range uses {
			record(s.scope, id, use.action, use.format, err)
		}
		if errors.Is(err, context.Canceled) {
			s.host.Scrub()
		} else {
			s.missed[id] = errors.Is(err, keys.ErrNotKept) || keys.Offline(err)
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
}

// canCancel reports whether a press on Show cancels: the secret is being fetched to be shown, or the row says Cancel.
func (s *secretActions) canCancel(id string) bool {
	f, ok := s.waiting[id]
	if !ok {
		return false
	}
	uses := f.uses
	if f.cancelled {
		uses = f.next
	}
	shows := slices.ContainsFunc(uses, func(u secretUse) bool { return u.action == history.Show })
	return shows || len(uses) > 0 && keytable.SaysFetching(s.display.list, id)
}

// cancel ends the fetching of a secret, which is then neither shown nor copied.
func (f *fetch) cancel() {
	f.cancelled, f.next = true, nil
	f.stop()
}

// drop drops all uses of one kind, except of the secret of one key. It ends the fetching of secrets that are for no other use.
func (s *secretActions) drop(a history.Action, except string) {
	isFor := func(use secretUse) bool { return use.action == a }
	for id, f := range s.waiting {
		if id == except {
			continue
		}
		f.next = slices.DeleteFunc(f.next, isFor)
		if f.cancelled {
			continue // its uses are recorded as cancelled
		}
		if f.uses = slices.DeleteFunc(f.uses, isFor); len(f.uses) == 0 {
			f.cancel()
		}
	}
}

// cancelAll ends the fetching of all secrets, and reports whether there was any.
func (s *secretActions) cancelAll() bool {
	return s.cancelFetches(slices.Collect(maps.Keys(s.waiting))...)
}

// cancelFetches ends the fetching of the secrets of keys, and reports whether there was any.
func (s *secretActions) cancelFetches(ids ...string) bool {
	found := false
	for _, id := range ids {
		if f := s.waiting[id]; f != nil && (!f.cancelled || len(f.next) > 0) {
			f.cancel()
			found = true
		}
	}
	return found
}

// online takes back what was said of secrets that could not be fetched offline. They are not fetched now: they would come
// on screen, or take the place of what the user has copied meanwhile, without a press.
func (s *secretActions) online() {
	for id, offline := range s.missed {
		if offline {
			s.about(keys.OpReveal, id).WithdrawFailure()
		}
	}
	clear(s.missed)
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
		return s.keys.Keep(ctx, id, r)
	}, func() { s.vaultTrouble(&keyring.Error{Kind: keyring.Timeout}) }, func(err error) {
		if err == nil { // it has answered, even if late
			s.host.KeyringAnswered()
		}
	})
}
