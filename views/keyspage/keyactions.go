package keyspage

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

func (p *Page) toggleSecret(id string) {
	if !p.List.Secret(id).IsZero() {
		p.hide(id)
		return
	}
	if !p.Look.Table.Shows(settings.ColumnSecret) {
		p.win.Toasts.Hint(lang.L("The column for secrets is left out. Have it back in Column Settings, or copy the secret unseen."))
		return
	}
	hides := p.hides
	p.withSecret(id, func(s client.Secret) {
		if p.hides == hides {
			p.show(id, s)
		}
	})
}

func (p *Page) CopySecret(id string) {
	clears := p.guard.Clears
	copySecret := func(s client.Secret) {
		if p.guard.Clears == clears { // as locking does, too
			p.guard.Copy(s, p.Host.Privacy().ClearClipboard, func(err error) { p.told(id, err) })
		}
	}
	if s := p.List.Secret(id); !s.IsZero() {
		copySecret(s)
		return
	}
	p.withSecret(id, copySecret)
}

// told says whether a secret was copied.
func (p *Page) told(id string, err error) {
	key := map[string]any{"ID": id}
	if err != nil {
		p.win.Toasts.Error(lang.L("The secret of {{.ID}} was not copied: the clipboard did not take it. Try again.", key))
		return
	}
	p.win.Toasts.Done(lang.L("Copied the secret of {{.ID}}", key))
}

// withSecret fetches a secret and hands it on, then keeps it in the vault for the next time. Whoever wants
// one that is being fetched waits for the same answer.
func (p *Page) withSecret(id string, use func(client.Secret)) {
	if uses, ok := p.fetching[id]; ok {
		p.fetching[id] = append(uses, use)
		return
	}
	k, ok := p.idle(id)
	if !ok || p.unreadable(k) {
		return
	}
	if !words.CanReveal(k.State) {
		p.win.Toasts.Hint(lang.L("A deleted key has no secret any more."))
		return
	}
	p.fetching[id] = []func(client.Secret){use}
	background.Go(p.tasks, func(ctx context.Context) (keys.Revealed, error) { return p.Keys.Reveal(ctx, id) },
		func(r keys.Revealed, err error) {
			uses := p.fetching[id]
			delete(p.fetching, id)
			if err != nil {
				p.failed(id, keys.OpReveal, err)
				return
			}
			for _, use := range uses {
				use(r.Secret)
			}
			if !r.FromVault {
				p.keep(id, r)
			}
		})
}

func (p *Page) keep(id string, r keys.Revealed) {
	background.GoPrompt(p.tasks, func(ctx context.Context) error {
		p.Keys.Keep(ctx, id, r)
		return nil
	}, func() { p.vaultTrouble(&keyring.Error{Kind: keyring.Timeout}) }, func(error) {})
}

func (p *Page) CopyID(id string) {
	p.win.CopyText(id)
	p.win.Toasts.Done(lang.L("Copied the ID {{.ID}}", map[string]any{"ID": id}))
}

func (p *Page) ToggleState(id string) {
	k, ok := p.free(id)
	switch {
	case !ok:
	case k.State == client.StateEnabled:
		p.AskDisable(id)
	case k.State == client.StateDisabled:
		p.Enable(id)
	default:
		p.win.Toasts.Hint(lang.L("Only an enabled key can be disabled, and only a disabled one enabled."))
	}
}

func (p *Page) Enable(id string) {
	if _, ok := p.free(id); ok {
		p.mutate(id, keys.OpEnable, func(ctx context.Context) error { return p.Keys.Do(ctx, keys.OpEnable, id) })
	}
}

func (p *Page) AskDisable(id string) {
	if k, ok := p.free(id); ok && k.State == client.StateEnabled && p.MayChange() {
		p.askAbout(keys.OpDisable, k, ConfirmDisable)
	}
}

func (p *Page) AskDelete(id string) {
	k, ok := p.free(id)
	if !ok {
		return
	}
	if !words.CanDelete(k.State) {
		p.win.Toasts.Hint(lang.L("This key is deleted already."))
		return
	}
	if p.MayChange() {
		p.askAbout(keys.OpDelete, k, ConfirmDelete)
	}
}

