// Package tabspage is the page Personal Settings: its tabs, and what the chosen one shows.
package tabspage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

// Tab is one of the tabs.
type Tab struct {
	Title  func() string  // in the current language
	New    func() Content // makes its content, when the tab is first shown
	Headed bool           // nothing can be clicked beside its heading
	Again  func()         // it was chosen though it is shown; may be nil
}

// Content is what a tab shows.
type Content interface {
	Show() fyne.CanvasObject // its object, brought up to date
	Focus()                  // gives the keyboard to what wants it first, if anything
	HideSecrets()            // also forgets what was typed
	// Retranslate makes it again in the current language, and returns what takes the place of what has the keyboard.
	Retranslate(focused fyne.Focusable) fyne.Focusable
}

// Scroller is a Content that scrolls, or nil while it does not.
type Scroller interface{ Scroll() *container.Scroll }

// Page is Personal Settings.
type Page struct {
	Object *fyne.Container
	// OnFold has a content use the room at the page's edges, or not. It returns the size of its heading.
	OnFold func(on bool) (heading fyne.Size)

	win     *page.Window
	tabs    []*tab
	chosen  int
	title   *control.Text
	width   float32
	heading fyne.Size       // of the tab that has one
	fold    *control.Button // opens the tabs as a menu, where the window has no room for them at the side
	content *fyne.Container
	focused fyne.Focusable // before something else was shown in place of the page
}

type tab struct {
	Tab
	button  *control.SideTab
	content Content // nil until it is first shown
}

// New returns the page, on which no tab is shown yet.
func New(win *page.Window, onFold func(on bool) (heading fyne.Size), tabs ...Tab) *Page {
	p := &Page{Object: container.NewWithoutLayout(), OnFold: onFold, win: win, content: container.NewStack()}
	for _, t := range tabs {
		p.tabs = append(p.tabs, &tab{Tab: t})
	}
	p.build()
	return p
}

// build makes what lies around the tabs' contents.
func (p *Page) build() {
	p.fold = control.NewButton("", control.ButtonDefault, p.openTabs)
	p.fold.Icon, p.fold.Hint = theme.MenuIcon(), lang.L("Personal Settings")
	p.fold.Hide()
	p.title = control.NewText(lang.L("Personal Settings"), style.SizeHeading, fyne.TextStyle{Bold: true})
	rule := control.NewGround(style.ColorBorder)
	objects := []fyne.CanvasObject{p.title, rule, p.fold}
	for i, t := range p.tabs {
		t.button = control.NewSideTab(t.Title(), func() { p.pick(i) })
		objects = append(objects, t.button)
	}
	objects = append(objects, p.content) // last: the keyboard goes through the tabs first
	p.Object.Layout, p.Object.Objects = &pageLayout{page: p, rule: rule}, objects
}

// pick is the user choosing the tab of a place.
func (p *Page) pick(tab int) {
	if again := p.tabs[tab].Again; again != nil && tab == p.chosen {
		again()
	}
	p.Show(tab)
	if p.win.Canvas.Focused() == nil {
		p.focusChosen() // so that Tab goes on from the tab that was clicked
	}
}

// Show shows the tab of a place, and gives the keyboard to what wants it there.
func (p *Page) Show(tab int) {
	for i, t := range p.tabs {
		if i != tab && t.content != nil {
			t.content.HideSecrets()
		}
	}
	other := tab != p.chosen
	if other && p.tabs[p.chosen].content != nil {
		p.win.Toasts.Clear() // what is said of the tab that is left
	}
	p.choose(tab)
	if other {
		p.win.Presses.Changed()
		p.focusTab()
	}
	p.Focus()
}

// Key scrolls the tab by a key that nothing on it has a use for.
func (p *Page) Key(e *fyne.KeyEvent) {
	if s, ok := p.tabs[p.chosen].content.(Scroller); ok && s.Scroll() != nil {
		control.ScrollContent(s.Scroll(), e.Name)
	}
}

// Cover is for when something else will be shown in place of the page for a while.
func (p *Page) Cover() {
	p.HideSecrets()
	if p.focused = p.win.Canvas.Focused(); p.win.Toasts.HasButton(p.focused) {
		p.focused = nil // it may be gone by then
	}
}

// Resume is for when the page is shown again. It gives the keyboard to what wants it on the tab, or back to what had it.
func (p *Page) Resume() {
	p.Redraw()
	p.Focus()
	c, before := p.win.Canvas, p.focused
	if p.focused = nil; c.Focused() == nil && before != nil {
		c.Focus(before)
	}
	if c.Focused() == nil {
		p.focusChosen()
	}
}

// focusTab takes the keyboard from what is no longer shown.
func (p *Page) focusTab() {
	c := p.win.Canvas
	onTab := slices.ContainsFunc(p.tabs, func(t *tab) bool { return c.Focused() == fyne.Focusable(t.button) })
	if c.Focused() != nil && !onTab && c.Focused() != fyne.Focusable(p.fold) {
		p.focusChosen()
	}
}

// focusChosen gives the keyboard to the chosen tab, or to what opens the tabs.
func (p *Page) focusChosen() {
	if p.folded() {
		p.win.Canvas.Focus(p.fold)
		return
	}
	p.win.Canvas.Focus(p.tabs[p.chosen].button)
}

// Chosen is the place of the tab that is shown.
func (p *Page) Chosen() int { return p.chosen }

// Focus gives the keyboard to what wants it on the tab.
func (p *Page) Focus() { p.tabs[p.chosen].content.Focus() }

// HideSecrets masks what is shown on the tabs, and forgets what was typed.
func (p *Page) HideSecrets() {
	for _, t := range p.tabs {
		if t.content != nil {
			t.content.HideSecrets()
		}
	}
}

// Redraw shows the tab again, whose content was made again.
func (p *Page) Redraw() { p.choose(p.chosen) }

// Retranslate makes the page again in the current language, on the same tab. It returns what takes the place of what
// has the keyboard.
func (p *Page) Retranslate(focused fyne.Focusable) (found fyne.Focusable) {
	p.HideSecrets()
	before := make([]*control.SideTab, len(p.tabs))
	for i, t := range p.tabs {
		before[i] = t.button
		if t.content == nil {
			continue
		}
		if f := t.content.Retranslate(focused); f != nil {
			found = f
		}
	}
	p.build()
	p.Redraw()
	p.Object.Refresh()
	for i, button := range before {
		if focused == fyne.Focusable(button) {
			found = p.tabs[i].button
		}
	}
	return found
}

func (p *Page) choose(chosen int) {
	p.chosen = chosen
	t := p.tabs[chosen]
	if t.content == nil {
		t.content = t.New()
	}
	for i, each := range p.tabs {
		each.button.Select(i == chosen)
	}
	p.fold.SetText(t.button.Text)
	if p.folded() {
		p.Object.Refresh() // the button is as wide as the tab's name
	}
	content := t.content.Show()
	if len(p.content.Objects) == 1 && p.content.Objects[0] == content {
		return
	}
	p.content.Objects = []fyne.CanvasObject{content}
	p.content.Refresh()
}
