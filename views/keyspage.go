package views

import (
	"log/slog"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// keysPage is the Access Keys tab: the list, and what can be done with a key.
type keysPage struct {
	log     *slog.Logger
	tasks   *background.Tasks // end with the session
	lasting *background.Tasks // do not
	toasts  *toast.Toasts
	dialogs *dialog.Dialogs
	keys    *app.Keys

	copyText      func(string) // puts text on the clipboard
	copied        *copied      // looks after secrets there
	privacy       func() app.Privacy
	onRevealed    func()                    // a secret is on screen
	onHidden      func()                    // one is not any more
	covered       func() bool               // the window is locked
	onOwnKeyGone  func(app.Key)             // the key signed in with was disabled or deleted
	onRejected    func(error)               // the server does not accept the key signed in with
	onShown       func(count int)           // the list was loaded
	onRefreshed   func()                    // it was by itself
	onListed      func()                    // there is a list to keep
	onFocusLost   func()                    // what had the focus is gone
	onVaultFailed func(error, string)       // the keyring failed, and what that means
	onLate        func()                    // something was changed after the session had been left
	onTable       func(app.Table)           // the table is to be shown in another way
	onFailure     func(error)               // why there is no list of now; nil when there is one
	onLook        func(*client.Certificate) // at one that was not accepted

	view     *keysView
	list     *keytable.List
	look     *keytable.Layout
	all      []app.Key // of which the list shows those that are looked for
	deleted  int       // more of them would be shown, were the deleted not hidden
	find     app.Find
	working  map[string]bool                  // the keys with an action under way, from the key press on
	fetching map[string][]func(client.Secret) // who waits for a secret, by key ID
	unknown  map[string]string                // what was said of outcomes that are not known, by key ID; "" is a new key
	asked    *asked                           // the last question about a key
	batchRun *batchRun                        // what is being done to several keys; nil when nothing is
	loading  bool
	quiet    bool   // nobody has asked for what is being loaded
	lost     bool   // the person knows that the server cannot be reached
	notRead  string // what was said of a reload that failed
	hinted   string // what was said of nothing being changed
	creating bool
	hiding   map[string]func() // stops what will hide a secret, by key ID
	resting  func()            // ends the rest after New early; nil when New may be pressed
	hides    int               // how often all secrets were hidden

	refresher *refresher
}

// newKeysPage is the tab of keys whose first load is under way: loaded ends it.
func newKeysPage(w *window, keys *app.Keys) *keysPage {
	p := &keysPage{log: w.Logger, tasks: w.during, lasting: w.tasks, onLate: w.reloadKeys, unknown: map[string]string{}, toasts: w.toasts, dialogs: w.dialogs, keys: keys, copyText: w.copyText,
		onOwnKeyGone: w.ownKeyGone, onRejected: w.rejected, onShown: w.shown, onFocusLost: w.focusBack, onVaultFailed: w.tellKeyring,
		copied: w.copied, privacy: func() app.Privacy { return w.App.Settings().Privacy }, onRevealed: w.watchFocus, onHidden: w.scrub, covered: w.covered,
		working: map[string]bool{}, fetching: map[string][]func(client.Secret){}, hiding: map[string]func(){}, loading: true, onTable: w.setTable, onRefreshed: w.refreshed, onListed: w.keepList,
		onFailure: w.tellCertificate, onLook: w.lookAt}
	p.refresher = p.newRefresher(w)
	p.build(w)
	keys.OnChange(func() { p.tasks.Post(p.changed) })
	keys.OnSettled(func(s app.Settled) { p.tasks.Post(func() { p.settled(s) }) })
	keys.OnVaultTrouble(func(err error) { p.tasks.Post(func() { p.vaultTrouble(err) }) })
	keys.OnDoubt(func(d app.Doubt) { p.tasks.Post(func() { p.toasts.Note(words.Doubted(d)) }) })
	p.refresh()
	p.refresher.beat()
	if p.view.state.Loaded && !keys.Loaded() {
		p.log.Info("kept list on screen", "count", len(p.list.Keys))
	}
	return p
}

func (p *keysPage) newRefresher(w *window) *refresher {
	r := newRefresher(p.tasks)
	r.jitter = w.jitter
	r.offline = func() bool { return p.keys.Freshness().Offline() }
	r.looked = func() bool { return !w.unfocused }
	r.refresh, r.onBeat = p.reloadQuietly, p.showState
	return r
}

// build makes the tab's widgets, which nothing else may hold on to: they are made anew in another language.
func (p *keysPage) build(w *window) {
	p.look = keytable.NewLayout(w.App.Settings().Table)
	p.list = keytable.NewList(p.look, w.tips)
	p.list.OnToggleSecret = p.toggleSecret
	p.list.OnCopySecret = p.copySecret
	p.list.OnCopyID = p.copyID
	p.list.OnDetails = p.showDetails
	p.list.OnToggleState = p.toggleState
	p.list.OnDelete = p.askDelete
	p.list.OnToggleStates = p.toggleStates
	p.list.OnDeleteAll = func(ids []string) { p.batch(app.OpDelete, ids) }
	p.list.OnMenu = p.openMenu
	p.list.OnUsed = w.idle.Active
	p.list.OnKey = w.typedKey
	p.list.OnShortcut = w.typedShortcut
	p.view = newKeysView(p.list, p.newHeader(w), w.tips)
	p.wireToolbar(w)
	p.wireSelection(w)
}

// makeAnew makes the tab's widgets anew. What is looked for, the selection and the scroll place stay.
func (p *keysPage) makeAnew(w *window) {
	before := p.list
	p.build(w)
	p.list.ContinueFrom(before)
	p.refresh()
}

// reload lists the keys again. What is on screen stays until the answer is there.
func (p *keysPage) reload() { p.load(false) }

// reloadQuietly is reload when nobody has asked for it: as long as it changes nothing, nothing is seen of it.
func (p *keysPage) reloadQuietly() {
	if p.batchRun == nil || p.batchRun.result != nil { // a batch reads the list by itself
		p.load(true)
	}
}

func (p *keysPage) load(quiet bool) {
	if p.covered() {
		return
	}
	p.quiet = quiet && (p.quiet || !p.loading)
	if !p.loading {
		p.loading = true
		background.GoErr(p.tasks, p.keys.Load, p.loaded)
	}
	p.showState()
}

// loaded ends a load, the first or a later one.
func (p *keysPage) loaded(err error) {
	quiet := p.quiet
	p.loading, p.quiet = false, false
	again := []*control.Button{p.view.retry, p.view.bar.again}
	p.refresher.Done()
	switch {
	case err != nil:
		p.notListed(err, quiet)
		return
	case quiet:
		p.onRefreshed()
	default:
		p.onShown(len(p.list.Keys))
	}
	p.onListed()
	if slices.ContainsFunc(again, func(b *control.Button) bool { return b.Focused }) {
		p.onFocusLost()
	}
}

// notListed says why there is no new list. A key that is not accepted needs another sign-in.
func (p *keysPage) notListed(err error, quiet bool) {
	p.log.Warn("loading the list", "reason", words.Reason(err))
	switch {
	case client.KindOf(err) == client.KindUnauthorized:
		p.toasts.Withdraw(p.notRead)
		p.onRejected(err)
	case p.keys.Loaded() && !quiet:
		p.toasts.Withdraw(p.notRead)
		p.notRead = words.Sentences(lang.L("The list could not be reloaded."), words.Explain(err))
		p.toasts.Error(p.notRead)
	}
}

// changed shows that the list has changed.
func (p *keysPage) changed() {
	p.refresh()
	p.onListed()
}

// refresh makes the view show what the application knows.
func (p *keysPage) refresh() {
	p.all = p.keys.All()
	p.arrange()
	p.recheckAsked()
}

// arrange shows of the keys what is looked for, in the order asked for.
func (p *keysPage) arrange() {
	found := app.Arrange(p.all, p.look.Table, p.find, words.StateName)
	revealed := p.list.Reveals()
	p.list.SetKeys(found.Keys)
	if p.list.Reveals() < revealed {
		p.onHidden()
	}
	p.deleted = found.Deleted
	p.view.Show(p.state())
}
