package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
)

// newHeader is the table's header, through which it is sorted and its columns get their widths.
func (p *Page) newHeader() *keytable.Header {
	h := keytable.NewHeader(p.Look, p.win.Tips)
	h.OnSort = func(c keytable.Column) {
		p.ShowAs(p.Look.Table.WithSort(c.Name()))
		p.List.ScrollToTop()
	}
	h.OnWidth = func(c keytable.Column, width float32) { p.ShowAs(p.Look.Table.WithWidth(c.Name(), int(width))) }
	h.OnKey, h.OnUsed = p.win.OnKey, p.win.OnUsed
	return h
}

// wireToolbar has the things above the table do what they are for.
func (p *Page) wireToolbar() {
	v := p.View
	v.Create.OnTapped, v.Create.OnRefuse = p.Create, p.Create
	v.reload.OnTapped, v.Retry.OnTapped = p.Reload, p.Reload
	v.look.OnTapped, v.SignIn.OnTapped, v.Bar.Again.OnTapped = p.resolve, p.resolve, p.resolve
	v.density.OnTapped = func() { p.win.Dialogs.MenuBelow(p.DensityMenu(), v.density) }
	v.columns.OnTapped = func() { p.win.Dialogs.MenuBelow(p.ColumnsMenu(), v.columns) }
	v.NoFilter.OnTapped = func() { p.FindNothing(); p.Host.FocusBack() }
	for _, b := range []*control.Button{v.Create, v.reload, v.density, v.columns, v.Bar.Again, v.Retry, v.look, v.SignIn, v.NoFilter} {
		b.OnKey = p.win.OnKey
	}
	v.Filter.OnChanged = func(text string) { p.lookFor(keys.Find{Text: text, State: p.find.State}) }
	v.Filter.OnDone = func() { p.win.Canvas.Focus(p.List) }
	v.Filter.OnFound = func() {
		p.List.ChooseFirst()
		p.win.Canvas.Focus(p.List)
	}
	v.Filter.OnKey = p.win.OnKey
	p.win.Connect(&v.Filter.Entry)
	v.States.OnChosen = func(place int) { p.lookFor(keys.Find{Text: p.find.Text, State: StateChoices()[place]}) }
	v.States.OnKey, v.States.OnMenu = p.win.OnKey, p.win.Dialogs.Menu
	v.Filter.Text = p.find.Text
	v.States.Offer(stateChoiceNames(), slices.Index(StateChoices(), p.find.State))
	v.HideDeleted.SetChecked(!p.Look.Table.ShowDeleted)
	v.HideDeleted.OnChanged = func(hide bool) {
		t := p.Look.Table
		t.ShowDeleted = !hide
		p.ShowAs(t)
	}
	v.HideDeleted.OnKey = p.win.OnKey
}

// wireSelection has the bar of the selection act on what is selected then.
func (p *Page) wireSelection() {
	bar := p.View.Selected
	p.List.OnFocus = p.View.ShowFocus
	p.List.OnSelection = func() {
		bar.Show(p.List.Count())
		p.View.ShowFocus()
		p.LeaveHiddenBar()
	}
	bar.Disable.OnTapped = func() { p.Batch(keys.OpDisable, p.List.Selected()) }
	bar.enable.OnTapped = func() { p.Batch(keys.OpEnable, p.List.Selected()) }
	bar.Remove.OnTapped = func() { p.Batch(keys.OpDelete, p.List.Selected()) }
	bar.nothing.OnTapped = func() {
		p.List.SelectNone()
		p.Host.FocusBack()
	}
	for _, b := range bar.buttons() {
		b.OnKey, b.OnRefuse = p.win.OnKey, b.OnTapped
	}
}

// LeaveHiddenBar gives the keyboard to the list, where the selection's bar is gone that had it.
func (p *Page) LeaveHiddenBar() {
	if p.View.Selected.keepsFocus() {
		p.Host.FocusBack()
	}
}

// toggleStates disables those of several keys that are enabled, or enables them where none is.
func (p *Page) toggleStates(ids []string) {
	for _, id := range ids {
		if k, ok := p.List.Key(id); ok && k.State == client.StateEnabled {
			p.Batch(keys.OpDisable, ids)
			return
		}
	}
	p.Batch(keys.OpEnable, ids)
}

// ShowAs has the table shown in another way from now on.
func (p *Page) ShowAs(t settings.Table) {
	was := p.Look.Table
	same := t.SameKeys(was)
	p.List.SetTable(t)
	p.Host.SetTable(was, t)
	if !t.Shows(settings.ColumnSecret) {
		p.HideSecrets()
	}
	if same { // dragging asks for it many times a second
		p.View.object.Refresh()
	} else {
		p.arrange()
	}
	p.View.Header.Refresh()
}

func (p *Page) lookFor(f keys.Find) {
	if p.find != f {
		p.find = f
		p.arrange()
	}
}

// StartFind puts the keyboard into the filter.
func (p *Page) StartFind() {
	fyne.CurrentApp().Driver().CanvasForObject(p.View.Filter).Focus(p.View.Filter)
	p.View.Filter.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (p *Page) FindNothing() {
	p.View.Filter.SetText("")
	p.View.States.Choose(0)
}

// unhide sees to it that new keys can be seen: what is looked for may leave them out.
func (p *Page) unhide(ids []string) {
	for _, id := range ids {
		if !p.List.Shows(id) {
			p.FindNothing()
			return
		}
	}
}

// StateChoices are the states to look for; the first is any.
func StateChoices() []client.State { return append([]client.State{""}, keys.States()...) }

func stateChoiceNames() []string {
	return append([]string{lang.L("All states")}, keytable.StateWords()...)
}

// selectionMenu is what can be done to several keys.
func (p *Page) selectionMenu(ids []string) *fyne.Menu {
	count := map[string]any{"Count": len(ids)}
	item := func(label string, op keys.Operation) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { p.Batch(op, ids) })
	}
	return fyne.NewMenu("",
		item(lang.N("Disable {{.Count}} access keys", len(ids), count), keys.OpDisable),
		item(lang.N("Enable {{.Count}} access keys", len(ids), count), keys.OpEnable),
		item(lang.N("Delete {{.Count}} access keys", len(ids), count), keys.OpDelete),
	)
}

func (p *Page) DensityMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, d := range settings.Densities() {
		item := fyne.NewMenuItem(densityName(d), func() {
			t := p.Look.Table
			t.Density = d
			p.ShowAs(t)
		})
		item.Checked = p.Look.Table.Density == d
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

func densityName(d settings.Density) string {
	switch d {
	case settings.DensityLarger:
		return lang.L("Larger")
	case settings.DensityCompact:
		return lang.L("Compact")
	}
	return lang.L("Middle")
}

// ColumnsMenu is the columns to choose from.
func (p *Page) ColumnsMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	titles := keytable.ColumnTitles()
	for c := range keytable.ColumnCount {
		name := c.Name()
		if !name.Optional() {
			continue
		}
		item := fyne.NewMenuItem(titles[c], func() { p.ShowAs(p.Look.Table.WithColumn(name, !p.Look.Table.Shows(name))) })
		item.Checked = p.Look.Table.Shows(name)
		items = append(items, item)
	}
	reset := fyne.NewMenuItem(lang.L("Reset Columns"), func() {
		t := p.Look.Table
		t.Shown, t.Widths = nil, nil
		p.ShowAs(t)
	})
	return fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), reset)...)
}
