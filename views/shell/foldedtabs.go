package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// foldWidth is the width of a window from which on the tabs are at its side. Below, a button at the page's title opens
// them as a menu.
const foldWidth = float32(760)

func (p *settingsPage) folded() bool { return p.fold.Visible() }

// foldTabs hides the tabs or shows them. What has the keyboard keeps it, as far as it is still there.
func (p *settingsPage) foldTabs(on bool) {
	p.keys.Fold(on)
	if on == p.folded() {
		return
	}
	style.Show(p.fold, on)
	for _, t := range p.tabs {
		style.Show(t, !on)
	}
	c := p.w.frame.win.Canvas()
	onTab := slices.ContainsFunc(p.tabs, func(t *control.SideTab) bool { return c.Focused() == t })
	switch {
	case on && onTab:
		c.Focus(p.fold)
	case !on && c.Focused() == p.fold:
		c.Focus(p.tabs[p.tab])
	}
}

// openTabs opens the tabs as a menu.
func (p *settingsPage) openTabs() {
	items := make([]*fyne.MenuItem, len(p.tabs))
	for i, t := range p.tabs {
		items[i] = fyne.NewMenuItem(t.Text, t.OnTapped)
		items[i].Checked = i == p.tab
	}
	p.w.page.Dialogs.MenuBelow(fyne.NewMenu("", items...), p.fold)
}
