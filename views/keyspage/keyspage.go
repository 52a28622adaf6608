// Package keyspage is the Access Keys tab: it shows the list, starts what is done with a key, and says how that went.
package keyspage

import (
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Page is the Access Keys tab: the list, and what can be done with a key.
type Page struct {
	win   *page.Window
	Host  Host
	log   *slog.Logger
	tasks *background.Tasks // end with the session
	Keys  *keys.Keys
	guard *clipboardguard.Guard // looks after secrets on the clipboard

	View     *keysView
	List     *keytable.List
	Look     *keytable.Layout
	All      []keys.Key // of which the list shows those that are looked for
	deleted  int        // more of them would be shown, were the deleted not hidden
	find     keys.Find
	Working  map[string]bool                  // the keys with an action under way, from the key press on
	fetching map[string][]func(client.Secret) // who waits for a secret, by key ID
	unknown  map[string]string                // what was said of outcomes that are not known, by key ID; "" is a new key
	asked    *asked                           // the last question about a key
	BatchRun *batchRun                        // what is being done to several keys; nil when nothing is
	Loading  bool
	Quiet    bool   // nobody has asked for what is being loaded
	lost     bool   // the person knows that the server cannot be reached
	notRead  string // what was said of a reload that failed
	hinted   string // what was said of nothing being changed
	creating bool
	hiding   map[string]func() // stops what will hide a secret, by key ID
	resting  func()            // ends the rest after New early; nil when New may be pressed
	hides    int               // how often all secrets were hidden

	refresher *refresher
}

// Host is what the tab needs of the window.
type Host interface {
	Covered() bool  // the window is locked
	HasFocus() bool // the window has the keyboard
	Privacy() settings.Privacy
	Table() settings.Table

	Shown(count int)                       // a list was loaded
	Refreshed()                            // one was loaded without being asked for
	KeepList()                             // there is a list to keep for the next start
	TellCertificate(err error)             // why there is no current list; nil when there is one
	LookAt(*route.Certificate)             // at one that was not accepted
	OwnKeyGone(keys.Key)                   // the key signed in with was disabled or deleted
	Rejected(err error)                    // another sign-in is needed: the key is not accepted, or the API has moved
	TellKeyring(err error, meaning string) // the keyring failed, and what that means
	ReloadKeys()                           // something was changed after the session had been left
	SetTable(was, now settings.Table)      // the table is to be shown in another way
	WatchFocus()                           // a secret is on screen
	Scrub()                                // one is not any more
	FocusBack()                            // what had the focus is gone
}

// New is the tab of keys whose first load is under way: loaded ends it. tasks end with the session. jitter
// spreads the pauses between two attempts to reach the server.
func New(win *page.Window, host Host, log *slog.Logger, list *keys.Keys, tasks *background.Tasks, guard *clipboardguard.Guard, jitter func(time.Duration) time.Duration) *Page {
	p := &Page{win: win, Host: host, log: log, tasks: tasks, Keys: list, guard: guard, unknown: map[string]string{},
		Working: map[string]bool{}, fetching: map[string][]func(client.Secret){}, hiding: map[string]func(){}, Loading: true}
	p.refresher = p.newRefresher(jitter)
	p.build()
	list.OnChange(func() { p.tasks.Post(p.changed) })
	list.OnSettled(func(s keys.Settled) { p.tasks.Post(func() { p.settled(s) }) })
	list.OnVaultTrouble(func(err error) { p.tasks.Post(func() { p.vaultTrouble(err) }) })
	p.refresh()
	p.refresher.beat()
	if p.View.State.Loaded && !list.Loaded() {
		p.log.Info("kept list on screen", "count", len(p.List.Keys))
	}
	return p
}

func (p *Page) newRefresher(jitter func(time.Duration) time.Duration) *refresher {
	r := newRefresher(p.tasks)
	r.jitter = jitter
	r.offline = func() bool { return p.Keys.Freshness().Offline() }
	r.looked = func() bool { return p.Host.HasFocus() }
	r.refresh, r.onBeat = p.reloadQuietly, p.showState
	return r
}

// build makes the tab's widgets, which nothing else may hold on to: they are made anew in another language.
func (p *Page) build() {
	p.Look = keytable.NewLayout(p.Host.Table())
	p.List = keytable.NewList(p.Look, p.win.Tips)
	p.List.OnToggleSecret = p.toggleSecret
	p.List.OnCopySecret = p.CopySecret
	p.List.OnCopyID = p.CopyID
	p.List.OnDetails = p.showDetails
	p.List.OnToggleState = p.ToggleState
	p.List.OnDelete = p.AskDelete
	p.List.OnToggleStates = p.toggleStates
	p.List.OnDeleteAll = func(ids []string) { p.Batch(keys.OpDelete, ids) }
	p.List.OnMenu = p.OpenMenu
	p.List.OnUsed = p.win.OnUsed
	p.List.OnKey = p.win.OnKey
	p.List.OnShortcut = p.win.OnShortcut
	p.View = newKeysView(p.List, p.newHeader(), p.win.Tips)
	p.wireToolbar()
	p.wireSelection()
}

// Rebuild makes the tab's widgets anew. What is looked for, the selection and the scroll place stay.
func (p *Page) Rebuild() {
	before := p.List
	p.build()
	p.List.ContinueFrom(before)
	p.refresh()
}

// Reload lists the keys again. What is on screen stays until the answer is there.
func (p *Page) Reload() { p.load(false) }

// reloadQuietly is reload when nobody has asked for it: as long as it changes nothing, nothing is seen of it.
func (p *Page) reloadQuietly() {
	if p.BatchRun == nil || p.BatchRun.Result != nil { // a batch reads the list by itself
		p.load(true)
	}
}

func (p *Page) load(quiet bool) {
	if p.Host.Covered() {
		return
	}
	p.Quiet = quiet && (p.Quiet || !p.Loading)
	if !p.Loading {
		p.Loading = true
		background.GoErr(p.tasks, p.Keys.Load, p.Loaded)
	}
	p.showState()
}

// Loaded ends a load, the first or a later one.
func (p *Page) Loaded(err error) {
	quiet := p.Quiet
	p.Loading, p.Quiet = false, false
	again := []*control.Button{p.View.Retry, p.View.Bar.Again}
	p.refresher.Done()
	switch {
	case err != nil:
		p.notListed(err, quiet)
		return
	case quiet:
		p.Host.Refreshed()
	default:
		p.Host.Shown(len(p.List.Keys))
	}
	p.Host.KeepList()
	if slices.ContainsFunc(again, func(b *control.Button) bool { return b.Focused }) {
		p.Host.FocusBack()
	}
}

// notListed says why there is no new list. A key that is not accepted needs another sign-in.
func (p *Page) notListed(err error, quiet bool) {
	p.log.Warn("loading the list", "reason", words.Reason(err))
	switch {
	case client.KindOf(err) == client.KindUnauthorized:
		p.win.Toasts.Withdraw(p.notRead)
		p.Host.Rejected(err)
	case p.Keys.Loaded() && !quiet:
		p.win.Toasts.Withdraw(p.notRead)
		p.notRead = words.Sentences(lang.L("The list could not be reloaded."), words.Explain(err))
		p.win.Toasts.Error(p.notRead)
	}
}

// changed shows that the list has changed.
func (p *Page) changed() {
	p.refresh()
	p.Host.KeepList()
}

// refresh makes the view show what the application knows.
func (p *Page) refresh() {
	p.All = p.Keys.All()
	p.arrange()
	p.recheckAsked()
}

// arrange shows of the keys what is looked for, in the order asked for.
func (p *Page) arrange() {
	found := keys.Arrange(p.All, p.Look.Table, p.find, words.StateName)
	revealed := p.List.Reveals()
	p.List.SetKeys(found.Keys)
	if p.List.Reveals() < revealed {
		p.Host.Scrub()
	}
	p.deleted = found.Deleted
	p.View.Show(p.state())
}

// Object is the tab's content.
func (p *Page) Object() fyne.CanvasObject { return p.View.object }

// FocusGained is for when the window gets the keyboard.
func (p *Page) FocusGained() { p.refresher.Looked() }

// Fold has the tab use the room at its edges, or not.
func (p *Page) Fold(on bool) { p.View.folded = on }
