// Package keyspage is the Access Keys tab: it shows the list, starts what is done with a key, and says how that went.
//
// The tab is a Page, made of parts with one subject each: the display, the loader, the status around the list, the
// actions on one key, the secrets shown, the creator of keys, the batches and the outcomes.
package keyspage

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	appcopyas "accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/batch"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/expiry"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/rotation"
	"accesskeys/views/undo"
)

// Page is the Access Keys tab: the list, and what can be done with a key.
type Page struct {
	*scope
	display  *display
	loader   *loader
	status   *status
	actions  *keyActions
	secrets  *secretActions
	creator  *creator
	batches  *batch.Runner
	tools    *tools
	outcomes *outcomes
	menus    *menus
	ends     *ends

	Replacing *rotation.Tab // what is shown in place of the list

	unsubscribe []func() // from the application's events
}

// Host is what the tab needs of the window.
type Host interface {
	Covered() bool  // the window is locked
	OnScreen() bool // the tab is shown, and nothing lies over it
	HasFocus() bool // the window has the keyboard
	Privacy() settings.Privacy
	CopySource(id string) appcopyas.Source // what a key is copied from, but for its secret
	Table() settings.Table
	Expiry() expiry.Host
	Successor

	Shown(count int)                       // a list was loaded
	Refreshed()                            // one was loaded without being asked for
	KeepList()                             // there is a list to keep for the next start
	TellCertificate(err error)             // why there is no current list; nil when there is one
	Inspect(*route.Certificate)            // shows a certificate that was not accepted
	OwnKeyGone(keys.Key)                   // the key signed in with was disabled or deleted
	Rejected(err error)                    // another sign-in is needed: the key is not accepted, or the API has moved
	TellKeyring(err error, meaning string) // the keyring failed, and what that means
	ReloadKeys()                           // something was changed after the session had been left
	SetTable(was, now settings.Table)      // saves how the table is shown
	WatchFocus()                           // a secret is on screen
	Scrub()                                // one is not any more
	FocusBack()                            // what had the focus is gone
	Record(history.Event)                  // keeps what was done
	HistoryOf(keys.Ref) history.Facts      // when that was last done to a key
}

// New returns the tab of keys whose first load is under way: Loaded ends it. tasks end with the session. jitter
// spreads the pauses between two attempts to reach the server.
func New(win *page.Window, host Host, log *slog.Logger, of Subject, tasks *background.Tasks, guard *clipboardguard.Guard, jitter func(time.Duration) time.Duration) *Page {
	s := &scope{win: win, host: host, log: log, tasks: tasks, keys: of.Keys, labels: labels{of.Keys, of.Notes, of.Guide}}
	p := &Page{scope: s, display: &display{scope: s, watch: expiry.NewWatch(host.Expiry())}}
	p.loader = newLoader(s, p.display, jitter)
	p.status = &status{scope: s, display: p.display, loader: p.loader}
	p.outcomes = newOutcomes(s, p.display, p.loader)
	p.creator = &creator{scope: s, display: p.display, status: p.status, outcomes: p.outcomes}
	p.actions = &keyActions{scope: s, display: p.display, status: p.status, outcomes: p.outcomes, deleting: map[string]bool{}}
	p.batches = batch.New(win, batchHost{p}, log, tasks, of.Keys)
	p.outcomes.undo = undo.New(tasks, win.Toasts, of.Keys, p.actions.enableAgain)
	p.secrets = newSecretActions(s, guard, p.actions)
	p.ends = &ends{scope: s, display: p.display, onTold: p.status.show}
	p.status.ends = p.ends
	p.tools = newTools(p, of, guard)
	p.Replacing, p.display.replaced = p.tools.replacing, p.tools.replacing.Chips
	p.creator.asker, p.outcomes.standsIn = p.tools.asker, p.Replacing.StandsIn
	p.menus = &menus{scope: s, display: p.display, actions: p.actions, secrets: p.secrets, batches: p.batches, tools: p.tools, ends: p.ends}
	p.link()
	p.build()
	p.display.refresh()
	p.unsubscribe = append(p.unsubscribe, p.keys.Resolved.SubscribeHeld(func(s keys.Resolved) { p.tasks.Post(func() { p.outcomes.resolved(s) }) }))
	p.loader.refresher.Beat()
	if p.display.view.state.Loaded && !of.Keys.Loaded() {
		p.log.Info("kept list on screen", "count", len(p.display.list.Keys))
	}
	return p
}

// link joins the parts that tell each other of something, and the application's events to them.
func (p *Page) link() {
	p.status.creator, p.status.replacing = p.creator, p.Replacing
	p.status.onOnline = func() {
		p.tools.checks.Online()
		p.Replacing.Online()
	}
	p.loader.batching, p.loader.onChange = p.batches.Running, p.status.show
	p.loader.onReloaded, p.loader.onLoaded = p.status.tellUpdated, func() { p.creator.doubt = false }
	p.loader.refresher.OnBeat = p.status.beat
	p.outcomes.ofBatch = p.batches.Resolved
	p.actions.inBatch, p.actions.enableAll = p.batches.Includes, p.batches.EnableAgain
	p.display.state, p.display.onRefresh, p.display.hideSecrets = p.status.state, p.actions.recheckAsked, p.secrets.hideAll
	p.unsubscribe = []func(){
		p.keys.Changed.Subscribe(func(struct{}) { p.tasks.Post(p.changed) }),
		p.Replacing.Subscribe(p.display.arrange),
		p.labels.notes.Changed.Subscribe(func(struct{}) { p.tasks.Post(func() { p.display.arrange(); p.Replacing.Refresh() }) }),
		p.keys.VaultTrouble.Subscribe(func(err error) { p.tasks.Post(func() { p.secrets.vaultTrouble(err) }) }),
	}
}

