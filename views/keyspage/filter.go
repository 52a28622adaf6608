package keyspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// filter is the field with the text to filter the keys by.
type filter struct{ control.FilterField }

func newFilter(t *control.Typing) *filter {
	f := &filter{}
	f.BeginFilter(f, t)
	return f
}

// filterIconWidth is the width of the field that its icon and padding take from the text.
const filterIconWidth = float32(44)

// Fit chooses the placeholder that fits into a field of this width.
func (f *filter) Fit(width float32) {
	hint := f.AccessibilityLabel()
	if style.Measure(hint, style.SizeText, fyne.TextStyle{}) > width-filterIconWidth {
		hint = lang.L("Filter")
	}
	if f.PlaceHolder != hint {
		f.SetPlaceHolder(hint)
	}
}

// AccessibilityLabel says what the field is for.
func (f *filter) AccessibilityLabel() string { return lang.L("Filter by label, ID, state, date") }

// filterAmong filters the list by a set of keys. A nil set stands for all keys.
func (d *display) filterAmong(ids map[string]bool) {
	d.filterBy(keys.Find{Text: d.find.Text, State: d.find.State, Among: idSet(ids)})
}

// filterBy filters the list, and shows the first hits.
func (d *display) filterBy(f keys.Find) {
	if d.find == f {
		return
	}
	d.find = f
	d.search()
	if f != (keys.Find{}) {
		d.list.ScrollToTop()
	}
}

// startFind puts the keyboard into the filter, with its text selected.
func (d *display) startFind() {
	d.win.Canvas.Focus(d.view.toolbar.filter)
	d.view.toolbar.filter.SelectAll()
}

// typeIntoFilter moves the keyboard to the filter and appends a character there.
func (d *display) typeIntoFilter(r rune) {
	f := d.view.toolbar.filter
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

func (d *display) resetFilter() {
	d.filterAmong(nil)
	d.view.toolbar.filter.SetText("")
	d.view.toolbar.states.Choose(0)
}

// stateChoices returns the states to filter by. The first, empty one stands for all states.
func stateChoices() []client.State { return append([]client.State{""}, keys.States()...) }

func stateChoiceNames() []string {
	return append([]string{lang.L("All states")}, keytable.StateWords()...)
}

// showHidden updates the label of Hide deleted, which says how many keys that hides.
func (v *keysView) showHidden() {
	hidden := v.state.Deleted
	label := lang.L("Hide deleted")
	style.Enable(v.hideDeleted, !v.state.OneState)
	switch {
	case v.state.OneState:
		label = lang.L("Hide deleted (no effect while one state is chosen)")
	case hidden > 0:
		label = lang.N("Hide deleted ({{.Count}} hidden)", hidden, map[string]any{"Count": hidden})
	}
	if v.hideDeleted.Text != label {
		v.hideDeleted.Text = label
		v.hideDeleted.Refresh()
	}
}
