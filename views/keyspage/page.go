// Package keyspage is the Access Keys tab: it shows the list, starts actions on keys, and says how they went.
//
// The tab is a Page. It consists of parts with one subject each: the display, the loader, the status around the list,
// the actions on one key, the secrets, the creator of keys, the batches and the outcomes.
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
	"accesskeys/views/notes"
	"accesskeys/views/rotation"
	"accesskeys/views/undo"
)

// Page is the Access Keys tab: the list, and what can be done with a key.
type Page struct {
	*scope
	display    *display
	loader     *loader
	status     *status
	actions    *keyActions
	secrets    *secretActions
	creator    *creator
	batches    *batch.Runner
	tools      *tools
	outcomes   *outcomes
	menus      *menus
	expiryLine *expiryLine

	Replacing *rotation.Tab // shows the list, or in its place the page that replaces a key

	unsubscribe []func() // from the application's events
}

// Host is what the tab needs from the window.
type Host interface {
	Locked() bool   // whether the window is locked
	OnScreen() bool // whether the tab is shown, with nothing over it
	HasFocus() bool // whether the window has the keyboard
	Privacy() settings.Privacy
	CopySource(id string) appcopyas.Source // all that Copy as needs about a key, except its secret
	Table() settings.Table
	Expiry() expiry.Host
	OtherAccounts() map[string]string // the names of the app's other accounts at the server, by the ID of their key
	// SignInWith signs in with another key of the list, then shows its replacement. An error is passed to failed.
	SignInWith(id string, failed func(error))
	// SignInUnsaved reports whether the keyring lacks the sign-in that SignInWith made.
	SignInUnsaved() bool
	// SignInSaver returns a function that tries to save that sign-in again, and tells how it ended; nil if that would be in vain.
	SignInSaver() func()

	Shown(count int)                       // called when a list that the user waited for is on screen
	Refreshed()                            // called when the list was refreshed automatically
	KeepList()                             // saves the list for the next start
	TellCertificate(err error)             // passes on why the list is not current; nil if it is current
	Inspect(*route.Certificate)            // shows a certificate that was not accepted
	OwnKeyGone(keys.Key)                   // called when the app's own key was disabled or deleted, and again after unlocking
	Rejected(err error)                    // asks for another sign-in: the key is not accepted, or the API has moved
	TellKeyring(err error, meaning string) // says that the keyring failed, and what that means
	KeyringAnswered()                      // withdraws what TellKeyring said
	ShowKey(id string)                     // shows a key in the list, whatever is shown now
	ReloadKeys()                           // reloads the list, if one is shown, after a change of an ended session
	SetTable(was, now settings.Table)      // saves how the table is shown
	WatchFocus()                           // hides a secret soon if the window does not have the keyboard now
	Scrub()                                // overwrites freed memory that held a secret
	FocusBack()                            // moves the keyboard from what has gone to what is shown
	Record(history.Event)                  // adds an event to the history
	HistoryOf(keys.Ref) history.Facts      // returns when each action was last done to a key
}

// New returns the tab of a list whose first load has already begun; the caller ends that with Loaded. tasks end with
// the session. jitter varies the pauses between attempts to reach the server.
func New(win *page.Window, host Host, log *slog.Logger, of Subject, tasks *background.Tasks, guard *clipboardguard.Guard, jitter func(time.Duration) time.Duration) *Page {
	s := &scope{win: win, host: host, log: log, tasks: tasks, keys: of.Keys, labels: labels{of.Keys, of.Notes, of.Guide}}
	p := &Page{scope: s, display: &display{scope: s, watch: expiry.NewWatch(host.Expiry())}}
	p.loader = newLoader(s, p.display, jitter)
	p.status = &status{scope: s, display: p.display, loader: p.loader}
	p.outcomes = newOutcomes(s, p.display, p.loader)
	p.creator = &creator{scope: s, display: p.display, status: p.status, outcomes: p.outcomes}
	p.actions = &keyActions{scope: s, display: p.display, status: p.status, outcomes: p.outcomes, deleting: map[string]bool{}}
	p.batches = batch.New(win, batchHost{p}, log, tasks, of.Keys)
	p.outcomes.undo = undo.New(tasks, win.Toasts, of.Keys, p.status.mayUndo, p.actions.enableAgain, s.labels.nameOf)
	p.secrets = newSecretActions(s, guard, p.actions)
	p.expiryLine = &expiryLine{scope: s, display: p.display, onChange: p.status.show}
	p.status.expiryLine = p.expiryLine
	p.tools = newTools(p, of, guard)
	p.Replacing, p.display.replacement = p.tools.replacing, p.tools.replacing.Chips
	p.creator.asker, p.outcomes.asker, p.outcomes.replacement = p.tools.asker, p.tools.asker, p.Replacing.Remark
	p.menus = &menus{scope: s, display: p.display, actions: p.actions, secrets: p.secrets, batches: p.batches, tools: p.tools, expiryLine: p.expiryLine}
	p.link()
	p.build()
	p.display.refresh()
	p.unsubscribe = append(p.unsubscribe, p.keys.Resolved.SubscribeHeld(func(s keys.Resolved) {
		p.tasks.Post(func() {
			p.Replacing.Resolved(s)
			p.outcomes.tellResolved(s)
		})
	}))
	p.loader.refresher.Tick()
	if p.display.view.State.Loaded && !of.Keys.Loaded() {
		p.log.Info("kept list on screen", "count", len(p.display.list.Keys))
	}
	return p
}

