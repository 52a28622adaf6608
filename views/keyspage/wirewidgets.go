package keyspage

import (
	"slices"

	"accesskeys/app/keys"
	"accesskeys/views/batch"
	"accesskeys/views/keyscard"
	"accesskeys/views/keytable"
	"accesskeys/views/tablemenus"
	"accesskeys/views/words"
)

// build makes the tab's widgets and sets their callbacks.
func (p *Page) build() {
	p.display.build()
	wireList(p)
	wireToolbar(p)
	wireSelection(p)
}

// wireList sets the callbacks of the list.
func wireList(p *Page) {
	l := p.display.list
	a := &l.Actions
	a.OnToggleSecret = p.secrets.toggle
	a.OnCopySecret = p.secrets.copySecret
	a.Tools.OnCopyID = p.menus.copyIDs
	a.Tools.OnCopyAs = p.tools.copier.Ask
	a.Tools.OnDetails, a.OnClick = p.menus.showDetails, p.menus.onClick
	a.Tools.OnCheck = p.tools.checks.Check
	a.Tools.OnReplace = p.Replacing.Ask
	a.Tools.OnReminder = p.expiryLine.saveReminder
	a.Tools.OnUndo = p.outcomes.undo.TakeLast
	a.Tools.OnNote = p.tools.editor.Open
	a.LabelOf, a.FieldOf, a.Tools.OnTypedAhead = p.labels.find, p.tools.asker.FieldOf, p.tools.asker.TakeTyped
	a.OnToggleState = p.actions.toggleState
	a.OnDelete = func(id string) { p.actions.start(keys.OpDelete, id) }
	a.OnToggleStates = p.batches.ToggleStates
	a.OnDeleteAll = func(ids []string) { p.batches.Start(keys.OpDelete, ids) }
	a.OnMenu = p.menus.open
	a.OnChip = p.Replacing.Ask
	a.OnHover = p.display.view.LetGo
	a.OnNotOne, a.Tools.OnEmpty = p.display.tellNotOne, p.display.pressPlaceholder
	a.Tools.OnOwnLeftOut = func(others bool) { p.display.hintOnSelection(words.OwnKeyLeftOut(others)) }
	a.Deleting = func(id string) bool { return p.actions.deleting[id] || batch.Deletes(p.batches, id) }
	a.Presses = &p.win.Presses
	l.OnType = p.display.typeIntoFilter
	l.OnShortcut = p.win.Typing.OnShortcut
}

// wireToolbar sets the callbacks of the toolbar, the bar and the placeholder.
func wireToolbar(p *Page) {
	d, v := p.display, p.display.view
	table := tablemenus.New(p.win, tableHost{d}, p.tasks)
	v.Toolbar.Create.OnTapped, v.Toolbar.Create.OnTappedDisabled = p.creator.create, p.creator.create
	v.Toolbar.Reload.OnTapped, v.Placeholder.Retry.OnTapped = p.loader.reload, p.loader.reload
	v.Placeholder.Inspect.OnTapped, v.Placeholder.SignIn.OnTapped = p.status.applyRemedy, p.status.applyRemedy
	v.Bar.Action.OnTapped, v.Bar.Other.OnTapped = p.status.pressAction, p.status.pressOther
	v.Bar.Action.Toggles = &p.win.Presses
	v.Toolbar.Density.OnTapped = func() { p.win.Dialogs.MenuBelow(table.Density(), v.Toolbar.Density, v.Toolbar.Icons()...) }
	v.Toolbar.Columns.OnTapped = func() { table.OpenColumns(v.Toolbar.Columns, v.Toolbar.Icons()...) }
	v.ShowAll.OnTapped = func() { p.expiryLine.endFilter(); p.host.FocusBack() }
	v.Placeholder.NoFilter.OnTapped = func() { d.resetFilter(); p.host.FocusBack() }
	v.Placeholder.Deleted.OnTapped = func() { v.HideDeleted.SetChecked(false); p.host.FocusBack() }
	v.Toolbar.Filter.OnChanged = func(text string) { d.filterBy(keys.Find{Text: text, State: d.find.State, Among: d.find.Among}) }
	v.Toolbar.Filter.OnDone = func() { p.win.Canvas.Focus(d.list) }
	v.Toolbar.Filter.OnAll = func() { p.win.Canvas.Focus(d.list); d.list.SelectAll() }
	v.Toolbar.Filter.OnFound = func() {
		d.list.ChooseFirst()
		keytable.ScrollToKey(d.list, d.list.Selection.Cursor)
		p.win.Canvas.Focus(d.list)
	}
	v.Toolbar.States.OnChosen = func(place int) {
		d.filterBy(keys.Find{Text: d.find.Text, State: keyscard.StateChoices()[place], Among: d.find.Among})
	}
	v.Toolbar.Filter.Text = d.find.Text
	v.Toolbar.States.Fill(keyscard.StateChoiceNames(), slices.Index(keyscard.StateChoices(), d.find.State))
	v.HideDeleted.SetChecked(!d.layout.Table.ShowDeleted)
	v.HideDeleted.OnChanged = func(hide bool) {
		t := d.layout.Table
		t.ShowDeleted = !hide
		d.setTable(t)
	}
}

// wireSelection sets the callbacks of the selection and of its bar.
func wireSelection(p *Page) {
	d, bar := p.display, p.display.view.Selected
	d.list.OnFocus = func() {
		d.view.ShowFocus()
		if keytable.HasFocus(d.list) {
			p.tools.asker.DismissIfEmpty()
		}
	}
	d.list.Selection.OnChange = func() {
		if bar.Show(d.list.Selection.MarkedCount()) {
			d.view.Relayout()
		}
		d.view.ShowPossible()
		d.view.Header.SetBox(d.list.Selection.HasEach(d.list.Keys), d.list.Selection.AnyMarked())
		d.view.ShowFocus()
		d.leaveHidden()
		p.tools.asker.CursorAt(d.list.Selection.Cursor)
	}
	d.view.WhyNone = func(op keys.Operation) string {
		if !d.list.Selection.AnyMarked() {
			return ""
		}
		return batch.WhyNone(p.batches, op, d.list.Selection.IDs())
	}
	bar.Check.OnTapped = func() { p.tools.checks.Check(d.list.Selected()) }
	bar.Disable.OnTapped = func() { p.batches.Start(keys.OpDisable, d.list.Selected()) }
	bar.Enable.OnTapped = func() { p.batches.Start(keys.OpEnable, d.list.Selected()) }
	bar.Delete.OnTapped = func() { p.batches.Start(keys.OpDelete, d.list.Selected()) }
	bar.Clear.OnTapped = func() {
		d.list.SelectNone()
		p.host.FocusBack()
	}
	for _, b := range bar.Buttons() {
		b.OnTappedDisabled = b.OnTapped
	}
}

// DialogClosed must be called when a question or a menu was closed: the keyboard leaves what is no longer shown, and rows that
// waited get their places.
func DialogClosed(p *Page) {
	p.display.leaveHidden()
	p.Replacing.FocusBack()
	p.tools.asker.LeaveSoon()
	p.display.view.LetGo()
}
