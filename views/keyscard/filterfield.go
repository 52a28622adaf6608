package keyscard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// Filter is the field with the text to filter the keys by.
type Filter struct{ control.FilterField }

func newFilter(t *control.Typing, tips tooltip.Offerer) *Filter {
	f := &Filter{}
	f.BeginFilter(f, t, tips)
	return f
}

// filterIconWidth is the width of the field that its icon and padding take from the text.
const filterIconWidth = float32(44)

// Fit chooses the placeholder that fits into a field of this width.
func (f *Filter) Fit(width float32) {
	hint := f.AccessibilityLabel()
	if style.Measure(hint, style.SizeText, fyne.TextStyle{}) > width-filterIconWidth {
		hint = lang.L("Filter")
	}
	if f.PlaceHolder != hint {
		f.SetPlaceHolder(hint)
	}
}

// AccessibilityLabel says what the field is for.
func (f *Filter) AccessibilityLabel() string { return lang.L("Filter by label, note, ID, date") }

// StateChoices returns the states to filter by. The first, empty one stands for all states.
func StateChoices() []client.State { return append([]client.State{""}, keys.States()...) }

// StateChoiceNames returns what StateChoices are called.
func StateChoiceNames() []string {
	return append([]string{lang.L("All states")}, keytable.StateWords()...)
}