// link sets the callbacks between the parts, and subscribes them to the application's events.
func (p *Page) link() {
	p.status.creator, p.status.replacing = p.creator, p.Replacing
	p.status.onOnline = func() {
		p.secrets.online()
		p.outcomes.online()
		p.tools.checks.Online()
		p.Replacing.Online()
	}
	p.loader.isBatchRunning, p.loader.onChange = p.batches.Running, p.status.show
	p.loader.onReloaded = func() {
		p.expiryLine.renewFilter()
		p.status.tellUpdated()
	}
	p.loader.onLoaded = func() {
		p.creator.checkingServer = false
		p.expiryLine.refresh()
	}
	p.loader.refresher.OnTick = p.status.tick
	p.expiryLine.onPassed = p.loader.reloadQuietly
	p.outcomes.addToBatch = p.batches.Resolved
	p.creator.asker.OnInput = func() { p.creator.input = true }
	p.actions.inBatch, p.actions.enableAll = p.batches.Includes, p.batches.EnableAgain
	p.actions.giveWay = func(ids ...string) {
		p.tools.checks.GiveWay(ids...)
		p.secrets.cancelFetches(ids...)
		p.outcomes.undo.GiveWay(ids...)
		p.tools.asker.GoOn(ids...)
	}
	p.secrets.makeRoom = func(id string) {
		if keytable.FieldHidesSecret(p.display.layout) {
			p.tools.asker.GoOn(id)
		}
	}
	p.display.state, p.display.hideSecrets = p.status.state, p.secrets.hideAll
	p.display.onRefresh = func() {
		p.actions.closeOutdatedQuestion()
		p.menus.refreshDetails()
	}
	refresh := background.PostOnce(p.tasks, p.refresh)
	p.unsubscribe = []func(){
		p.keys.Changed.Subscribe(func(struct{}) { refresh() }),
		p.keys.Busied.Subscribe(func(id string) {
			p.tasks.Post(func() {
				p.display.refreshBusy(id)
				p.Replacing.Refresh()
			})
		}),
		p.Replacing.Subscribe(p.display.arrange),
		p.labels.notes.Changed.Subscribe(func(struct{}) { p.tasks.Post(func() { p.display.arrange(); p.Replacing.Refresh() }) }),
		p.keys.VaultTrouble.Subscribe(func(err error) { p.tasks.Post(func() { p.secrets.vaultTrouble(err) }) }),
	}
}

// refresh shows a list that has changed.
func (p *Page) refresh() {
	p.outcomes.pruneDisabledAt()
	p.display.refresh()
	p.Replacing.Refresh()
	p.tools.editor.ListChanged()
	p.host.KeepList()
}

// Rebuild makes the tab's widgets again. The filter, the selection and the scroll position stay.
func (p *Page) Rebuild() {
	rebuildList(p)
	if p.Replacing.Shown() {
		p.Replacing.Page().Rebuild()
	}
}

// Lift makes what scrolls lower by the height of messages, and returns how high the part below it is that stays; 0 if the
// messages have room below that.
func (p *Page) Lift(height float32) (foot float32) {
	foot = p.display.view.Lift(height)
	if above, shown := p.Replacing.Lift(height); shown {
		foot = above
	}
	return foot
}

func rebuildList(p *Page) {
	before, size := p.display.list, p.display.view.Object.Size()
	p.tools.asker.Rebuild()
	p.build()
	p.display.view.Object.Resize(size)
	p.display.list.ContinueFrom(before)
	p.display.refresh()
	p.win.Toasts.Relayout()
}

// Retranslate makes the tab again in the current language. It returns the widget that replaces the focused one, or nil.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	onList := focused == fyne.Focusable(p.List())
	rebuildList(p)
	switch {
	case onList:
		return p.List()
	case p.Replacing.Shown():
		return p.Replacing.Page().Retranslate(focused)
	}
	return nil
}

// Show returns the tab's content, up to date.
func (p *Page) Show() fyne.CanvasObject {
	p.status.tick()
	ShowAccounts(p)
	p.Replacing.Show()
	return p.Replacing.Object
}

