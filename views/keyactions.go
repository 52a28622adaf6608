package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

func (p *keysPage) toggleSecret(id string) {
	if !p.list.Secret(id).IsZero() {
		p.hide(id)
		return
	}
	if !p.look.Table.Shows(app.ColumnSecret) {
		p.toasts.Hint(lang.L("The column for secrets is left out. Have it back in Column Settings, or copy the secret unseen."))
		return
	}
	hides := p.hides
	p.withSecret(id, func(s client.Secret) {
		if p.hides == hides {
			p.show(id, s)
		}
	})
}

func (p *keysPage) copySecret(id string) {
	clears := p.copied.clears
	copySecret := func(s client.Secret) {
		if p.copied.clears == clears { // as locking does, too
			p.copied.Copy(s, p.privacy().ClearClipboard, func(err error) { p.told(id, err) })
		}
	}
	if s := p.list.Secret(id); !s.IsZero() {
		copySecret(s)
		return
	}
	p.withSecret(id, copySecret)
}

// told says whether a secret was copied.
func (p *keysPage) told(id string, err error) {
	key := map[string]any{"ID": id}
	if err != nil {
		p.toasts.Error(lang.L("The secret of {{.ID}} was not copied: the clipboard did not take it. Try again.", key))
		return
	}
	p.toasts.Done(lang.L("Copied the secret of {{.ID}}", key))
}

