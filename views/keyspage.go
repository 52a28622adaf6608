package views

import (
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// keysPage is the Access Keys tab: the list, and what can be done with a key.
type keysPage struct {
	win   *pageWindow
	host  keysHost
	log   *slog.Logger
	tasks *background.Tasks // end with the session
	keys  *app.Keys
	guard *copied // looks after secrets on the clipboard

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

// keysHost is what the tab needs of the window.
type keysHost interface {
	covered() bool  // the window is locked
	hasFocus() bool // the window has the keyboard
	privacy() app.Privacy
	table() app.Table

	shown(count int)                       // a list was loaded
	refreshed()                            // one was loaded without being asked for
	keepList()                             // there is a list to keep for the next start
	tellCertificate(err error)             // why there is no current list; nil when there is one
	lookAt(*client.Certificate)            // at one that was not accepted
	ownKeyGone(app.Key)                    // the key signed in with was disabled or deleted
	rejected(err error)                    // the server does not accept the key signed in with
	tellKeyring(err error, meaning string) // the keyring failed, and what that means
	reloadKeys()                           // something was changed after the session had been left
	setTable(app.Table)                    // the table is to be shown in another way
	watchFocus()                           // a secret is on screen
	scrub()                                // one is not any more
	focusBack()                            // what had the focus is gone
}

// newKeysPage is the tab of keys whose first load is under way: loaded ends it. tasks end with the session. jitter
// spreads the pauses between two attempts to reach the server.
func newKeysPage(win *pageWindow, host keysHost, log *slog.Logger, keys *app.Keys, tasks *background.Tasks, guard *copied, jitter func(time.Duration) time.Duration) *keysPage {
	p := &keysPage{win: win, host: host, log: log, tasks: tasks, keys: keys, guard: guard, unknown: map[string]string{},
		working: map[string]bool{}, fetching: map[string][]func(client.Secret){}, hiding: map[string]func(){}, loading: true}
	p.refresher = p.newRefresher(jitter)
	p.build()
	keys.OnChange(func() { p.tasks.Post(p.changed) })
	keys.OnSettled(func(s app.Settled) { p.tasks.Post(func() { p.settled(s) }) })
	keys.OnVaultTrouble(func(err error) { p.tasks.Post(func() { p.vaultTrouble(err) }) })
	keys.OnDoubt(func(d app.Doubt) { p.tasks.Post(func() { p.win.Toasts.Note(words.Doubted(d)) }) })
	p.refresh()
	p.refresher.beat()
	if p.view.state.Loaded && !keys.Loaded() {
		p.log.Info("kept list on screen", "count", len(p.list.Keys))
	}
	return p
}

func (p *keysPage) newRefresher(jitter func(time.Duration) time.Duration) *refresher {
	r := newRefresher(p.tasks)
	r.jitter = jitter
	r.offline = func() bool { return p.keys.Freshness().Offline() }
	r.looked = func() bool { return p.host.hasFocus() }
	r.refresh, r.onBeat = p.reloadQuietly, p.showState
	return r
}

// build makes the tab's widgets, which nothing else may hold on to: they are made anew in another language.
func (p *keysPage) build() {
	p.look = keytable.NewLayout(p.host.table())
	p.list = keytable.NewList(p.look, p.win.Tips)
	p.list.OnToggleSecret = p.toggleSecret
	p.list.OnCopySecret = p.copySecret
	p.list.OnCopyID = p.copyID
	p.list.OnDetails = p.showDetails
	p.list.OnToggleState = p.toggleState
	p.list.OnDelete = p.askDelete
	p.list.OnToggleStates = p.toggleStates
	p.list.OnDeleteAll = func(ids []string) { p.batch(app.OpDelete, ids) }
	p.list.OnMenu = p.openMenu
	p.list.OnUsed = p.win.OnUsed
	p.list.OnKey = p.win.OnKey
	p.list.OnShortcut = p.win.OnShortcut
	p.view = newKeysView(p.list, p.newHeader(), p.win.Tips)
	p.wireToolbar()
	p.wireSelection()
}

// makeAnew makes the tab's widgets anew. What is looked for, the selection and the scroll place stay.
func (p *keysPage) makeAnew() {
	before := p.list
	p.build()
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
	if p.host.covered() {
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
		p.host.refreshed()
	default:
		p.host.shown(len(p.list.Keys))
	}
	p.host.keepList()
	if slices.ContainsFunc(again, func(b *control.Button) bool { return b.Focused }) {
		p.host.focusBack()
	}
}

// notListed says why there is no new list. A key that is not accepted needs another sign-in.
func (p *keysPage) notListed(err error, quiet bool) {
	p.log.Warn("loading the list", "reason", words.Reason(err))
	switch {
	case client.KindOf(err) == client.KindUnauthorized:
		p.win.Toasts.Withdraw(p.notRead)
		p.host.rejected(err)
	case p.keys.Loaded() && !quiet:
		p.win.Toasts.Withdraw(p.notRead)
		p.notRead = words.Sentences(lang.L("The list could not be reloaded."), words.Explain(err))
		p.win.Toasts.Error(p.notRead)
	}
}

// changed shows that the list has changed.
func (p *keysPage) changed() {
	p.refresh()
	p.host.keepList()
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
		p.host.scrub()
	}
	p.deleted = found.Deleted
	p.view.Show(p.state())
}

// object is the tab's content.
func (p *keysPage) object() fyne.CanvasObject { return p.view.object }

// looked is for when the window gets the keyboard.
func (p *keysPage) looked() { p.refresher.Looked() }

// fold has the tab use the room at its edges, or not.
func (p *keysPage) fold(on bool) { p.view.folded = on }
