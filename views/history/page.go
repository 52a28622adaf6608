// Package history is the History tab: what the program did on this computer.
package history

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/export"
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/filedialog"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// Host is what the tab needs of the window.
type Host interface {
	ShowKey(id string)     // in the list
	Label(keys.Ref) string // what the user calls a key, "" for nothing
	Off() bool             // no history is kept
}

// Page is the History tab.
type Page struct {
	win      *page.Window
	host     Host
	recorder *history.Recorder
	keys     *keys.Keys        // of the session
	tasks    *background.Tasks // end with the session
	view     *view
	events   []history.Event // the newest first
	found    []history.Event // of these what is looked for
	find     history.Filter
	period   int  // of periods
	shown    bool // the tab is
	read     bool // all events are there
	stop     context.CancelFunc
}

// New returns the tab. tasks end with the session.
func New(win *page.Window, host Host, recorder *history.Recorder, list *keys.Keys, tasks *background.Tasks) *Page {
	p := &Page{win: win, host: host, recorder: recorder, keys: list, tasks: tasks, stop: func() {}}
	p.build()
	end := recorder.Written.Subscribe(func(struct{}) { tasks.Post(p.changed) })
	context.AfterFunc(tasks.Ctx, end)
	return p
}

func (p *Page) build() {
	v := newView(p.win)
	v.filter.OnChanged = func(text string) { p.find.Text = text; p.look() }
	v.filter.OnDone = func() { p.win.Canvas.Focus(v.list.List) }
	v.filter.OnFound = v.filter.OnDone
	v.filter.Text = p.find.Text
	v.actions.OnChosen = func(place int) { p.find.Action = actionChoices()[place]; p.look() }
	v.periods.OnChosen = func(place int) { p.period = place; p.look() }
	v.actions.Offer(actionNames(), max(0, indexOf(actionChoices(), p.find.Action)))
	v.periods.Offer(periodNames(), p.period)
	v.export.OnTapped = func() { p.win.Dialogs.MenuBelow(p.exportMenu(), v.export) }
	v.clear.OnTapped = p.findAll
	v.list.label, v.list.base = p.host.Label, func() string { return keys.RefOf(p.keys, "").Base }
	v.list.OnOpen = func(at int) { p.showKey(v.list.events[at]) }
	v.list.OnMenu = func(at int, corner fyne.Position) { p.openMenu(v.list.events[at], corner) }
	v.list.OnRune = func(r rune) {
		if r == ' ' {
			return
		}
		p.win.Canvas.Focus(v.filter)
		v.filter.TypedRune(r)
	}
	p.view = v
}

// Show is the tab, as it is now.
func (p *Page) Show() fyne.CanvasObject {
	p.shown = true
	p.load()
	return p.view.object
}

// Focus gives the keyboard to the list.
func (p *Page) Focus() { p.win.Canvas.Focus(p.view.list.List) }

// HideSecrets is for when another tab is shown: nothing here is secret.
func (p *Page) HideSecrets() { p.shown = false }

// Fold has the tab use the room at its edges, or not.
func (p *Page) Fold(on bool) { p.view.folded = on }

// StartFind puts the keyboard into the filter.
func (p *Page) StartFind() { p.win.Canvas.Focus(p.view.filter) }

// Retranslate makes the tab again in the current language.
func (p *Page) Retranslate(focused fyne.Focusable) fyne.Focusable {
	onList, folded := focused == fyne.Focusable(p.view.list.List), p.view.folded
	p.build()
	p.view.folded = folded
	p.arrange()
	if onList {
		return p.view.list.List
	}
	return nil
}

// changed is for when there are more events.
func (p *Page) changed() {
	if p.shown {
		p.load()
	}
}

