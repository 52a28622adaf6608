package keyspage

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/chips"
	"accesskeys/views/expiry"
	"accesskeys/views/keyscard"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// display is the list on screen: the keys that match the filter, in the order that the user has chosen.
type display struct {
	*scope
	view         *keyscard.View
	list         *keytable.List
	layout       *keytable.Layout
	all          []keys.Key    // filtered or not
	found        keys.Arranged // those that match the filter
	find         keys.Find
	chipped      map[string]string // what chips say, by key ID; nil until it is searched
	endHighlight func()            // stops the timer that ends the highlight of new keys

	state       func() keyscard.State       // returns what to show around the list
	onRefresh   func()                      // called when the list may have changed
	watch       *expiry.Watch               // knows which keys expire soon
	replacement func(keys.Key) []chips.Chip // returns the chips about the replacement of a key
	hideSecrets func()
}

// build makes the widgets of the list. Nothing else may keep a reference to them, because they are made again when the
// language changes.
func (d *display) build() {
	d.layout = keytable.NewLayout(d.host.Table())
	d.list = keytable.NewList(d.layout, d.win.Tips, d.tasks.After)
	d.watch.Reword()
	d.list.Signs.Chips, d.list.Signs.Age, d.list.Signs.StandIn = d.chips, d.watch.Age, d.labels.standIn
	d.view = keyscard.New(d.list, d.newHeader(), d.win)
}

// chips returns the chips on the row of a key.
func (d *display) chips(k keys.Key) []chips.Chip {
	return append(d.replacement(k), d.watch.Chips(k)...)
}

// newHeader returns the table's header, which sorts the list and sets the widths of the columns.
func (d *display) newHeader() *keytable.Header {
	h := keytable.NewHeader(d.layout, d.win.Tips)
	h.OnSort = func(c keytable.Column) {
		d.setTable(d.layout.Table.SortedBy(c.Name()))
		d.list.ScrollToTop()
	}
	h.OnWidth = func(c keytable.Column, width float32) { d.setTable(d.layout.Table.WithWidth(c.Name(), int(width))) }
	h.OnTick = func() { keytable.ToggleAll(d.list) }
	h.OnStuck = d.hintStuck
	return h
}

// hintStuck says why a column was not made wider, or narrower.
func (d *display) hintStuck(wider bool) {
	if wider {
		d.win.Toasts.Hint(lang.L("No room: make the window wider, or hide a column."))
		return
	}
	d.win.Toasts.Hint(lang.L("This column can't be narrower."))
}

// refresh reads the keys from the application and shows them.
func (d *display) refresh() {
	d.readAccounts()
	d.all = d.keys.All()
	d.watch.SetKeys(d.all)
	d.arrange()
	d.onRefresh()
}

// readAccounts reads which keys the app's other accounts sign in with.
func (d *display) readAccounts() { d.list.Signs.Accounts = d.host.OtherAccounts() }

// refreshBusy shows that a key has become busy or idle. It takes no longer with many keys.
func (d *display) refreshBusy(id string) {
	k, _ := d.keys.Find(id)
	if at := slices.IndexFunc(d.all, func(k keys.Key) bool { return k.ID == id }); at >= 0 {
		d.all[at].Busy = k.Busy
	}
	keytable.SetBusy(d.list, id, k.Busy)
}

// arrange filters and sorts the keys, and shows the result.
func (d *display) arrange() {
	d.chipped = nil
	d.search()
}

// search is arrange for keys and rows that have not changed.
func (d *display) search() {
	names := words.Names(d.labels.noted())
	names.Chips = d.chipWords
	found := keys.Arrange(d.all, d.layout.Table, d.find, names)
	revealed := d.list.Secrets.Count()
	d.list.SetKeys(found.Keys)
	if d.list.Secrets.Count() < revealed {
		d.host.Scrub()
	}
	d.found = found
	d.show(d.state())
	d.view.ShowPossible()
}

// show updates what is around the list.
func (d *display) show(s keyscard.State) {
	d.view.Show(s)
	d.leaveHidden()
}

// tellNotOne says why a command for one key does nothing.
func (d *display) tellNotOne(selected int) {
	why := words.NotOne(selected)
	if none := d.view.Placeholder; none.Object.Visible() {
		why = none.Message.AccessibilityLabel()
	}
	d.hintOnSelection(why)
}

// pressPlaceholder does what helps where there is no list, or says why there is none.
func (d *display) pressPlaceholder() {
	if !d.view.Placeholder.Press() {
		d.tellNotOne(0)
	}
}

// hintOnSelection shows a hint until the number of selected keys changes.
func (d *display) hintOnSelection(hint string) {
	selected := d.list.Selection.Count()
	d.win.Toasts.HintWhile(hint, func() bool { return d.list.Selection.Count() == selected })
}

// leaveHidden moves the keyboard to the list if a button has it that the list has replaced, or one of the hidden selection's bar.
func (d *display) leaveHidden() {
	if d.view.KeepsFocus() {
		d.host.FocusBack()
	}
}

// setTable applies and saves new settings of the table.
func (d *display) setTable(t settings.Table) {
	was := d.layout.Table
	same := t.SameKeys(was)
	d.list.SetTable(t)
	d.host.SetTable(was, t)
	if !t.Shows(settings.ColumnSecret) {
		d.hideSecrets()
	}
	if same { // dragging a column's edge calls this many times a second
		d.view.Object.Refresh()
	} else {
		d.arrange()
	}
	d.view.Header.Refresh()
}
