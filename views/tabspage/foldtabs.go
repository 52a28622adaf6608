package tabspage

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/kit/style"
)

// folded reports whether the tabs are in a menu, because there is no room for them at the side.
func (p *Page) folded() bool { return p.Menu.Visible() }

// Fold moves the tabs into the menu or back to the side. If a tab, or the button that opens the menu, loses its place,
// the keyboard moves to what takes over.
func (p *Page) Fold(on bool) {
	if on == p.folded() {
		return
	}
	style.Show(p.Menu, on)
	style.Show(p.title, !on)
	style.Show(p.rule, !on)
	for _, t := range p.tabs {
		style.Show(t.button, !on)
	}
	c := p.win.Canvas
	onTab := slices.ContainsFunc(p.tabs, func(t *tab) bool { return c.Focused() == fyne.Focusable(t.button) })
	switch {
	case on && onTab:
		c.Focus(p.fold)
	case !on && c.Focused() == fyne.Focusable(p.fold):
		c.Focus(p.tabs[p.chosen].button)
	}
}

// openTabs opens the tabs as a menu. If that was not by a key, there is no ring on the button when a tab was chosen.
func (p *Page) openTabs() {
	byKey := p.fold.Ringed()
	items := make([]*fyne.MenuItem, len(p.tabs))
	for i, t := range p.tabs {
		items[i] = fyne.NewMenuItem(t.button.Text, func() {
			t.button.OnTapped()
			if !byKey && p.win.Canvas.Focused() == fyne.Focusable(p.fold) {
				p.fold.HideRing()
			}
		})
		items[i].Checked = i == p.chosen
	}
	p.win.Dialogs.MenuBelow(fyne.NewMenu("", items...), p.fold)
}