// changed shows that the list has changed.
func (p *Page) changed() {
	p.outcomes.forgetEnabled()
	p.display.refresh()
	p.Replacing.Refresh()
	p.host.KeepList()
}

// Rebuild makes the tab's widgets again. What is looked for, the selection and the scroll place stay.
func (p *Page) Rebuild() {
	before := p.display.list
	p.tools.asker.Renew()
	p.build()
	p.display.list.ContinueFrom(before)
	p.display.refresh()
	if p.Replacing.Shown() {
		p.Replacing.Page().Rebuild()
	}
}

// Retranslate makes the tab again in the current language.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	onList := focused == fyne.Focusable(p.List())
	p.Rebuild()
	switch {
	case onList:
		return p.List()
	case p.Replacing.Shown():
		return p.Replacing.Page().Retranslate(focused)
	}
	return nil
}

// Show is the tab's content.
func (p *Page) Show() fyne.CanvasObject {
	p.status.beat()
	p.Replacing.Show()
	return p.Replacing.Object
}

// Focus gives the keyboard to the list, or to what is shown in its place. The field on a row that has it keeps it.
func (p *Page) Focus() {
	switch {
	case p.Replacing.Shown():
		p.Replacing.Page().Focus()
	case !p.tools.asker.Focused():
		p.win.Canvas.Focus(p.List())
	}
}

// Label is what the user of a page calls a key.
func Label(p *Page, id string) string { return p.labels.label(id) }

// List is the table's list of keys.
func (p *Page) List() *keytable.List { return p.display.list }

// Fold has the tab use the room at its edges, or not. It returns how wide its heading is then, and how high the room
// beside that.
func (p *Page) Fold(on bool) fyne.Size {
	v := p.display.view
	v.folded = on
	if on {
		return fyne.NewSize(0, belowFold)
	}
	return fyne.NewSize(v.title.MinSize().Width, cardTop)
}

// FocusGained is for when the window gets the keyboard.
func (p *Page) FocusGained() { p.loader.refresher.FocusGained() }

// LeaveHidden gives the keyboard on, where what had it is gone: the selection's bar, or a button of the page that leads
// through a replacement.
func (p *Page) LeaveHidden() {
	p.display.leaveHiddenBar()
	p.Replacing.FocusBack()
}

// StartFind puts the keyboard into the filter.
func (p *Page) StartFind() {
	p.Replacing.Close()
	p.display.startFind()
}

// ClearFilter shows all keys again, and reports whether something was looked for.
func (p *Page) ClearFilter() bool { return p.display.clearFilter() }

// Create creates a key.
func (p *Page) Create() {
	p.Replacing.Close()
	p.creator.create()
}

// Reload lists the keys again. What is on screen stays until the answer is there. Unless the user has asked for it,
// nothing is seen of it as long as it changes nothing.
func (p *Page) Reload(asked bool) {
	if asked {
		p.loader.reload()
		return
	}
	p.loader.reloadQuietly()
}

// Loaded ends the first load.
func (p *Page) Loaded(err error) { p.loader.loaded(err) }

// HideSecrets masks every secret, and those that are still being fetched too.
func (p *Page) HideSecrets() { p.secrets.hideAll() }

// ShowsSecret reports whether a secret is shown.
func (p *Page) ShowsSecret() bool { return p.display.list.Secrets.Count() > 0 }

// HideShown masks every secret that is shown.
func (p *Page) HideShown() { p.secrets.hideShown() }

// StopBatch ends what is being done to several keys with the key that it is at, and checks at once, as the window is
// locked.
func (p *Page) StopBatch() {
	p.batches.Stop()
	p.tools.checks.Lock()
	p.Replacing.StopCheck()
}

// ResumeBatch goes on telling of what was done to several keys when the window was locked, or checked. It reports
// whether something was done.
func (p *Page) ResumeBatch() bool {
	p.tools.editor.TellDrafts()
	p.tools.checks.Retell()
	return p.batches.Resume()
}

// RetellBatch shows again what was shown of what is done to several keys, if that is so.
func (p *Page) RetellBatch() {
	p.tools.checks.Retell()
	p.batches.Retell()
}

// TellLeftBatch says how it went with several keys, where the session was left before the user knows.
func (p *Page) TellLeftBatch() { p.batches.TellLeft() }

// Changing reports whether a key is being changed or created, or several are one after another.
func Changing(p *Page) bool { return p.batches.Running() || p.Replacing.Changing() }

// Unnoted is how many keys nothing is noted about until what was typed is saved.
func Unnoted(p *Page) int { return p.tools.asker.Unnoted() }

// Leave says of each pending outcome how to find out about it, as the session is left: unless that is for now only,
// where it is told when the user comes back.
func (p *Page) Leave(forNow bool) {
	if !forNow {
		p.outcomes.leave()
	}
	p.outcomes.undo.End()
	p.tools.asker.Leave()
	for _, stop := range p.unsubscribe {
		stop()
	}
}
