package views

import (
	"log/slog"
	"time"

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
