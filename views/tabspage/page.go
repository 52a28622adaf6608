// Package tabspage is the Personal Settings page: its tabs, and the content of the chosen one.
package tabspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/toast"
)

// Tab is one of the tabs.
type Tab struct {
	Title func() string  // in the current language
	New   func() Content // makes its content when the tab is first shown
	Again func()         // called when the user chooses the tab while it is shown; may be nil
}

// Content is the content of a tab.
type Content interface {
	Show() fyne.CanvasObject // returns its object, up to date
	Focus()                  // gives the keyboard to the widget that wants it first, if there is one
	HideSecrets()            // masks secrets, and empties fields for them
	// Fold sets whether the tabs are folded. The content then has no title, which the top bar shows, and uses the room at
	// the page's edges.
	Fold(on bool)
	// Retranslate makes the content again in the current language. It returns the widget that replaces the focused one,
	// or nil.
	Retranslate(focused fyne.Focusable) fyne.Focusable
}

// Headed is a Content with a heading beside which nothing can be clicked, unless the tabs are folded. Heading returns the size
// of that area: its width is the heading's.
type Headed interface{ Heading() fyne.Size }

// Footed is a Content with a foot that stays where it is while messages are shown. Lift makes what scrolls above the foot lower
// by the height of the messages, and returns how high the foot is; 0 if there is room for the messages below it.
type Footed interface {
	Lift(height float32) (foot float32)
}

// Scroller is a Content that can scroll. Scroll returns nil while it cannot.
type Scroller interface{ Scroll() *container.Scroll }

// Page is Personal Settings.
type Page struct {
	Object *fyne.Container
	Menu   *fyne.Container // has the button that opens the tabs as a menu; hidden unless they are folded
	OnMenu func()          // Menu is wider or narrower than before

	win           *page.Window
	tabs          []*tab
	chosen        int
	title         *text.Text
	rule          fyne.CanvasObject // between the tabs and the content
	width         float32
	fold          *control.Button // in Menu, with the name of the chosen tab
	content       *fyne.Container
	focusedBefore fyne.Focusable // had the keyboard when Suspend was called
}

type tab struct {
	Tab
	button  *control.SideTab
	content Content // nil until it is first shown
}

// New returns the page. It shows no tab until Show is called.
func New(win *page.Window, tabs ...Tab) *Page {
	p := &Page{Object: container.NewWithoutLayout(), OnMenu: func() {}, win: win, content: container.NewStack()}
	p.fold = control.NewButton("", control.ButtonDefault, p.openTabs)
	p.fold.Icon, p.fold.Tips = theme.MenuIcon(), win.Tips
	p.Menu = container.New(layout.NewCustomPaddedLayout(0, 0, edgeGap, 0), container.New(style.Centred{}, p.fold))
	p.Menu.Hide()
	for _, t := range tabs {
		p.tabs = append(p.tabs, &tab{Tab: t})
	}
	p.build()
	return p
}

// build makes the tabs and the title. The tabs' contents stay.
func (p *Page) build() {
	p.fold.SetHint(lang.L("Personal Settings"))
	p.title = text.New(p.fold.Hint, style.SizeHeading, fyne.TextStyle{Bold: true})
	p.rule = surface.NewGround(style.ColorBorder)
	objects := []fyne.CanvasObject{p.title, p.rule}
	for i, t := range p.tabs {
		t.button = control.NewSideTab(t.Title(), func() { p.pick(i) })
		objects = append(objects, t.button)
	}
	for _, o := range objects {
		style.Show(o, !p.folded())
	}
	objects = append(objects, p.content) // last, so that Tab moves through the tabs first
	p.Object.Layout, p.Object.Objects = &pageLayout{p}, objects
}

// pick handles the user choosing a tab.
func (p *Page) pick(tab int) {
	if again := p.tabs[tab].Again; again != nil && tab == p.chosen {
		again()
	}
	p.Show(tab)
	if p.win.Canvas.Focused() == nil {
		p.focusChosen() // so that Tab continues from the tab that was clicked
		p.chosenButton().HideRing()
	}
}

// Place returns a function that shows the tab on another page as it is scrolled now. If the tab gets the keyboard then, it has
// no ring.
func (p *Page) Place() func(*Page) {
	tab, offset := p.chosen, fyne.Position{}
	if s := p.scroll(); s != nil {
		offset = s.Offset
	}
	return func(now *Page) {
		now.Show(tab)
		if s := now.scroll(); s != nil {
			s.ScrollToOffset(offset)
		}
		if b := now.chosenButton(); now.win.Canvas.Focused() == fyne.Focusable(b) {
			b.HideRing()
		}
	}
}