// idle is a key that is listed and not being worked on.
func (p *Page) idle(id string) (keys.Key, bool) {
	k, ok := p.List.Key(id)
	return k, ok && k.Busy == "" && !p.Working[id] && p.fetching[id] == nil
}

// unreadable reports whether what the server says of a key was not understood, and says so.
func (p *Page) unreadable(k keys.Key) bool {
	if k.State != client.StateUnreadable {
		return false
	}
	p.win.Toasts.Hint(words.Explain(keys.ErrUnreadable))
	return true
}

// free is an idle key that may be changed. Where it may not, that is said.
func (p *Page) free(id string) (keys.Key, bool) {
	k, ok := p.idle(id)
	if ok && k.Pending != "" {
		p.win.Toasts.Hint(words.Explain(keys.ErrPending))
		return k, false
	}
	return k, ok && !p.unreadable(k)
}

// mutate changes one key, and says how it went. Neither logging out nor quitting cuts it off.
func (p *Page) mutate(id string, op keys.Operation, change func(context.Context) error) {
	if p.Working[id] {
		return
	}
	if why := whyReadOnly(p.Keys.Freshness()); why != "" {
		p.win.Toasts.Error(words.Sentences(words.NotDone(op, map[string]any{"ID": id}), why))
		return
	}
	p.Working[id] = true
	background.GoVitalErr(p.win.Tasks, p.tasks.Limit, change, func(err error) {
		delete(p.Working, id)
		switch {
		case p.left():
			p.toldLate(id, op, err)
		case err != nil:
			p.refresh()
			p.failed(id, op, err)
		default:
			p.refresh()
			p.log.Info("changed a key", "operation", op, "key", id)
			p.win.Toasts.Done(words.Outcome(op, id))
			p.tellOwnKeyGone(id)
		}
	})
}

// tellOwnKeyGone tells of a key that was changed, if the app is signed in with it and no longer let in. It
// reports whether that is so.
func (p *Page) tellOwnKeyGone(id string) bool {
	k, ok := p.Keys.Find(id)
	gone := ok && k.Own && k.State != client.StateEnabled
	if gone {
		p.Host.OwnKeyGone(k)
	}
	return gone
}

// failed says what was not done with a key, or may not have been; then the list is read again, if it may
// not be right.
func (p *Page) failed(id string, op keys.Operation, err error) {
	p.log.Warn("working on a key", "operation", op, "key", id, "reason", words.Reason(err))
	if keys.Uncertain(err) {
		p.sayUnknown(id, words.Failure(op, id, err))
	} else {
		p.win.Toasts.Error(words.Failure(op, id, err))
	}
	if outdates(err) || keys.Offline(err) || errors.Is(err, keys.ErrNotKept) {
		p.reloadQuietly()
	}
}

// outdates tells whether an error shows that the list may not be right, or the session at its end.
func outdates(err error) bool {
	var lost *keys.LostError
	var changed *keys.ChangedError
	var unchecked *keys.UncheckedError
	kind := client.KindOf(err)
	return errors.As(err, &lost) || errors.As(err, &changed) || kind == client.KindNotFound ||
		errors.As(err, &unchecked) && kind == client.KindUnauthorized
}

func (p *Page) vaultTrouble(err error) {
	meaning := lang.L("Secrets can still be shown and copied.")
	if p.Keys.Freshness().Offline() {
		meaning = lang.L("Until the server is there, secrets that the keyring does not give cannot be shown.")
	}
	p.Host.TellKeyring(err, meaning)
}

// OpenMenu opens the menu of a key, or of all that are selected where it is one of them.
func (p *Page) OpenMenu(id string, at fyne.Position) {
	if p.List.Count() > 1 && p.List.Selects(id) {
		p.win.Dialogs.Menu(p.selectionMenu(p.List.Selected()), at)
		return
	}
	p.List.Choose(id, 0)
	if k, ok := p.List.Key(id); ok {
		p.win.Dialogs.Menu(p.RowMenu(k), at)
	}
}
