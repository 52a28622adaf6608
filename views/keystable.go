package views

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
)

const savePause = 500 * time.Millisecond // after the last change

// newHeader is the table's header, through which it is sorted and its columns get their widths.
func (p *keysPage) newHeader(w *window) *keytable.Header {
	h := keytable.NewHeader(p.look, w.tips)
	h.OnSort = func(c keytable.Column) {
		p.showAs(p.look.Table.WithSort(c.Name()))
		p.list.ScrollToTop()
	}
	h.OnWidth = func(c keytable.Column, width float32) { p.showAs(p.look.Table.WithWidth(c.Name(), int(width))) }
	h.OnKey, h.OnUsed = w.typedKey, w.idle.Active
	return h
}

// wireToolbar has the things above the table do what they are for.
func (p *keysPage) wireToolbar(w *window) {
	v := p.view
	v.create.OnTapped, v.create.OnRefuse = p.create, p.create
	v.reload.OnTapped, v.retry.OnTapped = p.reload, p.reload
	v.look.OnTapped, v.bar.again.OnTapped = p.resolve, p.resolve
	v.density.OnTapped = func() { p.dialogs.MenuBelow(p.densityMenu(), v.density) }
	v.columns.OnTapped = func() { p.dialogs.MenuBelow(p.columnsMenu(), v.columns) }
	v.noFilter.OnTapped = func() { p.findNothing(); p.onFocusLost() }
	for _, b := range []*control.Button{v.create, v.reload, v.density, v.columns, v.bar.again, v.retry, v.look, v.noFilter} {
		b.OnKey = w.typedKey
	}
	v.filter.OnChanged = func(text string) { p.lookFor(app.Find{Text: text, State: p.find.State}) }
	v.filter.OnDone = func() { w.win.Canvas().Focus(p.list) }
	v.filter.OnFound = func() {
		p.list.ChooseFirst()
		w.win.Canvas().Focus(p.list)
	}
	v.filter.OnKey = w.typedKey
	w.hear(&v.filter.Entry)
	v.states.OnChosen = func(place int) { p.lookFor(app.Find{Text: p.find.Text, State: stateChoices()[place]}) }
	v.states.OnKey, v.states.OnMenu = w.typedKey, p.dialogs.Menu
	v.filter.Text = p.find.Text
	v.states.Offer(stateChoiceNames(), slices.Index(stateChoices(), p.find.State))
	v.hideDeleted.SetChecked(!p.look.Table.ShowDeleted)
	v.hideDeleted.OnChanged = func(hide bool) {
		t := p.look.Table
		t.ShowDeleted = !hide
		p.showAs(t)
	}
	v.hideDeleted.OnKey = w.typedKey
}

// wireSelection has the bar of the selection act on what is selected then.
func (p *keysPage) wireSelection(w *window) {
	bar := p.view.selected
	p.list.OnFocus = p.view.ShowFocus
	p.list.OnSelection = func() {
		bar.Show(p.list.Count())
		p.view.ShowFocus()
		p.leaveHiddenBar()
	}
	bar.disable.OnTapped = func() { p.batch(app.OpDisable, p.list.Selected()) }
	bar.enable.OnTapped = func() { p.batch(app.OpEnable, p.list.Selected()) }
	bar.remove.OnTapped = func() { p.batch(app.OpDelete, p.list.Selected()) }
	bar.nothing.OnTapped = func() {
		p.list.SelectNone()
		p.onFocusLost()
	}
	for _, b := range bar.buttons() {
		b.OnKey, b.OnRefuse = w.typedKey, b.OnTapped
	}
}

// leaveHiddenBar gives the keyboard to the list, where the selection's bar is gone that had it.
func (p *keysPage) leaveHiddenBar() {
	if p.view.selected.keepsFocus() {
		p.onFocusLost()
	}
}

// toggleStates disables those of several keys that are enabled, or enables them where none is.
func (p *keysPage) toggleStates(ids []string) {
	for _, id := range ids {
		if k, ok := p.list.Key(id); ok && k.State == client.StateEnabled {
			p.batch(app.OpDisable, ids)
			return
		}
	}
	p.batch(app.OpEnable, ids)
}

// showAs has the table shown in another way from now on.
func (p *keysPage) showAs(t app.Table) {
	same := t.SameKeys(p.look.Table)
	p.list.SetTable(t)
	p.onTable(t)
	if !t.Shows(app.ColumnSecret) {
		p.hideSecrets()
	}
	if same { // dragging asks for it many times a second
		p.view.object.Refresh()
	} else {
		p.arrange()
	}
	p.view.header.Refresh()
}

func (p *keysPage) lookFor(f app.Find) {
	if p.find != f {
		p.find = f
		p.arrange()
	}
}

// startFind puts the keyboard into the filter.
func (p *keysPage) startFind() {
	fyne.CurrentApp().Driver().CanvasForObject(p.view.filter).Focus(p.view.filter)
	p.view.filter.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (p *keysPage) findNothing() {
	p.view.filter.SetText("")
	p.view.states.Choose(0)
}

// unhide sees to it that new keys can be seen: what is looked for may leave them out.
func (p *keysPage) unhide(ids []string) {
	for _, id := range ids {
		if !p.list.Shows(id) {
			p.findNothing()
			return
		}
	}
}

// stateChoices are the states to look for; the first is any.
func stateChoices() []client.State { return append([]client.State{""}, app.States()...) }

func stateChoiceNames() []string {
	return append([]string{lang.L("All states")}, keytable.StateWords()...)
}

// selectionMenu is what can be done to several keys.
func (p *keysPage) selectionMenu(ids []string) *fyne.Menu {
	count := map[string]any{"Count": len(ids)}
	item := func(label string, op app.Operation) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { p.batch(op, ids) })
	}
	return fyne.NewMenu("",
		item(lang.N("Disable {{.Count}} access keys", len(ids), count), app.OpDisable),
		item(lang.N("Enable {{.Count}} access keys", len(ids), count), app.OpEnable),
		item(lang.N("Delete {{.Count}} access keys", len(ids), count), app.OpDelete),
	)
}

func (p *keysPage) densityMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, d := range app.Densities() {
		item := fyne.NewMenuItem(densityName(d), func() {
			t := p.look.Table
			t.Density = d
			p.showAs(t)
		})
		item.Checked = p.look.Table.Density == d
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

func densityName(d app.Density) string {
	switch d {
	case app.DensityLarger:
		return lang.L("Larger")
	case app.DensityCompact:
		return lang.L("Compact")
	}
	return lang.L("Middle")
}

// columnsMenu is the columns to choose from.
func (p *keysPage) columnsMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() { p.showAs(p.look.Table.WithColumn(name, !p.look.Table.Shows(name))) })
		item.Checked = p.look.Table.Shows(name)
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		t := p.look.Table
		t.Shown, t.Widths = nil, nil
		p.showAs(t)
	})
	return fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), reset)...)
}

// setTable remembers how the table is shown. Dragging changes it many times a second.
func (w *window) setTable(t app.Table) {
	w.App.SetTable(t)
	w.stopSaving()
	w.stopSaving = w.tasks.After(savePause, w.save)
}