// Show shows the tab of this index, and gives the keyboard to the widget that wants it there.
func (p *Page) Show(tab int) {
	for i, t := range p.tabs {
		if i != tab && t.content != nil {
			t.content.HideSecrets()
		}
	}
	other := tab != p.chosen
	if other && p.tabs[p.chosen].content != nil {
		toast.ClearPage(p.win.Toasts)
	}
	p.choose(tab)
	if other {
		p.win.Presses.Changed()
		p.win.Tips.Clear()
		p.win.Toasts.Relayout() // the tab may have another place for them
		p.focusTab()
	}
	p.Focus()
}

// Key handles a key press that no widget has handled: it scrolls the tab, or is meant for the widget that wants the keyboard
// there if a click has taken that away.
func (p *Page) Key(e *fyne.KeyEvent) {
	if s := p.scroll(); s != nil {
		scroll.ByKey(s, e.Name)
		return
	}
	if c := p.win.Canvas; c.Focused() == nil {
		p.Focus()
		if f := c.Focused(); f != nil {
			f.TypedKey(e)
		}
	}
}

// scroll returns what scrolls the tab, or nil.
func (p *Page) scroll() *container.Scroll {
	if s, ok := p.tabs[p.chosen].content.(Scroller); ok {
		return s.Scroll()
	}
	return nil
}

// Suspend must be called before the lock page is shown in place of this page. It hides secrets, and remembers what has
// the keyboard.
func (p *Page) Suspend() {
	p.HideSecrets()
	if p.focusedBefore = p.win.Canvas.Focused(); p.win.Toasts.HasButton(p.focusedBefore) {
		p.focusedBefore = nil // the message may have gone by then
	}
}

// Resume must be called when the page is shown again after Suspend. It gives the keyboard to the widget that wants it
// on the tab, or back to what had it.
func (p *Page) Resume() {
	p.Redraw()
	p.Focus()
	c, before := p.win.Canvas, p.focusedBefore
	if p.focusedBefore = nil; c.Focused() == nil && before != nil {
		c.Focus(before)
	}
	if c.Focused() == nil {
		p.focusChosen()
	}
}

// focusTab moves the keyboard to the chosen tab if a widget of another tab has it.
func (p *Page) focusTab() {
	c := p.win.Canvas
	if c.Focused() != nil && c.Focused() != fyne.Focusable(p.tabs[p.chosen].button) && c.Focused() != fyne.Focusable(p.fold) {
		p.focusChosen()
	}
}

// focusChosen gives the keyboard to the chosen tab, or to the button that opens the tabs.
func (p *Page) focusChosen() { p.win.Canvas.Focus(p.chosenButton()) }

func (p *Page) chosenButton() interface {
	fyne.Focusable
	HideRing()
} {
	if p.folded() {
		return p.fold
	}
	return p.tabs[p.chosen].button
}

// FocusBack gives the keyboard to the widget that wants it on the tab, or else to the tab, after what had it has gone.
func (p *Page) FocusBack() {
	p.win.Canvas.Unfocus()
	p.Focus()
	if p.win.Canvas.Focused() == nil {
		p.focusChosen()
	}
}

// Chosen returns the index of the tab that is shown.
func (p *Page) Chosen() int { return p.chosen }

// Focus gives the keyboard to the widget that wants it on the tab.
func (p *Page) Focus() { p.tabs[p.chosen].content.Focus() }

// HideSecrets masks the secrets on all tabs, and empties the fields for them.
func (p *Page) HideSecrets() {
	for _, t := range p.tabs {
		if t.content != nil {
			t.content.HideSecrets()
		}
	}
}

// Redraw shows the tab after its content was made again.
func (p *Page) Redraw() { p.choose(p.chosen) }

// Retranslate makes the page again in the current language, on the same tab. It returns the widget that replaces the
// focused one, or nil.
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
		t.content.Fold(p.folded())
	}
	for i, each := range p.tabs {
		each.button.Select(i == chosen)
	}
	if p.fold.Text != t.button.Text {
		p.fold.SetText(t.button.Text)
		p.OnMenu()
	}
	content := t.content.Show()
	if len(p.content.Objects) == 1 && p.content.Objects[0] == content {
		return
	}
	p.content.Objects = []fyne.CanvasObject{content}
	p.content.Refresh()
}
