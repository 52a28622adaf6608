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

// filter is the field for what is looked for among the keys.
type filter struct{ control.FilterField }

func newFilter(t *control.Typing) *filter {
	f := &filter{}
	f.BeginFilter(f, t)
	return f
}

// filterIcon is the room of the field that its text has not.
const filterIcon = float32(44)

// Fit says in the field what it is for, as far as there is room for that.
func (f *filter) Fit(width float32) {
	hint := f.AccessibilityLabel()
	if style.Measure(hint, style.SizeText, fyne.TextStyle{}) > width-filterIcon {
		hint = lang.L("Filter")
	}
	if f.PlaceHolder != hint {
		f.SetPlaceHolder(hint)
	}
}

// AccessibilityLabel is what it is for.
func (f *filter) AccessibilityLabel() string { return lang.L("Filter by label, ID, state, date") }

// lookAmong looks among some keys only, or with nil among all.
func (d *display) lookAmong(ids map[string]bool) {
	d.lookFor(keys.Find{Text: d.find.Text, State: d.find.State, Among: among(ids)})
}

func (d *display) lookFor(f keys.Find) {
	if d.find != f {
		d.find = f
		d.arrange()
	}
}

// startFind puts the keyboard into the filter.
func (d *display) startFind() {
	d.win.Canvas.Focus(d.view.toolbar.filter)
	d.view.toolbar.filter.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// typeToFind types a character into the filter, behind what is there.
func (d *display) typeToFind(r rune) {
	f := d.view.toolbar.filter
	d.win.Canvas.Focus(f)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	f.TypedRune(r)
}

// clearFilter looks for everything again, and reports whether something was looked for.
func (d *display) clearFilter() bool {
	was := d.find != keys.Find{}
	if was {
		d.findNothing()
	}
	return was
}

func (d *display) findNothing() {
	d.lookAmong(nil)
	d.view.toolbar.filter.SetText("")
	d.view.toolbar.states.Choose(0)
}

// stateChoices are the states to look for; the first is any.
func stateChoices() []client.State { return append([]client.State{""}, keys.States()...) }

func stateChoiceNames() []string {
	return append([]string{lang.L("All states")}, keytable.StateWords()...)
}

// showHidden says how many keys are hidden because they are deleted.
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
