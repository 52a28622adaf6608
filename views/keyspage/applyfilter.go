package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/views/keyscard"
	"accesskeys/views/keytable"
)

// filterAmong filters the list by a set of keys. A nil set stands for all keys.
func (d *display) filterAmong(ids map[string]bool) {
	d.filterBy(keys.Find{Text: d.find.Text, State: d.find.State, Among: idSet(ids)})
}

// filterBy filters the list, and shows the first hits. Without a filter, it shows the cursor.
func (d *display) filterBy(f keys.Find) {
	if d.find == f {
		return
	}
	d.find = f
	d.search()
	d.list.ScrollToTop()
	if f == (keys.Find{}) {
		keytable.ScrollToKey(d.list, d.list.Selection.Cursor)
	}
}

// startFind puts the keyboard into the filter, with its text selected.
func (d *display) startFind() {
	d.win.Canvas.Focus(d.view.Toolbar.Filter)
	d.view.Toolbar.Filter.SelectAll()
}

// typeIntoFilter moves the keyboard to the filter and appends a character there.
func (d *display) typeIntoFilter(r rune) {
	f := d.view.Toolbar.Filter
	d.win.Canvas.Focus(f)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	f.TypedRune(r)
}

// clearFilter shows all keys again, and reports whether the list was filtered.
func (d *display) clearFilter() bool {
	was := d.find != keys.Find{}
	if was {
		d.resetFilter()
	}
	return was
}

func (d *display) resetFilter() { d.setFilter(keys.Find{}) }

// setFilter filters the list, and shows in the toolbar by what.
func (d *display) setFilter(f keys.Find) {
	d.filterBy(f) // before the widgets below, each of which would search again
	d.view.Toolbar.Filter.SetText(f.Text)
	d.view.Toolbar.States.Choose(slices.Index(keyscard.StateChoices(), f.State))
}
