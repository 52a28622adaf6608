package views

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app"
	"accesskeys/client"
)

const createPause = time.Second

// keysPage is the Access Keys tab: the list, and what can be done with a key.
type keysPage struct {
	log     *slog.Logger
	tasks   *tasks
	toasts  *toasts
	dialogs *dialogs
	keys    *app.Keys

	copyText      func(string)        // puts text on the clipboard
	onLocked      func(id string)     // the key signed in with was disabled or deleted
	onShown       func(count int)     // the list was loaded
	onFocusLost   func()              // what had the focus is gone
	onVaultFailed func(error, string) // the keyring failed, and what that means

	view     *keysView
	list     *keyList
	working  map[string]bool // the keys with an action under way, from the key press on
	loading  bool
	creating bool
	resting  bool // for a moment after New, for a key held down is pressed again and again
	hides    int  // how often all secrets were hidden
	left     bool // the session is over: what is still to come is dropped
	loadedAt time.Time
	failure  error // why the last load failed
}

// newKeysPage is the tab of keys whose first load is under way: loaded ends it.
func newKeysPage(w *window, keys *app.Keys) *keysPage {
	p := &keysPage{log: w.Logger, tasks: w.tasks, toasts: w.toasts, dialogs: w.dialogs, keys: keys, copyText: w.copyText,
		onLocked: w.lockedOut, onShown: w.shown, onFocusLost: w.focusBack, onVaultFailed: w.tellKeyring,
		working: map[string]bool{}, loading: true}
	need := columnNeeds()
	p.list = newKeyList(need, w.tips)
	p.list.OnToggleSecret = p.toggleSecret
	p.list.OnCopySecret = p.copySecret
	p.list.OnCopyID = p.copyID
	p.list.OnToggleState = p.toggleState
	p.list.OnDelete = p.askDelete
	p.list.OnMenu = p.openMenu
	p.list.OnKey = w.typedKey
	p.list.OnShortcut = w.typedShortcut
	p.view = newKeysView(p.list, newHeader(need))
	p.view.create = newButton(lang.L("New"), buttonPrimary, p.create)
	p.view.create.Icon = theme.ContentAddIcon()
	p.view.reload = newIconButton(theme.ViewRefreshIcon(), lang.L("Reload"), w.tips, p.reload)
	p.view.retry = newButton(lang.L("Retry"), buttonDefault, p.reload)
	for _, b := range []*button{p.view.create, p.view.reload, p.view.retry} {
		b.OnKey = w.typedKey
	}
	keys.OnChange(func() { p.tasks.post(p.refresh) })
	keys.OnVaultTrouble(func(err error) { p.tasks.post(func() { p.vaultTrouble(err) }) })
	p.refresh()
	return p
}

// reload lists the keys again. What is on screen stays until the answer is there.
func (p *keysPage) reload() {
	if p.loading {
		return
	}
	p.loading = true
	p.refresh()
	act(p.tasks, p.keys.Load, p.loaded)
}

// loaded ends a load, the first or a later one.
func (p *keysPage) loaded(err error) {
	p.loading = false
	p.listed(err)
	if err != nil {
		p.log.Warn("loading the list", "error", err)
		return
	}
	p.onShown(len(p.list.keys))
	if p.view.retry.focused {
		p.onFocusLost()
	}
}

// listed takes note of how an attempt to list the keys went.
func (p *keysPage) listed(err error) {
	p.failure = err
	if err == nil {
		p.loadedAt = time.Now()
	}
	p.refresh()
}

// hideSecrets masks every secret, and those that are still being fetched too.
func (p *keysPage) hideSecrets() {
	p.hides++
	p.list.HideAll()
}

// leave drops what the page holds, when the session is over.
func (p *keysPage) leave() {
	p.left = true
	p.hideSecrets()
}

func (p *keysPage) create() {
	if p.creating || p.resting {
		return
	}
	p.creating, p.resting = true, true
	p.refresh()
	run(p.tasks, p.keys.Create, func(ids []string, err error) {
		p.creating = false
		p.tasks.after(createPause, func() { p.resting = false })
		if err != nil {
			p.refresh()
			p.log.Warn("creating a key", "error", err)
			p.toasts.Error(notCreated(err))
			if client.KindOf(err) == client.KindUnconfirmed {
				p.reload()
			}
			return
		}
		p.listed(nil)
		p.list.Mark(ids)
		if len(ids) == 0 {
			p.toasts.Note(lang.L("The server made a key, but does not list it yet. Reload in a moment."))
		}
		for _, id := range ids {
			p.toasts.Done(lang.L("Created {{.ID}}", map[string]any{"ID": id}))
		}
	})
}

