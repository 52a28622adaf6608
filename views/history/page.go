// Package history provides the History tab, which shows what the program did on this computer.
package history

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
	"accesskeys/views/words"
)

// Host is what the tab needs of the window.
type Host interface {
	ShowKey(id string) // shows a key in the list of keys
	// Label returns the label of a key, or "", and whether the key that it replaces lends it.
	Label(keys.Ref) (label string, lent bool)
	Off() bool // reports whether the history is turned off
	// Accounts returns the accounts on this computer, and the ID of the session's account.
	Accounts() (all []settings.Account, open string)
}

// Page is the History tab.
type Page struct {
	win      *page.Window
	host     Host
	recorder *history.Recorder
	keys     *keys.Keys        // of the session
	tasks    *background.Tasks // end with the session
	view     *view
	log      *slog.Logger

	events []history.Event // the newest first
	mark   history.Mark    // how far they were read
	found  []history.Event // the events that match the filter
	find   history.Filter
	period int   // the chosen period, an index of periodDays
	all    bool  // events of all accounts are shown
	toTop  bool  // the list is scrolled to its top when the filter is applied
	shown  bool  // the tab is shown
	read   bool  // all events were read
	failed error // why the events could not be read

	stop, stopFinding context.CancelFunc
}

// New returns the tab. tasks end with the session.
func New(win *page.Window, host Host, recorder *history.Recorder, list *keys.Keys, tasks *background.Tasks, log *slog.Logger) *Page {
	p := &Page{win: win, host: host, recorder: recorder, keys: list, tasks: tasks, log: log, stop: func() {}, stopFinding: func() {}}
	p.build(newList(win))
	end := recorder.Written.Subscribe(func(struct{}) { tasks.Post(p.changed) })
	context.AfterFunc(tasks.Ctx, end)
	return p
}

func (p *Page) build(l *list) {
	v := newView(p.win, l)
	v.filter.OnChanged = func(text string) { p.find.Text = text; p.filterChanged() }
	v.filter.OnDone = func() { p.win.Canvas.Focus(v.list.List) }
	v.filter.OnFound, v.filter.OnAll = v.filter.OnDone, func() {}
	v.filter.Text = p.find.Text
	v.actions.OnChosen = func(place int) { p.find.Action = actionChoices()[place]; p.filterChanged() }
	v.periods.OnChosen = func(place int) { p.period = place; p.filterChanged() }
	v.actions.Fill(actionNames(), max(0, indexOf(actionChoices(), p.find.Action)))
	v.periods.Fill(periodNames(), p.period)
	v.accounts.OnChosen = func(place int) { p.all = place == 1; p.filterChanged() }
	v.accounts.Fill(p.accounts().accountNames(), accountChoice(p.all))
	v.export.OnTapped = p.openExport
	v.clear.OnTapped = func() { p.ClearFilter() }
	v.list.label, v.list.base = p.host.Label, func() string { return keys.RefOf(p.keys, "").Base }
	v.list.OnOpen = func(at int) { p.showKey(v.list.events[at]) }
	v.list.OnEmpty = func() {
		if v.empty.Visible() && v.clear.Visible() {
			p.ClearFilter()
		}
	}
	v.list.OnMenu = func(at int, corner fyne.Position) {
		p.openMenu(v.list.events[at], corner, dialog.Row{Top: v.list.RowTop(at)})
	}
	v.list.OnShortcut = func(at int, s fyne.Shortcut) bool { return p.shortcut(v.list.events[at], s) }
	v.list.OnRune = func(r rune) {
		if r == ' ' {
			return
		}
		p.win.Canvas.Focus(v.filter)
		v.filter.TypedRune(r)
	}
	p.view = v
}

// Show returns the contents of the tab, and loads new events.
func (p *Page) Show() fyne.CanvasObject {
	p.shown = true
	p.load()
	return p.view.object
}

// Focus gives the focus to the list.
func (p *Page) Focus() { p.win.Canvas.Focus(p.view.list.List) }

// HideSecrets is called when another tab is shown. There are no secrets here.
func (p *Page) HideSecrets() { p.shown = false }