// load reads the history. The newest are shown at once, the others as they come; what is shown already stays until all
// is read.
func (p *Page) load() {
	p.stop()
	ctx, stop := context.WithCancel(p.tasks.Ctx)
	p.stop = stop
	first := len(p.events) == 0
	var events []history.Event
	background.Go(p.tasks, func(context.Context) (struct{}, error) {
		return struct{}{}, p.recorder.Read(ctx, func(chunk []history.Event) bool {
			p.tasks.Post(func() {
				if ctx.Err() != nil {
					return
				}
				if events = append(events, chunk...); first {
					p.take(events)
				}
			})
			return ctx.Err() == nil
		})
	}, func(_ struct{}, err error) {
		switch {
		case ctx.Err() != nil:
		case err != nil:
			p.view.say(words.Sentences(lang.L("The history couldn't be read."), words.Explain(err)), false)
		default:
			p.read = true
			p.take(events)
		}
	})
}

func (p *Page) take(events []history.Event) {
	p.events = events
	p.arrange()
}

// look looks for something else.
func (p *Page) look() {
	p.arrange()
	p.view.list.ScrollToTop()
}

// findAll looks for nothing.
func (p *Page) findAll() {
	p.find, p.period = history.Filter{}, 0
	p.view.filter.SetText("")
	p.view.actions.Choose(0)
	p.view.periods.Choose(0)
	p.Focus()
}

// arrange shows the events that are looked for.
func (p *Page) arrange() {
	p.find.Since = periodBegin(p.period, p.tasks.Now())
	matches := p.find.Matcher(func(e history.Event) string { return p.host.Label(e.Ref()) })
	p.found = p.events
	if p.finding() {
		p.found = nil
		for _, e := range p.events {
			if matches(e) {
				p.found = append(p.found, e)
			}
		}
	}
	p.view.show(p.found, len(p.events))
	if len(p.found) == 0 {
		p.view.say(p.nothing(), p.finding() && len(p.events) > 0)
	}
}

func (p *Page) finding() bool { return p.find.Text != "" || p.find.Action != "" || p.period != 0 }

// nothing says why no event is shown.
func (p *Page) nothing() string {
	switch {
	case !p.read:
		return ""
	case len(p.events) > 0:
		return lang.L("No entry matches the filter.")
	case p.host.Off():
		return lang.L("The history is off. You can turn it on in Preferences.")
	}
	return lang.L("Nothing has been recorded yet.")
}

// listed reports whether an event's key can be shown in the list of keys. Another server may have given the same ID.
func (p *Page) listed(e history.Event) bool {
	_, listed := p.keys.Find(e.KeyID)
	return listed && e.Ref().MayBe(keys.RefOf(p.keys, e.KeyID))
}

// showKey shows an event's key in the list of keys.
func (p *Page) showKey(e history.Event) {
	switch {
	case e.KeyID == "":
	case !p.listed(e):
		p.win.Toasts.Hint(lang.L("This key isn't in the list."))
	default:
		p.host.ShowKey(e.KeyID)
	}
}

// openMenu opens the menu of an event.
func (p *Page) openMenu(e history.Event, at fyne.Position) {
	if e.KeyID == "" {
		return
	}
	show := fyne.NewMenuItem(lang.L("Show in List"), func() { p.showKey(e) })
	show.Disabled = !p.listed(e)
	p.win.Dialogs.Menu(fyne.NewMenu("", show,
		fyne.NewMenuItem(lang.L("Only This Key"), func() { p.view.filter.SetText(e.KeyID) }),
		fyne.NewMenuItem(lang.L("Copy Access Key ID"), func() {
			p.win.CopyText(e.KeyID)
			p.win.Copied().Done(lang.L("Copied the ID {{.ID}}", map[string]any{"ID": e.KeyID}))
		})), at)
}

// exportMenu is what the events that are shown can be saved as.
func (p *Page) exportMenu() *fyne.Menu {
	found := p.found
	save := func(f export.Format) func() {
		return func() {
			name := "access-keys-history-" + p.tasks.Now().Local().Format(time.DateOnly) + "." + string(f)
			filedialog.Save(p.win, lang.L("Export History"), name, func() ([]byte, error) {
				return history.Table(found, func(e history.Event) string { return p.host.Label(e.Ref()) }).As(f)
			})
		}
	}
	return fyne.NewMenu("", fyne.NewMenuItem(lang.L("Export as CSV…"), save(export.CSV)), fyne.NewMenuItem(lang.L("Export as JSON…"), save(export.JSON)))
}