func (p *keysPage) toggleSecret(id string) {
	if !p.list.Secret(id).IsZero() {
		p.list.Reveal(id, client.Secret{})
		return
	}
	hides := p.hides
	p.withSecret(id, func(s client.Secret) {
		if p.hides == hides {
			p.list.Reveal(id, s)
		}
	})
}

func (p *keysPage) copySecret(id string) {
	copied := func(s client.Secret) {
		p.copyText(s.Reveal())
		p.toasts.Done(lang.L("Copied the secret of {{.ID}}", map[string]any{"ID": id}))
	}
	if s := p.list.Secret(id); !s.IsZero() {
		copied(s)
		return
	}
	p.withSecret(id, copied)
}

// withSecret fetches a secret and hands it on, then keeps it in the vault for the next time.
func (p *keysPage) withSecret(id string, use func(client.Secret)) {
	if k, ok := p.idle(id); !ok || !canReveal(k.State) {
		return
	}
	p.working[id] = true
	run(p.tasks, func(ctx context.Context) (app.Revealed, error) { return p.keys.Reveal(ctx, id) },
		func(r app.Revealed, err error) {
			delete(p.working, id)
			if p.left {
				return
			}
			if err != nil {
				p.failed(id, app.OpReveal, err)
				return
			}
			use(r.Secret)
			if !r.FromVault {
				p.keep(id, r.Secret)
			}
		})
}

func (p *keysPage) keep(id string, s client.Secret) {
	act(p.tasks, func(ctx context.Context) error {
		p.keys.Keep(ctx, id, s)
		return nil
	}, func(error) {})
}

func (p *keysPage) copyID(id string) {
	p.copyText(id)
	p.toasts.Done(lang.L("Copied the ID {{.ID}}", map[string]any{"ID": id}))
}

func (p *keysPage) toggleState(id string) {
	k, ok := p.idle(id)
	switch {
	case !ok:
	case k.State == client.StateEnabled:
		p.askDisable(id)
	case k.State == client.StateDisabled:
		p.enable(id)
	}
}

func (p *keysPage) enable(id string) {
	p.mutate(id, app.OpEnable, p.keys.Enable)
}

func (p *keysPage) askDisable(id string) {
	k, ok := p.idle(id)
	if !ok || k.State != client.StateEnabled {
		return
	}
	p.dialogs.Ask(confirmDisable(k, func() { p.mutate(id, app.OpDisable, p.keys.Disable) }))
}

func (p *keysPage) askDelete(id string) {
	k, ok := p.idle(id)
	if !ok || !canDelete(k.State) {
		return
	}
	p.dialogs.Ask(confirmDelete(k, func() { p.mutate(id, app.OpDelete, p.keys.Delete) }))
}

// idle is a key that is listed and not being worked on.
func (p *keysPage) idle(id string) (app.Key, bool) {
	k, ok := p.list.Key(id)
	return k, ok && k.Busy == "" && !p.working[id]
}

// mutate changes one key, and says how it went.
func (p *keysPage) mutate(id string, op app.Operation, change func(context.Context, string) error) {
	if p.working[id] {
		return
	}
	p.working[id] = true
	act(p.tasks, func(ctx context.Context) error { return change(ctx, id) }, func(err error) {
		delete(p.working, id)
		p.refresh()
		if err != nil {
			p.failed(id, op, err)
			return
		}
		p.toasts.Done(outcome(op, id))
		if k, ok := p.keys.Find(id); ok && k.Own && k.State != client.StateEnabled {
			p.onLocked(id)
		}
	})
}

// failed says what was not done with a key, or may not have been; then the list is read again.
func (p *keysPage) failed(id string, op app.Operation, err error) {
	p.log.Warn("working on a key", "operation", op, "key", id, "error", err)
	p.toasts.Error(failure(op, id, err))
	if op != app.OpReveal && uncertain(err) || client.KindOf(err) == client.KindNotFound {
		p.reload()
	}
}

func (p *keysPage) vaultTrouble(err error) {
	p.onVaultFailed(err, lang.L("Secrets can still be shown and copied."))
}

func (p *keysPage) openMenu(id string, at fyne.Position) {
	if k, ok := p.list.Key(id); ok {
		p.dialogs.Menu(p.rowMenu(k), at)
	}
}

// refresh makes the view show what the application knows.
func (p *keysPage) refresh() {
	p.list.SetKeys(p.keys.All())
	p.view.Show(keysState{
		Loaded:   p.keys.Loaded(),
		Loading:  p.loading,
		Creating: p.creating,
		Count:    len(p.list.keys),
		LoadedAt: p.loadedAt,
		Failure:  p.failure,
	})
}