// Fold sets whether the tab has little room.
func (p *Page) Fold(on bool) {
	p.view.folded = on
}

// Reload loads new events.
func (p *Page) Reload() { p.load() }

// StartFind gives the focus to the filter.
func (p *Page) StartFind() { p.win.Canvas.Focus(p.view.filter) }

// Retranslate makes the tab again in the current language, with the same list, which stays where it is. It returns the object
// that replaces the focused one, if any.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	l, folded := p.view.list, p.view.folded
	l.Name = lang.L("History")
	p.build(l)
	p.view.folded = folded
	p.applyFilter()
	if focused == fyne.Focusable(l.List) {
		return focused
	}
	return nil
}

// listed reports whether an event's key is in the list of keys. A key with the same ID may also be one of another
// server.
func (p *Page) listed(e history.Event) bool {
	_, listed := p.keys.Find(e.KeyID)
	return listed && e.Ref().MayBe(keys.RefOf(p.keys, e.KeyID))
}

// showKey shows an event's key in the list of keys.
func (p *Page) showKey(e history.Event) {
	switch {
	case e.KeyID == "":
		p.win.Toasts.Hint(noKey())
	case !p.listed(e):
		p.win.Toasts.Hint(lang.L("This key isn't in the list."))
	default:
		p.host.ShowKey(e.KeyID)
	}
}

// openMenu opens the menu of an event.
func (p *Page) openMenu(e history.Event, at fyne.Position, row dialog.Row) {
	details := fyne.NewMenuItem(lang.L("Details"), func() { p.showDetails(e) })
	details.Shortcut = keyshortcuts.Details()
	if e.KeyID == "" {
		p.win.Dialogs.MenuOfRow(nil, fyne.NewMenu("", details), at, row)
		return
	}
	show := fyne.NewMenuItem(lang.L("Show in List"), func() { p.showKey(e) })
	show.Disabled = !p.listed(e)
	only := fyne.NewMenuItem(lang.L("Only This Key"), func() { p.view.filter.SetText(e.KeyID) })
	copyID := fyne.NewMenuItem(lang.L("Copy Access Key ID"), func() { p.copyID(e) })
	copyID.Shortcut = keyshortcuts.CopyID()
	p.win.Dialogs.MenuOfRow(nil, fyne.NewMenu("", show, details, only, copyID), at, row)
}

// shortcut does for an event's key what the shortcut does in the list of keys, or says why it does not.
func (p *Page) shortcut(e history.Event, s fyne.Shortcut) bool {
	switch s.ShortcutName() {
	case keyshortcuts.Details().ShortcutName():
		p.showDetails(e)
	case keyshortcuts.CopyID().ShortcutName():
		p.copyID(e)
	case (&fyne.ShortcutCopy{}).ShortcutName():
		p.win.Toasts.Hint(lang.L("{{.Keys}} copies the access key ID. Enter shows the key in the list.", map[string]any{"Keys": press.Chord(keyshortcuts.CopyID())}))
	default:
		return false
	}
	return true
}

func (p *Page) copyID(e history.Event) {
	if e.KeyID == "" {
		p.win.Toasts.Hint(noKey())
		return
	}
	p.win.CopyText(e.KeyID)
	p.win.Copied().Done(words.CopiedID(e.KeyID, e.KeyID))
}

func noKey() string { return lang.L("This entry has no access key.") }

// showDetails shows all texts of an event, which the table may cut.
func (p *Page) showDetails(e history.Event) {
	about := p.view.list.subject(e)
	key := form.Fact(about.String())
	if about.String() == about.id {
		key = form.FactID(about.id)
	}
	p.win.Dialogs.Tell(lang.L("Details"), dialog.Width, form.FlushForm(
		form.FactName(lang.L("Time")), form.Fact(words.EventTime(e.At)),
		form.FactName(lang.L("Action")), form.Fact(words.EventName(e)),
		form.FactName(lang.X("history.key", "Access Key")), key,
		form.FactName(lang.L("Outcome")), form.Fact(words.EventOutcome(e))))
}