// withSecret fetches a secret and hands it on, then keeps it in the vault for the next time. Whoever wants
// one that is being fetched waits for the same answer.
func (p *keysPage) withSecret(id string, use func(client.Secret)) {
	if uses, ok := p.fetching[id]; ok {
		p.fetching[id] = append(uses, use)
		return
	}
	k, ok := p.idle(id)
	if !ok || p.unreadable(k) {
		return
	}
	if !words.CanReveal(k.State) {
		p.toasts.Hint(lang.L("A deleted key has no secret any more."))
		return
	}
	p.fetching[id] = []func(client.Secret){use}
	background.Go(p.tasks, func(ctx context.Context) (app.Revealed, error) { return p.keys.Reveal(ctx, id) },
		func(r app.Revealed, err error) {
			uses := p.fetching[id]
			delete(p.fetching, id)
			if err != nil {
				p.failed(id, app.OpReveal, err)
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

func (p *keysPage) keep(id string, r app.Revealed) {
	background.GoPrompt(p.tasks, func(ctx context.Context) error {
		p.keys.Keep(ctx, id, r)
		return nil
	}, func() { p.vaultTrouble(&app.KeyringError{Kind: app.KeyringTimeout}) }, func(error) {})
}

func (p *keysPage) copyID(id string) {
	p.copyText(id)
	p.toasts.Done(lang.L("Copied the ID {{.ID}}", map[string]any{"ID": id}))
}

func (p *keysPage) toggleState(id string) {
	k, ok := p.free(id)
	switch {
	case !ok:
	case k.State == client.StateEnabled:
		p.askDisable(id)
	case k.State == client.StateDisabled:
		p.enable(id)
	default:
		p.toasts.Hint(lang.L("Only an enabled key can be disabled, and only a disabled one enabled."))
	}
}

func (p *keysPage) enable(id string) {
	if _, ok := p.free(id); ok {
		p.mutate(id, app.OpEnable, p.keys.Enable)
	}
}

func (p *keysPage) askDisable(id string) {
	if k, ok := p.free(id); ok && k.State == client.StateEnabled && p.mayChange() {
		p.askAbout(app.OpDisable, k, confirmDisable)
	}
}

func (p *keysPage) askDelete(id string) {
	k, ok := p.free(id)
	if !ok {
		return
	}
	if !words.CanDelete(k.State) {
		p.toasts.Hint(lang.L("This key is deleted already."))
		return
	}
	if p.mayChange() {
		p.askAbout(app.OpDelete, k, confirmDelete)
	}
}

// idle is a key that is listed and not being worked on.
func (p *keysPage) idle(id string) (app.Key, bool) {
	k, ok := p.list.Key(id)
	return k, ok && k.Busy == "" && !p.working[id] && p.fetching[id] == nil
}

// unreadable reports whether what the server says of a key was not understood, and says so.
func (p *keysPage) unreadable(k app.Key) bool {
	if k.State != client.StateUnreadable {
		return false
	}
	p.toasts.Hint(words.Explain(app.ErrUnreadable))
	return true
}

// free is an idle key that may be changed. Where it may not, that is said.
func (p *keysPage) free(id string) (app.Key, bool) {
	k, ok := p.idle(id)
	if ok && k.Pending != "" {
		p.toasts.Hint(words.Explain(app.ErrPending))
		return k, false
	}
	return k, ok && !p.unreadable(k)
}

// mutate changes one key, and says how it went. Neither logging out nor quitting cuts it off.
func (p *keysPage) mutate(id string, op app.Operation, change func(context.Context, string) error) {
	if p.working[id] {
		return
	}
	if why := whyReadOnly(p.keys.Freshness()); why != "" {
		p.toasts.Error(words.Sentences(words.NotDone(op, map[string]any{"ID": id}), why))
		return
	}
	p.working[id] = true
	background.GoVitalErr(p.lasting, p.tasks.Limit, func(ctx context.Context) error { return change(ctx, id) }, func(err error) {
		delete(p.working, id)
		switch {
		case p.left():
			p.toldLate(id, op, err)
		case err != nil:
			p.refresh()
			p.failed(id, op, err)
		default:
			p.refresh()
			p.log.Info("changed a key", "operation", op, "key", id)
			p.toasts.Done(words.Outcome(op, id))
			p.tellOwnKeyGone(id)
		}
	})
}

// tellOwnKeyGone tells of a key that was changed, if the app is signed in with it and no longer let in. It
// reports whether that is so.
func (p *keysPage) tellOwnKeyGone(id string) bool {
	k, ok := p.keys.Find(id)
	gone := ok && k.Own && k.State != client.StateEnabled
	if gone {
		p.onOwnKeyGone(k)
	}
	return gone
}

// failed says what was not done with a key, or may not have been; then the list is read again, if it may
// not be right.
func (p *keysPage) failed(id string, op app.Operation, err error) {
	p.log.Warn("working on a key", "operation", op, "key", id, "reason", words.Reason(err))
	if app.Uncertain(err) {
		p.sayUnknown(id, words.Failure(op, id, err))
	} else {
		p.toasts.Error(words.Failure(op, id, err))
	}
	if outdates(err) || app.Offline(err) || errors.Is(err, app.ErrNotKept) {
		p.reloadQuietly()
	}
}

// outdates tells whether an error shows that the list may not be right, or the session at its end.
func outdates(err error) bool {
	var lost *app.LostError
	var changed *app.ChangedError
	var unchecked *app.UncheckedError
	kind := client.KindOf(err)
	return errors.As(err, &lost) || errors.As(err, &changed) || kind == client.KindNotFound ||
		errors.As(err, &unchecked) && kind == client.KindUnauthorized
}

func (p *keysPage) vaultTrouble(err error) {
	meaning := lang.L("Secrets can still be shown and copied.")
	if p.keys.Freshness().Offline() {
		meaning = lang.L("Until the server is there, secrets that the keyring does not give cannot be shown.")
	}
	p.onVaultFailed(err, meaning)
}

// openMenu opens the menu of a key, or of all that are selected where it is one of them.
func (p *keysPage) openMenu(id string, at fyne.Position) {
	if p.list.Count() > 1 && p.list.Selects(id) {
		p.dialogs.Menu(p.selectionMenu(p.list.Selected()), at)
		return
	}
	p.list.Choose(id, 0)
	if k, ok := p.list.Key(id); ok {
		p.dialogs.Menu(p.rowMenu(k), at)
	}
}
