package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/expiry"
	"accesskeys/views/keytable"
	"accesskeys/views/words"
)

// display is what the tab shows: of all keys those that are looked for, in the order asked for.
type display struct {
	*scope
	view   *keysView
	list   *keytable.List
	layout *keytable.Layout
	all    []keys.Key    // of which the list shows those that are looked for
	found  keys.Arranged // those
	find   keys.Find
	unmark func() // ends the wait before new keys look like others

	state       func() keysState // what is shown around the list
	onRefresh   func()           // the list may have changed
	watch       *expiry.Watch    // tells which keys end soon
	replaced    func(keys.Key) []keytable.Chip
	hideSecrets func()
}

// build makes the widgets of the list. Nothing else may hold on to them: they are made again in another language.
func (d *display) build() {
	d.layout = keytable.NewLayout(d.host.Table())
	d.list = keytable.NewList(d.layout, d.win.Tips, d.tasks.After)
	d.watch.Reword()
	d.list.Signs.Chips, d.list.Signs.Age = d.chips, d.watch.Age
	d.view = newKeysView(d.list, d.newHeader(), d.win)
}

// chips are what a row says of its key.
func (d *display) chips(k keys.Key) []keytable.Chip {
	return append(d.replaced(k), d.watch.Chips(k)...)
}

// newHeader is the table's header, through which it is sorted and its columns get their widths.
func (d *display) newHeader() *keytable.Header {
	h := keytable.NewHeader(d.layout, d.win.Tips)
	h.OnSort = func(c keytable.Column) {
		d.showAs(keytable.Sorted(d.layout.Table, c.Name()))
		d.list.ScrollToTop()
	}
	h.OnWidth = func(c keytable.Column, width float32) { d.showAs(d.layout.Table.WithWidth(c.Name(), int(width))) }
	h.OnTick = func() { keytable.ToggleAll(d.list) }
	h.OnUsed, h.OnKey = d.win.Typing.OnUsed, d.list.TypedKey
	return h
}

// refresh makes the view show what the application knows.
func (d *display) refresh() {
	d.all = d.keys.All()
	d.watch.SetKeys(d.all)
	d.arrange()
	d.onRefresh()
}

// arrange shows of the keys what is looked for, in the order asked for.
func (d *display) arrange() {
	found := keys.Arrange(d.all, d.layout.Table, d.find, words.Names(d.labels.noted()))
	revealed := d.list.Secrets.Count()
	d.list.SetKeys(found.Keys)
	if d.list.Secrets.Count() < revealed {
		d.host.Scrub()
	}
	d.found = found
	d.view.Show(d.state())
}

// leaveHiddenBar gives the keyboard to the list, where the selection's bar is gone that had it.
func (d *display) leaveHiddenBar() {
	if d.view.selected.KeepsFocus() {
		d.host.FocusBack()
	}
}

// showAs has the table shown in another way from now on.
func (d *display) showAs(t settings.Table) {
	was := d.layout.Table
	same := t.SameKeys(was)
	d.list.SetTable(t)
	d.host.SetTable(was, t)
	if !t.Shows(settings.ColumnSecret) {
		d.hideSecrets()
	}
	if same { // dragging asks for it many times a second
		d.view.object.Refresh()
	} else {
		d.arrange()
	}
	d.view.header.Refresh()
}