// Focus gives the keyboard to the list, or to the page in its place. A label field keeps it, and gets it if the user has
// typed into the field.
func (p *Page) Focus() {
	switch {
	case p.Replacing.Shown():
		p.Replacing.Page().Focus()
	case !p.tools.asker.TakeFocus():
		p.win.Canvas.Focus(p.List())
	}
}

// Label returns the label that is shown for a key, or "", and whether the key that this one replaces lends it.
func Label(p *Page, id string) (label string, lent bool) { return p.labels.find(id) }

// ShowAccounts shows which keys the app's other accounts sign in with. It must be called when that may have changed.
func ShowAccounts(p *Page) {
	p.display.readAccounts()
	p.List().Signs.Changed()
}

// List returns the table's list of keys.
func (p *Page) List() *keytable.List { return p.display.list }

// Fold sets whether the tab has little room.
func (p *Page) Fold(on bool) { p.display.view.Folded = on }

// Heading returns the width of the tab's heading, or of the buttons above the page that replaces a key, and the height of the
// room beside that.
func (p *Page) Heading() fyne.Size {
	width := p.display.view.Title.MinSize().Width
	if p.Replacing.Shown() {
		width = p.Replacing.TopWidth()
	}
	return fyne.NewSize(width, page.CardOf(false).Top)
}

// FocusGained must be called when the window gets the keyboard.
func (p *Page) FocusGained() { p.loader.refresher.FocusGained() }

// StartFind puts the keyboard into the filter.
func (p *Page) StartFind() {
	p.Replacing.Close()
	p.display.startFind()
}

// Escape leaves the page that replaces a key, or else ends the fetching of secrets, or else clears the selection, or else
// the filter. It reports whether there was one of these.
func Escape(p *Page) bool {
	switch {
	case p.Replacing.Close(), p.secrets.cancelAll():
	case p.List().Selection.AnyMarked():
		p.List().SelectNone()
	default:
		return p.ClearFilter()
	}
	return true
}

// ClearFilter shows all keys again, and reports whether the list was filtered.
func (p *Page) ClearFilter() bool { return p.display.clearFilter() }

// ShowDeleted shows deleted keys too.
func ShowDeleted(p *Page) { p.display.view.HideDeleted.SetChecked(false) }

// Create creates a key.
func (p *Page) Create() {
	p.Replacing.Close()
	p.creator.create()
}

// Reload reads the list again. The old list stays on screen until the answer arrives. If the user has not asked for
// it, they see nothing of it unless something has changed.
func (p *Page) Reload(asked bool) {
	if asked {
		p.loader.reload()
		return
	}
	p.loader.reloadQuietly()
}

// Loaded must be called when the first load has ended.
func (p *Page) Loaded(err error) { p.loader.finish(err) }

// HideSecrets masks every secret, including those that are still being fetched.
func (p *Page) HideSecrets() { p.secrets.hideAll() }

// ShowsSecret reports whether a secret is shown.
func (p *Page) ShowsSecret() bool { return p.display.list.Secrets.Count() > 0 }

// HideShown masks every secret that is shown.
func (p *Page) HideShown() { p.secrets.hideShown() }

// StopBatch stops work on several keys because the window is being locked: a batch after the current key, checks at once.
func (p *Page) StopBatch() {
	p.batches.Stop()
	p.tools.checks.Lock()
	p.Replacing.Stop()
}

// ResumeBatch shows, after unlocking, the progress or the report of a batch and of checks that the lock page hid. It
// reports whether there was a batch, or the session has ended because its own key is gone.
func (p *Page) ResumeBatch() bool {
	if p.outcomes.tellOwnKeyGone(p.outcomes.ownGone) {
		return true
	}
	p.tools.editor.TellDrafts()
	p.tools.checks.Retell()
	return p.batches.Resume()
}

// RetellBatch shows the dialogs of a batch and of checks again after all dialogs were closed.
func (p *Page) RetellBatch() {
	p.tools.checks.Retell()
	p.batches.Retell()
}

// TellLeftBatch tells the outcome of a batch if the session ended before the user has seen it.
func (p *Page) TellLeftBatch() { p.batches.TellLeft() }

// Changing reports whether any key is being changed or created, alone or in a batch.
func Changing(p *Page) bool { return InBatch(p) || p.Replacing.Changing() }

// InBatch reports whether several keys are being changed in one go.
func InBatch(p *Page) bool { return p.batches.Running() }

// Asker returns what has the labels and notes that are being typed.
func Asker(p *Page) *notes.Asker { return p.tools.asker }

// Undo returns what undoes the last disabling.
func Undo(p *Page) *undo.Undo { return p.outcomes.undo }

// Leave ends the tab with the session. It says how to find out about pending outcomes, unless forNow is set: then the
// user comes back to this session, and learns the outcomes there.
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
